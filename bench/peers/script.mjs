/** The least that makes the action's first request: it reads the event and asks PagerDuty for the incident. */
import { readFileSync } from "node:fs";

const {
  GITHUB_EVENT_PATH: path,
  "INPUT_PAGERDUTY-API-URL": api,
  "INPUT_PAGERDUTY-TOKEN": token,
} = process.env;
const { client_payload: payload } = JSON.parse(readFileSync(path, "utf8"));
await fetch(`${api}/incidents/${payload.incident.id}?include[]=custom_fields`, {
  headers: { accept: "application/vnd.pagerduty+json;version=2", authorization: `Token token=${token}` },
});
