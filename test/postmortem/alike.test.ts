import { describe, expect, test } from "vitest";
import { type PastFile, rankAlike } from "../../src/postmortem/alike.ts";

const file = (path: string, text: string, service = "orders-service"): PastFile => ({
  path,
  text: `---\nservice: "${service}"\n---\n${text}`,
});

const POOL = file("pool.md", "The connection pool was exhausted, and every request waited for a connection.");
const CERT = file("cert.md", "The certificate of the gateway expired, and clients were refused.", "gateway");
const MAIL = file("mail.md", "Mails waited in a queue because the provider throttled us.", "mailer");

const ask = (words: string, files = [POOL, CERT, MAIL], service: string | null = null) =>
  rankAlike({ service, words }, files);

describe("what is like an incident", () => {
  test("shares its words, whatever their endings", async () => {
    expect(await ask("Connections exhausted: the pool has none")).toEqual(["pool.md"]);
  });

  test("comes in the order of likeness, where the service counts too", async () => {
    const twin = file("twin.md", "The connection pool was exhausted.", "reports");
    const words = "connection pool exhausted";
    expect(await ask(words, [twin, POOL, CERT], "orders-service")).toEqual(["pool.md", "twin.md"]);
  });

  test.for([
    ["nothing is similar", "A router lost its prefix", [POOL, CERT, MAIL]],
    ["only words that say nothing are shared", "It was because of this that they were there", [POOL]],
    ["there are no files", "connection pool", []],
    ["the incident has no words", "", [POOL]],
  ] as const)("is nothing where %s", async ([, words, files]) => {
    expect(await ask(words, [...files])).toEqual([]);
  });

  test("is found in languages without spaces", async () => {
    const chinese = file("zh.md", "数据库连接池耗尽，请求超时。");
    expect(await ask("连接池耗尽", [chinese, CERT])).toEqual(["zh.md"]);
  });
});
