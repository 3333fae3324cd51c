/** `--serve`: the sandbox kept up, with what a terminal beside it needs. */

import { KEYS, REPOSITORY, type World } from "../../sandbox/world.ts";

/** Says how to reach everything, and waits until it is told to end. */
export async function serve(
  { endpoint, github, devin, pagerDuty }: World,
  print: (text: string) => void,
): Promise<void> {
  print(`
The function    ${endpoint.url}/api/pagerduty  (also /pagerduty-resolved; GET is the health report)
  signing secret      ${KEYS.signing}
  X-Webhook-Secret    ${KEYS.shared}
GitHub          ${github.url}  (${REPOSITORY}, token ${KEYS.github})
Devin           ${devin.url}  (key ${KEYS.devin})
PagerDuty REST  ${pagerDuty.url}  (token ${KEYS.pagerDuty})

The operator's commands against it, in another terminal:
  export BRIDGE_URL=${endpoint.url}/api/pagerduty
  export PAGERDUTY_WEBHOOK_SECRET=${KEYS.signing} WEBHOOK_SECRET=${KEYS.shared}
  export PAGERDUTY_API_URL=${pagerDuty.url} PAGERDUTY_TOKEN=${KEYS.pagerDuty}
  export GITHUB_API_URL=${github.url} GITHUB_REPOSITORY=${REPOSITORY} GITHUB_TOKEN=${KEYS.github}
  export DEVIN_API_URL=${devin.url} DEVIN_API_KEY=${KEYS.devin}
  npm run doctor -- --ping --dispatch
  npm run send -- --url $BRIDGE_URL --event resolved
  npm run subscribe -- --url $BRIDGE_URL --team PTEAM01 --header-secret --force

Control-C ends it.`);
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
}
