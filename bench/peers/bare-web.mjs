/** The bare handler again, in the form in which Vercel takes one: a Request in, a Response out. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { serve } from "./adapter.mjs";

const { PAGERDUTY_WEBHOOK_SECRET: secret, GITHUB_TOKEN: token } = process.env;
const dispatches = `${process.env.GITHUB_API_URL}/repos/${process.env.GITHUB_REPOSITORY}/dispatches`;

serve(async (request) => {
  const body = await request.bytes();
  return Response.json({}, { status: await receive(body, request.headers.get("x-pagerduty-signature")) });
});

async function receive(body, signature) {
  const expected = Buffer.from(`v1=${createHmac("sha256", secret).update(body).digest("hex")}`);
  const given = Buffer.from(signature ?? "");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 401;
  const { event } = JSON.parse(new TextDecoder().decode(body));
  if (event.event_type !== "incident.resolved") return 200;
  const answer = await fetch(dispatches, {
    method: "POST",
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "user-agent": "bare",
    },
    body: JSON.stringify({ event_type: event.event_type, client_payload: { event } }),
  });
  return answer.status === 204 ? 202 : 503;
}
