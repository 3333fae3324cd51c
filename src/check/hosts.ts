/** Hosts that mean something to the rules. */

/** Whether an address is one of Devin's. */
export function isDevinsHost({ hostname }: URL): boolean {
  return /(?:^|\.)(?:devin\.ai|devinenterprise\.com)$/.test(hostname);
}

/** Whether an address leads to the reader's own machine. */
export function isLocal({ hostname }: URL): boolean {
  return /^(?:(?:[\w-]+\.){0,5}localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\])$/.test(hostname);
}

const SHORTENERS = new Set(
  "bit.ly bl.ink buff.ly cutt.ly dub.sh git.io goo.gl is.gd lnkd.in ow.ly rb.gy rebrand.ly s.id shorturl.at t.co t.ly tiny.cc tinyurl.com v.gd".split(
    " ",
  ),
);

/** Whether an address is one of a public shortener, which leads wherever its maker says. */
export function isShortener({ hostname }: URL): boolean {
  return SHORTENERS.has(hostname.replace(/^www\./, ""));
}
