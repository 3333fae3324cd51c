/** The address of an endpoint, as somebody typed it. */

/** Where the function answers; the second is a rewrite of vercel.json to the first. */
const PATHS = ["/api/pagerduty", "/pagerduty-resolved"];

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/**
 * Reads an address that secrets or signed webhooks go to. `name` is what it was given as. Throws an error of one
 * sentence for one that leads anywhere but where it says, or that others could listen to.
 */
export function readAddress(name: string, typed: string): URL {
  const refuse = (why: string) => new Error(`${name} is ${JSON.stringify(typed)}; ${why}`);
  const address = URL.parse(typed);
  if (address === null) throw refuse("it takes an address such as https://example.vercel.app/api/pagerduty.");
  const { protocol, host, hostname } = address;
  // What stands before an @ looks like a host, and a password in it would be seen in the list of processes.
  if (address.username || address.password || typed.includes("@"))
    throw new Error(`${name} has a user or password in it; leave that out.`);
  // `https:\\evil.example` and `http://2130706433` lead elsewhere than they seem to.
  if (!typed.toLowerCase().startsWith(`${protocol}//${host}`))
    throw refuse(`it leads to ${protocol}//${host}, so write it like that if you mean it.`);
  if (protocol !== "https:" && !(protocol === "http:" && LOOPBACK.includes(hostname)))
    throw refuse("it takes https://, and http:// only for this machine.");
  if (address.hash) throw refuse("leave out what follows the #.");
  if (address.pathname === "/" && !address.search)
    throw refuse(`the endpoint is at ${address.origin}${PATHS[0]}.`);
  if (PATHS.includes(address.pathname.replace(/\/$/, "")) && address.pathname.endsWith("/"))
    throw refuse("leave out the / at its end, where no function answers.");
  return address;
}

/** Whether two addresses are one endpoint: the same, or the function's two paths on one host. */
export function isSameEndpoint(one: URL, other: string): boolean {
  const parsed = URL.parse(other);
  if (parsed === null) return false;
  const isBothOurs = [one, parsed].every(({ pathname, search }) => PATHS.includes(pathname) && !search);
  return one.href === parsed.href || (isBothOurs && one.origin === parsed.origin);
}
