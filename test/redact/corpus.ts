/** The corpus by which the redaction is measured: secrets in the forms that people and machines write, and benign texts. */

import { PATTERNS } from "../../src/redact/patterns.ts";
import { VENDORS } from "../../src/redact/vendors.ts";
import { fill, pick, type Random, randomOf, signsOf } from "./made.ts";

export type Planted = { kind: string; text: string; secret: string };

const NAMED: string[] = [
  "password=«{pass}»",
  "password        = «{pass}»",
  "password：«{pass}»",
  "**password**: «{pass}»",
  "**Password:** «{pass}»",
  "`password`: `«{pass}»`",
  "_password_: «{pass}»",
  "PASSWORD2=«{pass}»",
  "DB_PASSWORD_PROD=«{pass}»",
  "passwordProd: «{pass}»",
  "export PGPASSWORD=«{pass}»; psql -h db",
  "MYSQL_PWD=«{pass}» mysqldump orders",
  "spring.datasource.password=«{pass}»",
  "-Dspring.datasource.password=«{pass}» -jar orders.jar",
  "--set db.password=«{pass}»",
  "--from-literal=password=«{pass}»",
  "db password (prod): «{pass}»",
  "DB password [prod] = «{pass}»",
  "The password is «{pass}».",
  "the password for orders-db was «{pass}»",
  "password changed to «{pass}» at 14:40",
  "use password «{pass}» for now",
  "passphrase: '«{pass} {pass}»'",
  "Passwort: «{pass}»",
  "mot de passe : «{pass}»",
  "contraseña: «{pass}»",
  "пароль: «{pass}»",
  "密码：«{pass}»",
  "パスワード: «{pass}»",
  "pwd=«{pass}»;Server=db",
  "Server=db;User Id=sa;Password=«{pass}»;Encrypt=true",
  "| DB_PASSWORD | «{pass}» |",
  "<password>«{pass}»</password>",
  '<property name="password" value="«{pass}»"/>',
  "- name: DB_PASSWORD\n  value: «{pass}»",
  "Password:\n«{pass}»",
  "password: |\n  «{pass}»",
  'password := "«{pass}»"',
  "password => '«{pass}»'",
  "const password = '«{pass}»';",
  'String password = "«{pass}»";',
  "set password=«{pass}»",
  "ENV DB_PASS=«{pass}»",
  "db_pass: «{pass}»",
  "$password = '«{pass}»';",
  "password=«{lower:8}»",
  'PASSWORD="«{lower:6} {lower:9}»"',
  "?password=«{pass}»&user=kim",
  "password%3D«{pass}»",
  'os.environ["DB_PASSWORD"] = "«{pass}»"',
  "DB_PASSWORD=$" + "{DB_PASSWORD:-«{pass}»}",
  "{'password': '«{pass}»', 'host': 'db'}",
  "password='«{pass}»'",
  "password=“«{pass}»”",
  "redis password «{pass}»",
  "PIN is «{digit:6}»",
  "api_key=«{alnum:24}»",
  "X-Api-Key: «{alnum:32}»",
  "API key: «{alnum:32}»",
  "apikey «{alnum:4}»".replace("apikey", "apikey:"),
  "apiKey: '«{alnum:32}»'",
  "api-key = «{hex:32}»",
  "DD_API_KEY=«{hex:32}»",
  "datadog app key: «{hex:40}»",
  "aws_secret_access_key = «{alnum:40}»",
  "secretAccessKey: «{alnum:40}»",
  "aws_session_token=«{alnum:120}»",
  "AZURE_CLIENT_SECRET=«{alnum:34}»",
  "client_secret: «{alnum:30}»",
  "clientSecret=«{alnum:30}»",
  "AccountKey=«{alnum:86}==»;EndpointSuffix=core.windows.net",
  "SharedAccessKey=«{alnum:43}=»",
  "SECRET_KEY_BASE=«{hex:128}»",
  "DJANGO_SECRET_KEY='«{alnum:50}»'",
  "jwt secret: «{alnum:32}»",
  "signing_key=«{hex:64}»",
  "encryption key: «{hex:64}»",
  "routing_key: «{hex:32}»",
  "integration_key=«{hex:32}»",
  "token: «{alnum:20}»",
  "token=«{hex:40}»",
  "Token «{alnum:28}» leaked".replace("Token", "The token is"),
  "access_token=«{alnum:40}»&expires_in=3600",
  'refreshToken: "«{alnum:40}»"',
  "GITLAB_TOKEN2=«{alnum:20}»",
  "X-Vault-Token: «{alnum:26}»",
  "x-auth-token=«{alnum:26}»",
  "//registry.example/:_authToken=«{hex:36}»",
  "credentials: kim:«{pass}»",
  "credentials: [kim, «{pass}»]",
  "creds=«{alnum:20}»",
  "license key: «{alnum:24}»",
  "webhook_secret: «{alnum:24}»",
  "--token «{alnum:20}»",
  "--password «{pass}» --verbose",
  "--api-key=«{alnum:32}»",
  "--client-secret «{alnum:32}»",
  "connect.sid=«{alnum:32}»",
  "sessionid=«{alnum:32}»",
  "secret: «{alnum:20}…»",
  "private_key_id: x, private_key: «{alnum:64}»",
];

const JSON_FORMS: string[] = [
  '{"password":"«{pass}»"}',
  '{"password":{"value":"«{pass}»"}}',
  '{"credentials":["kim","«{pass}»"]}',
  '{"credentials":{"kim":"«{pass}»"}}',
  '{"name":"DB_PASSWORD","value":"«{pass}»"}',
  '{"env":[{"name":"HOST","value":"db"},{"name":"API_TOKEN","value":"«{alnum:24}»"}]}',
  '{"value":"«{pass}»","name":"DB_PASSWORD"}',
  '{"Key":"password","Value":"«{pass}»"}',
  '{"headers":{"Authorization":"GenieKey «{hex:8}-{hex:4}-{hex:12}»"}}',
  '{"headers":[["X-Api-Key","«{alnum:32}»"]]}',
  '{"Cookie":"«session={alnum:24}»"}',
  '{"password":{"current":"«{pass}»","rotated":true}}',
  '{"db":{"password":["«{pass}»"]}}',
  '{"passwords":["«{pass}»"]}',
  '{"args":["--password","«{pass}»"]}',
  '{"args":["mysql","-uroot","-p«{pass}»"]}'
    .replace('"mysql","-uroot","', '"mysql -uroot ')
    .replace("-p", "-p"),
  '{"message":"{\\"password\\":\\"«{pass}»\\"}"}',
  '{"message":"{\\"password\\":{\\"value\\":\\"«{pass}»\\"}}"}',
  '{"m":"{\\"n\\":\\"{\\\\\\"token\\\\\\":{\\\\\\"v\\\\\\":\\\\\\"«{alnum:24}»\\\\\\"}}\\"}"}',
  '{"message":"login failed\\npassword=«{pass}»\\nretry"}',
  '{"message":"user\\u0026token=«{alnum:24}»\\u0026x=1"}',
  'body={"user":"kim","secret":{"data":"«{alnum:24}»"}} status=500',
  'env {"DB_PASSWORD": "«{pass}»", "HOST": "db"',
  '{"user":"kim","password":"«{pass}',
  "{'credentials': {'user': 'kim', 'secret': '«{alnum:20}»'}, 'ok': None}",
  '{"password" : "«{pass}\\"{pass}»"}',
  '{"data":{"password":"«{alnum:16}==»"},"kind":"Secret"}',
  '[{"field":"password","old":"x","value":"«{pass}»"}]',
  '{"apiKey":"«{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}»"}',
];

const PERSONAL: [kind: string, template: string][] = [
  ["e-mail address", "«jordan.lee@acme.example»"],
  ["e-mail address", "mail «j.o'lee+pager@mail.acme.example» please"],
  ["e-mail address", "<«jürgen@bücher.example»>"],
  ["e-mail address", "?user=«jordan%40acme.example»&x=1"],
  ["e-mail address", '{"to":"«sam\\u0040acme.example»"}'],
  ["e-mail address", "[Sam](mailto:«sam.k@acme.example»)"],
  ["e-mail address", '{"«kim@acme.example»":3}'],
  ["e-mail address", "user=«KIM_L@ACME.EXAMPLE» failed"],
  ["e-mail address", "contact: «sam@acme.co.uk», or the desk"],
  ["e-mail address", "«sam＠acme.example»"],
  ["phone number", "«+1-415-555-0132»"],
  ["phone number", "«+14155550132,,,8842#»"],
  ["phone number", "«(415) 555-0132»"],
  ["phone number", "«415-555-0132» x4"],
  ["phone number", "«0049 30 901820»"],
  ["phone number", "Phone: «030 901 82 00»"],
  ["phone number", "Tel. number «030 901 82 00»".replace("Tel. number", "Tel no.")],
  ["phone number", "call «+44 20 7946 0958» now"],
  ["phone number", "bridge «+81 3-1234-5678»"],
  ["phone number", '{"phone":"«030 901 82 00»"}'],
  ["phone number", "**Mobile:** «0171 555 01 32»"],
  ["card number", "«{card}»"],
  ["card number", "card «{card}» was declined"],
  ["card number", "pan=«{card}»"],
  ["card number", '{"card":"«{card}»"}'],
  ["card number", "«5555-5555-5555-4444»"],
  ["card number", "«378282246310005»"],
  ["IBAN", "«{iban}»"],
  ["IBAN", "refund to «{iban}», twice"],
  ["IBAN", '{"iban":"«{iban}»"}'],
  ["IBAN", "«GB82WEST12345698765432»"],
];

/** The secrets, the same for the same seed: each row of the tables whole, cut and in its examples, and the forms above. */
export function makeSecrets(seed: number): Planted[] {
  const random = randomOf(seed);
  const vendors = VENDORS.flatMap(({ kind, beginnings, characters, length, shortest }) =>
    beginnings.flatMap((beginning, index) => {
      const whole = beginning + pickMixed(signsOf(characters), length, random);
      // What is told by its whole length alone cannot be told when cut.
      const cuts =
        index > 0 || shortest === length ? [] : [2 / 3, 1 / 2].map((part) => Math.ceil(whole.length * part));
      return [whole, ...cuts.map((size) => `${whole.slice(0, size)}`)].map((secret) => ({
        kind,
        text: `found ${secret} in the log`,
        secret,
      }));
    }),
  );
  const templates: [kind: string, template: string][] = [
    ...PATTERNS.flatMap(({ kind, examples }) => examples.map((one): [string, string] => [kind, one])),
    ...NAMED.map((one): [string, string] => ["password or secret", one]),
    ...JSON_FORMS.map((one): [string, string] => ["password or secret", one]),
    ...PERSONAL,
  ];
  return [...vendors, ...templates.map(([kind, template]) => plant(kind, template, random))];
}

function pickMixed(signs: string, length: number, random: Random): string {
  for (;;) {
    const made = pick(signs, length, random);
    if (/^[^-_.=+/].{0,10}\d.*[^-_.=+/]$/.test(made)) return made;
  }
}

export function plant(kind: string, template: string, random: Random): Planted {
  const filled = fill(template, random);
  const [, secret = ""] = /«([^»]*)/.exec(filled) ?? [];
  return { kind, text: filled.replace(/[«»]/g, ""), secret };
}

/** Whether nothing of the secret is left: no five signs of it in a row, but for those that stand around it too. */
export function isGone(redacted: string, { text, secret }: Planted): boolean {
  const around = text.replace(secret, "\0");
  const rest = redacted.replace(/\[redacted: [^\]]+\]/g, "\0");
  const size = Math.min(secret.length, 5);
  return Array.from({ length: secret.length - size + 1 }, (_, at) => secret.slice(at, at + size)).every(
    (part) => !rest.includes(part) || around.includes(part),
  );
}
