import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signWebhook, verifySharedSecret, verifySignature } from "../../src/pagerduty/signature.ts";
import { readFixture } from "../builders.ts";
import published from "../fixtures/signature-vectors.json" with { type: "json" };

const SECRET = "lDQHScfUeXUKaQRNF+8XIiDKZ7XX3itBAYzwU0TARw8lJqRnkKl2iB1anSb0Z+IK";
const OTHER = "second-secret-of-the-rotation";

// Computed with `openssl dgst -sha256 -hmac "$SECRET" -hex`, so that no code of ours vouches for itself.
const vectors = [
  {
    what: "escapes that a serializer would not write",
    body: '{"event":{"title":"Caf\\u00e9 \\/ bar","n":1.0,"e":1e3}}',
    digest: "ee37f6dca47069b8815d9d8d33cf1eddb11dce6301881bc5007a4731bdfb5d55",
    otherDigest: "38f595f96a061ffda94b8a69889f2229beb5582a85b819ec050cc265da9c0805",
  },
  {
    what: "spaces in odd places",
    body: '{ "event" :\t{"id":  "01" ,\n"data":[ 1 ,2 ]}  }',
    digest: "353a5a7c714709ad7e38f88ff953341efa79c5decd22b8ddb11cea2e15d6b661",
    otherDigest: "0e0d8b5d769d72cefce9e2920e8a5d055b790675ce9af9f2ff0903cbf841ac7d",
  },
  {
    what: "a newline at the end",
    body: '{"event":{"id":"01"}}\n',
    digest: "18d04ea63d846330041bad308e0ac89e51f5db92070d9289bb4af180045e135a",
    otherDigest: "34ebde5ec0f714e4da4faf33ecf376e6c0c122b0b7399c163734197ca698b4e3",
  },
  {
    what: "text that is not ASCII",
    body: '{"event":{"title":"Größe 東京 🔥 é"}}',
    digest: "e5a0cdd399e194db16da18989042a40417b881efca5279d101862357012fe4ee",
    otherDigest: "b625e05e2212383c1327d2acae9dca25984747a6d9b69440a9a3a39b044241b2",
  },
];
const [escapes] = vectors as [(typeof vectors)[number]];
const body = Buffer.from(escapes.body);
const { digest, otherDigest } = escapes;

describe("the vectors that PagerDuty publishes", () => {
  test.for(published.vectors)("$name", ({ secret, body_file, header, valid }) => {
    expect(verifySignature([secret], readFixture(body_file), header)).toBe(valid);
  });
});

describe("vectors made with openssl", () => {
  test.for(vectors)("$what pass under the secret that signed them", ({ body, digest, otherDigest }) => {
    const bytes = Buffer.from(body);
    expect(verifySignature([SECRET], bytes, `v1=${digest}`)).toBe(true);
    expect(verifySignature([OTHER], bytes, `v1=${otherDigest}`)).toBe(true);
    expect(verifySignature([SECRET], bytes, `v1=${otherDigest}`)).toBe(false);
  });

  test.for(vectors.slice(0, 3))("$what fail once parsed and written again", ({ body, digest }) => {
    const rewritten = JSON.stringify(JSON.parse(body));
    expect(rewritten).not.toBe(body);
    expect(verifySignature([SECRET], Buffer.from(rewritten), `v1=${digest}`)).toBe(false);
  });

  test("bytes that are not UTF-8 are signed as they are", () => {
    const bytes = Buffer.from('{"event":{"title":"\xff\xfe"}}', "latin1");
    const header = "v1=64c0e2f3590d1d86075461dcfd5aeb5f5bb35538a8981ac778e3f91eb67271c6";
    expect(verifySignature([SECRET], bytes, header)).toBe(true);
  });

  test("an empty body has a signature too", () => {
    const header = "v1=78e1e119fe23813ce2fcfb10079cc89d6387b094902832639ccb5a8ff2fd6778";
    expect(verifySignature([SECRET], new Uint8Array(), header)).toBe(true);
  });

  test("a secret that is not ASCII is keyed by its UTF-8 bytes", () => {
    const bytes = Buffer.from('{"event":{"title":"Größe 東京 🔥 é"}}');
    const header = "v1=ee926ffdb821cd34c35b39aeeb2f5ea79733f32322754cbad693cf81932d1ce9";
    expect(verifySignature(["größe-🔥"], bytes, header)).toBe(true);
  });
});

describe("the header", () => {
  const wrong = "0".repeat(64);

  test.for([
    ["one signature", `v1=${digest}`],
    ["the right one first of two", `v1=${digest},v1=${wrong}`],
    ["the right one last of two", `v1=${wrong},v1=${digest}`],
    ["a space after the comma", `v1=${wrong}, v1=${digest}`],
    ["spaces around it", `  v1=${digest}\t`],
    ["upper-case hex", `v1=${digest.toUpperCase()}`],
    ["a version of the future beside it", `v2=${wrong},v1=${digest}`],
    ["a malformed signature beside it", `v1=abc,,=,v1=${digest}`],
  ] as const)("passes with %s", ([, header]) => {
    expect(verifySignature([SECRET], body, header)).toBe(true);
  });

  test.for([
    ["null", null],
    ["empty", ""],
    ["commas only", ",,,"],
    ["another body's signature", `v1=${vectors[1]?.digest}`],
    ["the right digest under another version", `v2=${digest}`],
    ["the right digest under a longer version", `v11=${digest}`],
    ["no version", digest],
    ["an empty digest", "v1="],
    ["a truncated digest", `v1=${digest.slice(0, 62)}`],
    ["half a byte missing", `v1=${digest.slice(0, 63)}`],
    ["a digest with more behind it", `v1=${digest}00`],
    ["a digest that is not hex", `v1=${digest.slice(0, 62)}zz`],
    ["base64 in place of hex", `v1=${Buffer.from(digest, "hex").toString("base64")}`],
    ["letters that are not ASCII", `v1=${"é".repeat(64)}`],
    ["a space inside", `v1= ${digest}`],
    ["semicolons for commas", `v1=${wrong};v1=${digest}`],
  ] as const)("is refused when it is %s", ([, header]) => {
    expect(verifySignature([SECRET], body, header)).toBe(false);
  });
});

describe("several secrets", () => {
  test.for([
    ["the first", [SECRET, OTHER], `v1=${digest}`],
    ["the second", [OTHER, SECRET], `v1=${digest}`],
    ["both, with a signature of each", [OTHER, SECRET], `v1=${digest},v1=${otherDigest}`],
  ] as const)("pass when %s signed", ([, secrets, header]) => {
    expect(verifySignature([...secrets], body, header)).toBe(true);
  });

  test("do not pass when none signed", () => {
    expect(verifySignature(["one", "two"], body, `v1=${digest},v1=${otherDigest}`)).toBe(false);
  });

  test("none at all lets nothing through, not even the digest under an empty key", () => {
    const unkeyed = createHmac("sha256", "").update(body).digest("hex");
    expect(verifySignature([], body, `v1=${unkeyed}`)).toBe(false);
  });
});

test("a body is signed with HMAC-SHA256 by every secret, in order", () => {
  // The key, data and digest of https://datatracker.ietf.org/doc/html/rfc4231#section-4.3
  const data = Buffer.from("what do ya want for nothing?");
  const digest = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
  expect(signWebhook(data, ["Jefe"])).toBe(`v1=${digest}`);
  expect(signWebhook(data, ["other", "Jefe"])).toMatch(new RegExp(`^v1=[0-9a-f]{64},v1=${digest}$`));
});

describe("for any body and any secret", () => {
  // HMAC pads a key with zeroes, so that two secrets that differ in those alone would be one.
  const secret = fc.stringMatching(/^[\w+/=-]{1,40}$/);
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });

  test("a flipped bit of the body is refused", () => {
    fc.assert(
      fc.property(secret, bytes, fc.nat(), (secret, body, at) => {
        const header = signWebhook(body, [secret]);
        expect(verifySignature([secret], body, header)).toBe(true);
        expect(verifySignature([secret], flipBit(body, at), header)).toBe(false);
      }),
    );
  });

  test("a flipped bit of the signature is refused", () => {
    fc.assert(
      fc.property(secret, bytes, fc.nat(), (secret, body, at) => {
        const signature = Buffer.from(signWebhook(body, [secret]).slice(3), "hex");
        const header = `v1=${Buffer.from(flipBit(signature, at)).toString("hex")}`;
        expect(verifySignature([secret], body, header)).toBe(false);
      }),
    );
  });
});

describe("the shared secret", () => {
  test.for([
    ["the only one", ["correct-horse"], "correct-horse"],
    ["the second of two", ["old-one", "correct-horse"], "correct-horse"],
    ["UTF-8, which arrives as one character per byte", ["größe-🔥"], utf8AsHeader("größe-🔥")],
  ] as const)("passes when it is %s", ([, secrets, header]) => {
    expect(verifySharedSecret([...secrets], header)).toBe(true);
  });

  test.for([
    ["absent", null],
    ["empty", ""],
    ["a prefix", "correct-hors"],
    ["longer", "correct-horse1"],
    ["in another case", "Correct-Horse"],
    ["two of them joined", "correct-horse,other"],
  ] as const)("is refused when it is %s", ([, header]) => {
    expect(verifySharedSecret(["correct-horse", "other"], header)).toBe(false);
  });

  test("none at all lets nothing through", () => {
    expect(verifySharedSecret([], "")).toBe(false);
  });
});

function flipBit(bytes: Uint8Array, at: number): Uint8Array {
  const flipped = Uint8Array.from(bytes);
  const bit = at % (bytes.length * 8);
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return flipped;
}

function utf8AsHeader(value: string): string {
  return Buffer.from(value).toString("latin1");
}
