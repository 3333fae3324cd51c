/** Secrets that are found by their shape or by what stands around them: the table. */

import { COMMANDS } from "./commands.ts";
import { holdsCookie, isJumbled, isMachineMade, isName, isSecret, isStrong } from "./no-secret.ts";
import type { Pattern } from "./pattern.ts";
import { WEBHOOKS } from "./webhooks.ts";

function hasDigit(found: string): boolean {
  return /\d/.test(found);
}

export const PATTERNS: Pattern[] = [
  {
    // A key that was cut has no last line; what looks like its lines goes with it.
    kind: "private key",
    shape: "PEM blocks of private keys, also cut short or without their first line",
    source: "RFC 7468",
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[^-\0]{0,20000}-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|(?:(?:\s|\\[rn]){1,4}(?:Proc-Type|DEK-Info|Version|Comment): ?[^\n\\]{0,100}){0,9}(?:(?:\s|\\[rn]|["',+]){0,12}[A-Za-z0-9+/=]{16,}){0,400})/dg,
    examples: [
      "«-----BEGIN RSA PRIVATE KEY-----\n{alnum:64}\n{alnum:64}\n-----END RSA PRIVATE KEY-----»",
      "«-----BEGIN OPENSSH PRIVATE KEY-----\n{alnum:70}\n{alnum:40}»",
    ],
    benign: ["-----BEGIN PUBLIC KEY-----", "-----BEGIN CERTIFICATE-----"],
  },
  {
    kind: "private key",
    shape: "the end of a PEM block whose beginning was cut off",
    source: "RFC 7468",
    pattern:
      /(?:[A-Za-z0-9+/]{64}(?:\n|\\n)){1,200}[A-Za-z0-9+/=]{0,64}(?:\n|\\n)?-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----/dg,
    examples: ["«{alnum:64}\n{alnum:64}\n{alnum:20}\n-----END RSA PRIVATE KEY-----»"],
    benign: ["-----END CERTIFICATE-----"],
  },
  {
    kind: "private key",
    shape: "the private lines of PuTTY's keys",
    source: "PuTTY: PPK file format",
    pattern: /\bPrivate-Lines: \d{1,3}\s{1,4}(?<secret>(?:[A-Za-z0-9+/=]{4,100}(?:\s{1,4}|$)){1,99})/dg,
    examples: ["Private-Lines: 1\n«{alnum:48}»\nPrivate-MAC: 00"],
    benign: ["Private-Lines: 14"],
  },
  {
    kind: "JSON web token",
    shape: "`eyJ….….…`, signed, unsigned or encrypted",
    source: "RFC 7519",
    pattern: /(?<![\w-])eyJ[\w-]{6,}\.[\w-]{4,}(?:\.[\w-]*){0,3}/dg,
    examples: ["«eyJhbGciOiJIUzI1NiJ9.eyJ{word:30}.{word:43}»", "«eyJhbGciOiJIUzI1NiJ9.eyJ{word:20}»"],
    benign: ["eyJ"],
  },
  {
    kind: "vendor's token",
    shape:
      "tokens of Discord's and Telegram's bots, Airtable, Azure AD, Harness, Terraform Cloud, Mailchimp, MaxMind, Resend",
    source: "gitleaks, configuration of July 2026",
    pattern:
      /(?<![\w-])(?:[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{13,45}|\d{8,10}:AA[\w-]{14,40}|pat[A-Za-z0-9]{14}\.[a-f0-9]{22,64}|[\w~.]{3}\dQ~[\w~.-]{12,40}|[ps]at\.[\w-]{22}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{4,20}|[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{12,80}|[a-f0-9]{32}-us\d{1,2}|[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk|re_[A-Za-z0-9]{8}_[A-Za-z0-9]{6,24})(?![\w])/dg,
    examples: [
      "«M{alnum:23}.{word:6}.{word:27}»",
      "«{digit:9}:AA{word:33}»",
      "«pat{alnum:14}.{hex:64}»",
      "«{alnum:14}.atlasv1.{alnum:60}»",
      "«{hex:32}-us12»",
      "«re_{alnum:8}_{alnum:24}»",
    ],
    benign: ["com.acme.orders.Pool", "12345678:40"],
  },
  {
    kind: "vendor's token",
    shape:
      "letters and digits of both cases in no order after a prefix with `_live_`, `_prod_`, `_test_`, `_pat_`, `_api_`, `_key_`, `_rw_` or the like",
    source: "keys of many vendors, such as Apify, Datadog, Vercel Blob and Cal.com",
    // With hyphens it is what AWS names a resource.
    pattern:
      /(?<![\w-])[a-z][a-z0-9]{0,14}(?:_[a-z]{1,10})?_(?:live|prod|test|pat|api|key|sk|token|secret|rw)_(?<secret>\w{20,200})(?![\w-])/dg,
    isMeant: (found) => isMachineMade(found) && isJumbled(found),
    examples: ["vercel_blob_rw_«{alnum:16}_{alnum:30}»", "apify_api_«{alnum:36}»", "bb_live_«{alnum:24}»"],
    benign: [
      "acme/orders-api-9fceb02d0ae598e95dc970b74767f19372d61af8",
      "pi_3MtwBwLkdIwHu7ix28a3tqPa",
      "prod_api_orders-v2-latency-by-region-2026",
      "table acme-prod-OrdersTable-1A2B3C4D5E6F7 throttled",
      "function:orders-test-CheckoutHandler-xK2J9qPLM3No",
      "the flag orders_api_EnableNewCheckoutFlowV2For2026",
    ],
  },
  {
    kind: "password or secret",
    shape: "hashes of passwords, `$2b$…`, `$6$…`, `$argon2id$…`",
    source: "crypt(5)",
    pattern:
      /\$(?:1|2[abxy]?|5|6|7|g?y|apr1|argon2(?:id|[id])|scrypt|pbkdf2[\w-]{0,10})\$[\w./$=,+-]{20,200}/dg,
    examples: ["kim:«$6$k{alnum:7}$m{alnum:85}»:19000:0:99999:7:::", "hash «$2b$12$r{alnum:52}»"],
    benign: ["costs $1$ or $2$"],
  },
  {
    kind: "credentials",
    shape:
      "what follows `Authorization:` and its scheme, whichever it is; with `Digest` and the like the whole line",
    source: "RFC 9110, section 11",
    pattern:
      /\bauthori[sz]ation\\*["']?[ \t]{0,5}(?:=>|:=|[:=])[ \t]{0,5}\\*["'`]?(?:(?:digest|aws4-hmac-sha256|oauth|hawk|signature|mac|snowflake)[ \t]{1,5}(?<secret>[^\n\0]{4,4000}))/dgi,
    examples: ['Authorization: Digest «username="orders", response="{hex:32}"»'],
    benign: [],
  },
  {
    kind: "credentials",
    shape: "the same",
    source: "RFC 9110, section 11",
    pattern:
      /\bauthori[sz]ation\\*["']?[ \t]{0,5}(?:=>|:=|[:=])[ \t]{0,5}\\*["'`]?(?:(?:bearer|basic|token|negotiate|ntlm|apikey|splunk|geniekey|ssws|api-token)[ \t]{1,5})(?:token=\\*["']?)?(?<secret>[^\s\0"'`\\,;]{3,})/dgi,
    isMeant: (found) => isSecret(found, "password"),
    examples: [
      "Authorization: Bearer «{alnum:20}»",
      "Authorization: GenieKey «{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}»",
      "Authorization: SSWS «{word:42}»",
      '"Authorization": "Token token=«{alnum:12}»"',
    ],
    benign: ["Authorization: Bearer token is missing", "Authorization: Bearer $TOKEN"],
  },
  {
    kind: "credentials",
    shape: "the same",
    source: "RFC 9110, section 11",
    pattern:
      /\bauthori[sz]ation\\*["']?[ \t]{0,5}(?:=>|:=|[:=])[ \t]{0,5}\\*["'`]?(?:[A-Za-z][\w-]{1,40}[ \t]{1,5})?(?:[\w-]{1,20}=)?(?<secret>[^\s\0"'`\\,;]{6,})/dgi,
    isMeant: (found) => isSecret(found, "secret") && /[\d+/=]|[a-z][A-Z]/.test(found),
    examples: [
      "Authorization: Api-Token «{alnum:24}»",
      "Authorization: OAuth2x «{alnum:20}»",
      "authorization=«{alnum:24}»",
    ],
    benign: ["Authorization: failed for user kim", "authorization=none", "authorization: role-based access"],
  },
  {
    kind: "credentials",
    shape: "what follows `Bearer` or `Basic`, also alone",
    source: "RFC 6750, RFC 7617",
    pattern: /\b(?:Bearer|Basic|GenieKey|SSWS)[ \t]{1,5}(?<secret>[\w.~+/=-]{16,})/dgi,
    isMeant: (found) => isSecret(found, "secret") && /\d|[a-z][A-Z].*[a-z][A-Z]/.test(found),
    examples: ["sent bearer «{alnum:24}»", "Basic «{alnum:23}=»"],
    benign: ["the bearer of bad news arrived unexpectedly", "basic authentication-requirements"],
  },
  {
    kind: "cookie",
    shape: "what follows `Cookie:` or `Set-Cookie:`",
    source: "RFC 6265",
    pattern:
      /\b(?:set-)?cookies?\\*["']?[ \t]{0,5}(?:=>|[:=])[ \t]{0,5}\\*["']?(?<secret>[^\n\0"'\\]{4,})/dgi,
    isMeant: holdsCookie,
    examples: ["Set-Cookie: «lang=en; session={alnum:24}; Path=/»"],
    benign: ["cookie: blocked", "cookies: 3", "cookie: SameSite=Lax is the default"],
  },
  {
    kind: "password or secret",
    shape: "the password in an address of the web, `https://user:…@host`",
    source: "RFC 3986, section 3.2.1",
    pattern: /\b(?:https?|ftps?):\/\/[^\s/@:"'<>]{0,256}:(?<secret>[^\s/"'<>]{1,512})(?=@)/dgi,
    isMeant: (found) => isSecret(found, "address"),
    examples: ["https://orders:«{word:9}!»@db.example/x"],
    benign: ["http://localhost:3000/health?full=1@2", "https://user:<password>@db.example"],
  },
  {
    kind: "password or secret",
    shape: "a key in the place of the user",
    source: "RFC 3986, section 3.2.1",
    pattern:
      /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,30}:\/\/(?<secret>[^\s/@:"'<>]{16,512})(?=(?::[^\s/@"'<>]{0,512})?@)/dgi,
    isMeant: (found) => hasDigit(found) && !isName(found),
    examples: ["https://«{hex:40}»@git.example/acme/orders"],
    benign: ["https://npmjs.example/@acme/orders"],
  },
  {
    // A slash or an @ is rather the password's than the path's.
    kind: "password or secret",
    shape: "the password in an address that is not of the web, as those of databases",
    source: "RFC 3986, section 3.2.1",
    pattern:
      /(?<![a-z0-9+.-])(?!https?:|ftps?:)[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/@:"'<>]{0,256}:(?!\d{1,5}[/?])(?<secret>[^\s"'<>]{1,512})(?=@)/dgi,
    isMeant: (found) => isSecret(found, "address"),
    examples: ["postgres://orders:«p@{word:6}/w0rd»@db:5432/orders", "redis://:«{word:14}»@cache:6379/0"],
    benign: ["postgres://db.internal:5432/orders", "amqp://mq.internal:5672/%2f"],
  },
  {
    kind: "password or secret",
    shape: "the password in such an address that was cut before its `@`",
    source: "RFC 3986, section 3.2.1",
    pattern:
      /(?<![a-z0-9+.-])(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|amqps?|mssql|sqlserver|clickhouse|smtps?|ldaps?|s?ftp|https?)(?:\+[a-z0-9]{1,20})?:\/\/[^\s/@:"'<>]{1,256}:(?<secret>[^\s/@"'<>…]{3,512})(?=…|\.\.\.|$)/dgi,
    isMeant: (found) => isStrong(found.replace(/\.{1,3}$/, "")) || isStrong(`${found}${found}`),
    examples: ["postgres://orders:«{alnum:14}»…", "mongodb+srv://app:«{alnum:9}»"],
    benign: ["redis://cache:6379", "http://localhost:3000"],
  },
  {
    kind: "password or secret",
    shape: "a user, a password and a host, `kim:…@db.example.com`",
    source: "RFC 3986, section 3.2.1",
    pattern:
      /(?<![\w/:@.%-])[\w.-]{2,40}:(?<secret>[^\s:@/"'<>\0]{6,100})(?=@[a-z0-9][\w-]{0,62}\.[a-z0-9.-]{2,100})/dgi,
    isMeant: isStrong,
    examples: ["kim:«{pass}»@db-7.example.com"],
    benign: ["image:2.41.0-rc1@sha256:9fceb02d", "mailto:kim@acme.internal"],
  },
  {
    kind: "password or secret",
    shape: "Go's names of databases, `user:…@tcp(host)`",
    source: "go-sql-driver/mysql",
    pattern: /(?<![\w/])[\w.-]{1,60}:(?<secret>[^\s:"'<>]{1,200})(?=@(?:tcp|unix|udp)6?\()/dg,
    isMeant: (found) => isSecret(found, "address"),
    examples: ["orders:«{alnum:14}»@tcp(db-7:3306)/orders"],
    benign: ["orders:$PASS@tcp(db-7:3306)/orders"],
  },
  {
    kind: "password or secret",
    shape: 'the only argument of a call that is named after it, `setPassword("…")`, `redis.auth("…")`',
    source: "programs",
    pattern:
      /(?:[Pp]assword|[Pp]asswd|[Ss]ecret|[Tt]oken|[Aa]pi_?[Kk]ey|\b[Aa]uth)\(["'`](?<secret>[^"'`\s\0]{6,200})["'`]/dg,
    isMeant: isStrong,
    examples: ['client.setPassword("«{pass}»")', 'redis.auth("«{alnum:20}»")'],
    benign: ['getToken("orders-v2")', 'setPassword("")'],
  },
  {
    kind: "password or secret",
    shape: "headers whose names do not say it: `X-Honeycomb-Team`",
    source: "Honeycomb: Authentication",
    pattern: /\bX-Honeycomb-Team\\*["']?[ \t]{0,5}[:=][ \t]{0,5}\\*["']?(?<secret>[\w-]{16,})/dgi,
    examples: ["X-Honeycomb-Team: «{alnum:22}»"],
    benign: ["x-honeycomb-team: missing"],
  },
  {
    kind: "password or secret",
    shape: "signatures in the query of an address, `sig=`, `X-Amz-Signature=`, `code=`",
    source: "Azure SAS, AWS Signature V4, Azure Functions",
    pattern:
      /[?&](?:amp;)?(?:sig|code|key|s|hmac|x-amz-(?:signature|security-token|credential)|x-goog-(?:signature|credential))=(?<secret>[\w+/=%.~-]{16,})/dgi,
    isMeant: hasDigit,
    examples: [
      "https://blob.example/x?sv=1&sig=«{alnum:43}%3D»",
      "https://x.example/api/run?code=«{alnum:50}==»",
    ],
    benign: ["https://dash.example/?key=orders&code=200"],
  },
  {
    kind: "password or secret",
    shape:
      "a user and a password after a word for them: `login: kim / …`, `creds for the replica are kim:…`, `logged in with kim and …`",
    source: "people's notes",
    pattern:
      /\b(?:creds?|credentials|(?:log|sign)(?:ged|ging|ned)?[ -]?(?:in|on)|account|user(?:name)?(?:\/| and )(?:pass(?:word)?|pw)|user:pass|u\/p)(?:[ \t](?:for|of|to|on|at)(?:[ \t][\w.-]{1,40}){1,4}?)?(?:[ \t](?:is|are|was|were|with|as|using))?[:=]{0,1}[ \t]{1,5}[`"']?[\w.@-]{2,40}[`"']?[ \t]{0,3}(?:[/:]|,|[ \t]and[ \t])[ \t]{0,3}[`"']?(?<secret>[^\s\0"'`,;)]{4,100})/dgi,
    isMeant: isStrong,
    examples: [
      "login: admin / «{word:8}7!»",
      "creds: kim:«{word:8}7!»",
      "DB creds for the replica are orders_ro / «{pass}»",
      "I logged in with kim and «{pass}»",
    ],
    benign: [
      "login: failed / locked",
      "login https://sso.example/auth2",
      "logged in as kim and restarted orders-service",
    ],
  },
  {
    kind: "password or secret",
    shape: "a password before its name: `try … as the password`, `… is the new token`",
    source: "people's notes",
    pattern:
      /(?<![!-~])["'`]?(?<secret>[!-~]{6,100}?)["'`]?[ \t](?:as|is|was)[ \t](?:(?:the|your|our|a|new|old|temporary|temp|root|admin)[ \t]){0,3}(?:password|passphrase|pw|token|secret|api[ _-]?key)\b/dgi,
    isMeant: (found) => isStrong(found) && hasDigit(found),
    examples: ["try «{pass}» as the password", "`«{pass}»` is the new root password"],
    benign: ["orders-v2 is the token service", "2026-02-10 was the password reset day"],
  },
  {
    kind: "password or secret",
    shape: "the second of `password … from … to …`",
    source: "people's notes",
    pattern:
      /\b(?:password|passphrase|pw|pwd|secret|token)\b[^\n\0]{0,40}?[ \t]from[ \t]{1,3}[^\s\0]{1,100}[ \t]{1,3}to[ \t]{1,3}["'`]?(?<secret>[^\s\0"'`]{6,100}[^\s\0"'`.,;)])/dgi,
    isMeant: isStrong,
    examples: ["changed the password from one to «{pass}»"],
    benign: ["moved the token from Vault to orders-service"],
  },
  {
    kind: "password or secret",
    shape: "codes that replace a second factor: `backup code: …`, `OTP is …`",
    source: "people's notes",
    pattern:
      /\b(?:(?:backup|recovery|mfa|2fa|otp|totp|one-time|verification|sms|pin)[ _-](?:backup[ _-]|recovery[ _-])?(?:code|pin|password|seed)s?|otp)(?:[ \t]{0,3}[:=]|[ \t]{1,3}(?:is|was))?[ \t]{1,3}["'`]?(?<secret>[A-Za-z0-9][\w-]{3,40})/dgi,
    isMeant: (found) => isSecret(found, "code"),
    examples: ["MFA backup code: «{digit:8}»", "the OTP was «{digit:6}»"],
    benign: ["security code: 4711 errors", "the password from orders-v2 failed", "recovery codes: 3 left"],
  },
  ...WEBHOOKS,
  ...COMMANDS,
];
