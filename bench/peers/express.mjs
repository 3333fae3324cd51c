/** The bridge of Devin's published recipe, an Express application, with PagerDuty's signature in place of a shared header. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { writeSync } from "node:fs";
import express from "express";

const { PAGERDUTY_WEBHOOK_SECRET: secret, GITHUB_TOKEN: token } = process.env;
const dispatches = `${process.env.GITHUB_API_URL}/repos/${process.env.GITHUB_REPOSITORY}/dispatches`;

const app = express();
app.use(
  express.json({
    limit: "256kb",
    verify: (request, _response, body) => {
      request.rawBody = body;
    },
  }),
);

app.post("/pagerduty-resolved", async (request, response) => {
  const expected = Buffer.from(`v1=${createHmac("sha256", secret).update(request.rawBody).digest("hex")}`);
  const given = Buffer.from(request.get("x-pagerduty-signature") ?? "");
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    return response.status(401).json({ error: "Unauthorized" });
  const { event } = request.body;
  if (event.event_type !== "incident.resolved") return response.status(200).json({ status: "ignored" });
  const answer = await fetch(dispatches, {
    method: "POST",
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "user-agent": "express",
    },
    body: JSON.stringify({ event_type: event.event_type, client_payload: { event } }),
  });
  return response.status(answer.status === 204 ? 202 : 503).json({ status: "dispatched" });
});

const server = app.listen(0, "127.0.0.1", () => writeSync(3, `${server.address().port}\n`));
