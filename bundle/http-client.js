/**
 * Stands in for @actions/http-client in the action's bundle. @actions/core would use it for OpenID tokens alone, which
 * this action never asks for, and with undici behind it, it is half of all that Node would have to read at the start.
 */
export class HttpClient {
  constructor() {
    throw new Error("The bundle has no @actions/http-client.");
  }
}
