/** Passwords that stand at a place of a command: the table. */

import { isSecret, isStrong } from "./no-secret.ts";
import type { Pattern } from "./pattern.ts";

const VALUE = String.raw`(?:"[^"\n]{1,400}|'[^'\n]{1,400}|[^\s"'|;&<>]{1,400})`;

function isPassword(found: string): boolean {
  return isSecret(unquote(found), "password");
}

function unquote(found: string): string {
  return found.replace(/^["']/, "");
}

/** The rows of commands: the password stands at a place of its own. */
function command(
  shape: string,
  source: string,
  before: string,
  examples: string[],
  benign: string[],
): Pattern {
  return {
    kind: "password or secret",
    shape,
    source,
    pattern: new RegExp(`${before}["']?(?<secret>${VALUE})`, "dg"),
    isMeant: isPassword,
    examples,
    benign,
  };
}

export const COMMANDS: Pattern[] = [
  command(
    "`curl -u user:…`",
    "curl(1)",
    String.raw`\b(?:curl|wget|http|xh|etcdctl)\b[^\n|\0]{0,300}?[ \t](?:-u|--user|--proxy-user|-U|-a|--auth)[= \t]{0,3}["']?[^\s:"'\0]{0,80}:`,
    ["curl -sS -u kim:«{word:12}» https://api.example/v1"],
    ["curl -u kim https://api.example:8443/v1", "curl -u $USER:$PASS https://x.example"],
  ),
  command(
    "`mysql -p…`",
    "mysql(1)",
    String.raw`\b(?:mysql|mariadb)[a-z_]{0,12}\b[^\n|;\0]{0,200}?[ \t]-p(?![ \t])`,
    ["mysql -h db -u root -p«{word:12}» orders", "mysqldump -p'«{word:12}»' orders"],
    ["mysql -u root -p orders", "mysql -p$PASS"],
  ),
  command(
    "`redis-cli -a …`, `requirepass …`",
    "redis-cli(1)",
    String.raw`\b(?:redis-cli\b[^\n|;\0]{0,200}?[ \t](?:-a|--pass)|requirepass|masterauth)[ \t]{1,5}`,
    ["redis-cli -h cache -a «{word:14}» ping", "requirepass «{word:14}»"],
    ["redis-cli -h cache ping", "redis-cli -a $REDIS_PASSWORD"],
  ),
  command(
    "`sshpass -p …` and other tools' `-p`",
    "sshpass(1), docker-login(1), mongosh",
    String.raw`\b(?:sshpass|docker[ \t]{1,3}login|podman[ \t]{1,3}login|helm[ \t]{1,3}registry[ \t]{1,3}login|mongo(?:sh|dump|restore|export|import)?|cqlsh|az[ \t]{1,3}login|oc[ \t]{1,3}login|snowsql|influx|rabbitmqadmin|rpcclient|arangosh|psexec|rdesktop|winexe|impacket-\w{1,20})(?:\.exe)?\b[^\n|;\0]{0,200}?[ \t]-p[ \t]{0,3}`,
    ["sshpass -p «{word:12}» ssh root@db1", "docker login -u kim -p «{word:16}» ghcr.io"],
    ["docker login ghcr.io", "mongosh -p $PASS"],
  ),
  command(
    "`sqlcmd -P …`, `ldapsearch -w …`, `zip -P …`, `7z -p…`, `smbclient -U user%…`, `snmpwalk -c …`, `openssl enc -k …`, `lftp -u user,…`, `gh secret set … --body …`",
    "each tool's manual",
    String.raw`\b(?:(?:sqlcmd|bcp|tsql|zip|unzip|ipmitool)\b[^\n|;\0]{0,200}?[ \t]-P[ \t]{0,3}|ldap[a-z]{3,10}\b[^\n|;\0]{0,200}?[ \t]-w[ \t]{0,3}|7za?\b[^\n|;\0]{0,100}?[ \t]-p|xfreerdp\b[^\n|\0]{0,100}?[ \t]\/p:|smbclient\b[^\n|;\0]{0,100}?[ \t]-U[ \t]{0,3}[^\s%]{1,60}%|snmp[a-z]{3,10}\b[^\n|;\0]{0,100}?[ \t]-c[ \t]{1,3}|openssl[ \t]{1,3}enc\b[^\n|\0]{0,100}?[ \t]-k[ \t]{1,3}|gpg2?\b[^\n|\0]{0,100}?--passphrase[= \t]{1,3}|lftp\b[^\n|\0]{0,100}?[ \t]-u[ \t]{1,3}["']?[^\s,]{1,60},|gh[ \t]{1,3}secret[ \t]{1,3}set\b[^\n|\0]{0,100}?(?:--body|-b)[= \t]{1,3}|expect\b[^\n|\0]{0,60}?send[ \t]{1,3})`,
    ["sqlcmd -S db -U sa -P «{word:12}»", "ldapsearch -D cn=admin -w «{word:12}» -b dc=acme"],
    ["sqlcmd -S db -U sa -P $PASS"],
  ),
  command(
    "what is put into a store of secrets: `kubectl create secret … --from-literal=…`, `vault kv put …`, `az keyvault secret set … --value …`, `wrangler secret put … <<< …`, `ConvertTo-SecureString …`",
    "each tool's manual",
    String.raw`(?:(?<!\b(?:configmap|cm)\b[^\n|;\0]{0,300})--from-literal[= \t]["']?[\w.-]{1,60}=|(?<=\bvault[ \t]kv[ \t](?:put|patch)[ \t][^\n|;\0]{0,200})[ \t][\w.-]{1,40}=|\b(?:aws[ \t]ssm[ \t]put-parameter\b[^\n|\0]{0,200}?SecureString\b|az[ \t]keyvault[ \t]secret[ \t]set\b)[^\n|\0]{0,200}?[ \t]--value[= \t]{1,3}|\bsecrets?[ \t]{1,3}(?:put|set|add)[ \t]{1,3}[\w.-]{1,60}[ \t]{0,3}<<<[ \t]{0,3}|\bConvertTo-SecureString[ \t]{1,3}(?:-\w{1,20}[ \t]{1,3}){0,4}|\brclone[ \t]obscure[ \t]{1,3})`,
    [
      "kubectl create secret generic db --from-literal=user=orders --from-literal=db=«{pass}»",
      "vault kv put secret/orders user=orders db=«{pass}»",
      "aws ssm put-parameter --name /orders/db --type SecureString --value '«{pass}»'",
      "wrangler secret put TOKEN <<< «{alnum:30}»",
      "ConvertTo-SecureString '«{pass}»' -AsPlainText -Force",
    ],
    [
      "kubectl create configmap orders --from-literal=env=production1 --from-literal=color=teal",
      "vault kv put secret/orders db=@db.txt",
      "ConvertTo-SecureString $env:DB_PASSWORD -AsPlainText",
    ],
  ),
  command(
    "passwords that are piped or set: `echo … | sudo -S`, `chpasswd`, `htpasswd -b`, `-passin pass:…`",
    "each tool's manual",
    String.raw`(?:\bpass(?:in|out)[ \t]{1,3}pass:|\bhtpasswd[ \t]{1,3}-[a-zA-Z]{0,6}b[a-zA-Z]{0,6}[ \t]{1,3}[^\s]{1,80}[ \t]{1,3}[^\s]{1,40}[ \t]{1,3}|\brabbitmqctl[ \t]{1,3}(?:add_user|change_password)[ \t]{1,3}[^\s]{1,40}[ \t]{1,3}|\bnet[ \t]{1,3}user[ \t]{1,3}[^\s]{1,40}[ \t]{1,3}|\bnet[ \t]{1,3}use\b[^\n|\0]{0,100}?[ \t]\/user:[^\s]{1,60}[ \t]{1,3}|\baws configure set (?:aws_secret_access_key|aws_session_token)[ \t]{1,3})`,
    ["openssl rsa -passin pass:«{word:12}» -in k", "rabbitmqctl change_password orders «{word:12}»"],
    [],
  ),
  command(
    "variables that are set without a sign: `ENV DB_PASS …`, `setx DB_PASSWORD …`, `setenv`, `set -gx`, `SetEnvironmentVariable`, `user-secrets set`",
    "each tool's manual",
    String.raw`\b(?:ENV|ARG|setx|setenv|set[ \t]{1,3}-[a-zA-Z]{1,4}|SetEnvironmentVariable|user-secrets[ \t]{1,3}set|config[ \t]{1,3}set)[ \t(]{1,5}["']?[\w.:-]{0,40}(?:PASS|PWD|SECRET|TOKEN|KEY|CRED|[Pp]ass|[Pp]wd|[Ss]ecret|[Tt]oken|[Kk]ey|[Cc]red)[\w.:-]{0,40}["']?[ \t,]{1,5}`,
    ['setx DB_PASSWORD "«{pass}»"', "set -gx API_TOKEN «{alnum:24}»"],
    ["setx DB_PASSWORD %OLD%"],
  ),
  {
    kind: "password or secret",
    shape: "`vault login …`, `AUTH …` of Redis, `AUTH PLAIN …` of SMTP",
    source: "each tool's manual",
    pattern:
      /\b(?:vault[ \t]{1,3}login[ \t]{1,3}(?:-[\w=-]{1,40}[ \t]{1,3}){0,4}(?:token=)?|AUTH[ \t]{1,3}(?:(?:PLAIN|LOGIN|default)[ \t]{1,3})?)["']?(?<secret>[^\s"'|;&<>\0]{6,400})/dg,
    isMeant: isStrong,
    examples: ["vault login «{alnum:26}»", "AUTH «{alnum:20}»", "AUTH PLAIN «{alnum:22}==»"],
    benign: ["vault login -method=oidc", "AUTH failed", "vault login $VAULT_TOKEN"],
  },
  {
    kind: "password or secret",
    shape: "Oracle's `user/…@database`",
    source: "sqlplus(1), Oracle JDBC",
    pattern:
      /\b(?:sqlplus|sqlldr|expdp|impdp|rman[ \t]{1,3}target|jdbc:oracle:(?:thin|oci8?):?)(?:[ \t]{1,3}-\w{1,10}){0,4}[ \t]{0,3}["']?[\w$#.-]{1,40}\/["']?(?<secret>[^\s"'/\0]{1,100})["']?(?=@)/dgi,
    isMeant: isPassword,
    examples: ["sqlplus -s orders/«{pass}»@ORCL", "jdbc:oracle:thin:orders/«{pass}»@db:1521/ORCL"],
    benign: ["sqlplus orders/$PASS@ORCL", "jdbc:oracle:thin:@//db:1521/ORCL"],
  },
  {
    kind: "password or secret",
    shape: "`echo … | sudo -S`, `… | docker login --password-stdin`, `user:… | chpasswd`",
    source: "each tool's manual",
    pattern:
      /\b(?:echo|printf)[ \t]{1,3}(?:-n[ \t]{1,3})?["']?(?:[\w.-]{1,40}:(?=[^\n|]{1,100}chpasswd))?(?<secret>[^\s"'|\0]{4,200})["']?[ \t]{0,5}\|[ \t]{0,5}[^\n|\0]{0,80}?(?:sudo[ \t]{1,3}-S|--password-stdin|chpasswd|passwd|cryptsetup)/dg,
    isMeant: (found) => isSecret(found, "password"),
    examples: ["echo «{word:12}» | sudo -S systemctl restart orders", "echo orders:«{word:12}» | chpasswd"],
    benign: ["echo $PASS | docker login --password-stdin"],
  },
  {
    kind: "password or secret",
    shape: "SQL's `IDENTIFIED BY '…'` and `PASSWORD '…'`",
    source: "MySQL, PostgreSQL and Oracle: CREATE USER",
    pattern:
      /\b(?:identified[ \t]{1,5}(?:with[ \t]{1,5}[\w']{1,40}[ \t]{1,5})?by(?:[ \t]{1,5}values)?|(?:encrypted[ \t]{1,5})?password)[ \t]{1,5}["'](?<secret>[^"'\n\0]{1,200})/dgi,
    isMeant: (found) => isSecret(found, "password"),
    examples: ["CREATE USER kim IDENTIFIED BY '«{word:12}»'", "ALTER ROLE orders PASSWORD '«{word:12}»'"],
    benign: ["the column password 'hash'"],
  },
];
