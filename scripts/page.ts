/** `npm run page`: the page in a real browser, served by the real function under the headers of vercel.json. */

import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import axe from "axe-core";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { z } from "zod";
import { createCommand, runCommand } from "../cli/command.ts";
import { OPTIONS } from "../cli/options.ts";
import { type RunningFunction, startFunction } from "../sandbox/function/process.ts";
import { type Interception, NEW, STATES, type State, VIEWS, type View } from "./page-states.ts";
import { expectEqual, say, sayFailed } from "./steps.ts";

const CHROMIUM = process.env["CHROMIUM"] || "/usr/bin/chromium";
const REPORT = "/api/pagerduty";

/** The last three keep the browser from calling its maker. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const deployments = new Map<string, Promise<RunningFunction>>();
const reportSchema = z.object({
  settings: z.record(z.string(), z.boolean()),
  events: z.array(z.string()),
  problems: z.array(z.string()),
});
let checks = 0;

let screenshots: string | undefined;

await runCommand(
  createCommand(
    "run page",
    "Opens the page in Chromium, in every state it can be in, and checks what it says and does.",
  )
    .addOption(OPTIONS.screenshots)
    .action(async (options) => {
      if (!existsSync(CHROMIUM))
        throw new Error(
          `There is no browser at ${CHROMIUM}. Install Debian's package chromium, or set CHROMIUM to where one is.`,
        );
      screenshots = options.screenshots;
      await run();
    }),
);

async function run(): Promise<void> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  say(`Chromium ${browser.version()}`);
  try {
    for (const state of STATES) await step(state.name, () => checkState(browser, state));
    await step("the copy button", () => checkCopy(browser));
    await step("check again", () => checkAgain(browser));
    await step("by keyboard", () => checkKeyboard(browser));
    await step("without JavaScript", () => checkWithoutScript(browser));
    await step("the policy", () => checkPolicy(browser));
    say(
      `The page holds: ${checks} checks, in ${STATES.length} states and ${VIEWS.length} views; no request left its origin, nothing broke its policy.`,
    );
  } catch (error) {
    sayFailed(error);
  } finally {
    await browser.close();
    for (const deployed of deployments.values()) await (await deployed).close();
  }
}

async function step(title: string, work: () => Promise<void>): Promise<void> {
  const before = checks;
  try {
    await work();
  } catch (error) {
    throw new Error(`${title}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
  say(`${title}: ${checks - before} checks`);
}

function check(what: string, found: unknown, expected: unknown): void {
  checks += 1;
  expectEqual(what, found, expected);
}

type Opened = { page: Page; context: BrowserContext; deployed: RunningFunction; said: string[] };
type Opening = {
  env: Record<string, string>;
  view?: View;
  intercept?: Interception | undefined;
  hasScript?: boolean;
  /** Evaluated before the page's own script. */
  before?: string;
};

/** Opens the page of a deployment, and afterwards looks at every request and every word on the console. */
async function open(
  browser: Browser,
  opening: Opening,
  look: (opened: Opened) => Promise<void>,
): Promise<void> {
  const { env, view = VIEWS[0], intercept, hasScript = true, before } = opening;
  const deployed = await deploy(env);
  const { width, height, colorScheme } = view;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    javaScriptEnabled: hasScript,
  });
  try {
    const elsewhere: string[] = [];
    const said: string[] = [];
    context.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== deployed.url && protocol !== "data:") elsewhere.push(request.url());
    });
    context.on("console", (message) => said.push(message.text()));
    context.on("weberror", (error) => said.push(error.error().message));
    const page = await context.newPage();
    if (before !== undefined) await page.addInitScript(before);
    if (intercept !== undefined) {
      await page.route(`**${REPORT}`, async (route) => {
        if (intercept === "abort") await route.abort();
        else if (intercept !== "hang") await route.fulfill(intercept);
      });
    }
    await page.goto(deployed.url);
    await look({ page, context, deployed, said });
    // What the browser itself says of a 503 is no fault of the page.
    const faults = said.filter((text) => !text.startsWith("Failed to load resource"));
    check("What the browser complained of", faults, []);
    check("Requests to other origins", elsewhere, []);
  } finally {
    await context.close();
  }
}

/** The function with these settings, started once for all who ask. */
function deploy(env: Record<string, string>): Promise<RunningFunction> {
  const key = JSON.stringify(env);
  const deployed = deployments.get(key) ?? startFunction({ env });
  deployments.set(key, deployed);
  return deployed;
}

async function checkState(browser: Browser, state: State): Promise<void> {
  const { name, env, intercept, shows, hides = [] } = state;
  for (const view of VIEWS) {
    await open(browser, { env, intercept, view }, async ({ page, deployed }) => {
      await page.locator(`body[data-state="${state.state}"]`).waitFor({ timeout: 5_000 });
      const text = await page.locator("body").innerText();
      for (const words of shows) check(`“${words}” is shown`, text.includes(words), true);
      for (const words of hides) check(`“${words}” is shown`, text.includes(words), false);
      if (intercept === undefined) await checkReport(page, deployed, text);
      await checkLayout(page, view);
      if (screenshots !== undefined) {
        await mkdir(screenshots, { recursive: true });
        const file = `${name}, ${view.name}.png`.replaceAll(/,? /g, "-");
        await page.screenshot({ path: join(screenshots, file), fullPage: true });
      }
    });
  }
}

/** Every word of the report is on the page, as the report has it. */
async function checkReport(page: Page, deployed: RunningFunction, text: string): Promise<void> {
  const response = await fetch(`${deployed.url}${REPORT}`);
  const report = reportSchema.parse(await response.json());
  for (const words of [...report.problems, ...report.events])
    check(`“${words}” is shown`, text.includes(words), true);
  const rows = await page.locator("#settings .rows div").allInnerTexts();
  const shown = rows.map((row) => row.split(/\s*\n\s*/)).sort();
  const wrong = new Set(report.problems.map((problem) => problem.split(" ", 1).join("")));
  const wordOf = (name: string, isSet: boolean) => {
    if (wrong.has(name)) return isSet ? "set, but wrong" : "missing";
    return isSet ? "set" : "not set";
  };
  const settings = Object.entries(report.settings).map(([name, isSet]) => [name, wordOf(name, isSet)]);
  check("The settings", shown, settings.sort());
  check("The address", await page.locator("#address").innerText(), `${deployed.url}${REPORT}`);
}

/** No scrolling sideways, and nothing that axe finds, contrast and landmarks among it. */
async function checkLayout(page: Page, view: View): Promise<void> {
  const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
  check(`Pixels too wide (${view.name})`, await page.evaluate(overflow), 0);
  await page.evaluate(axe.source);
  const found: Array<{ id: string; targets: string[] }> = await page.evaluate(
    "axe.run().then(({ violations, passes }) => [...violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(' ')) })), ...(passes.some(({ id }) => id === 'color-contrast') ? [] : [{ id: 'no contrast was measured', targets: [] }])])",
  );
  check(`Accessibility (${view.name})`, found, []);
}

async function checkCopy(browser: Browser): Promise<void> {
  await open(browser, { env: NEW }, async ({ page, context, deployed }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByText("Copied.").waitFor({ timeout: 5_000 });
    const copied = await page.evaluate("navigator.clipboard.readText()");
    check("What is on the clipboard", copied, `${deployed.url}${REPORT}`);
  });
  // As in a browser that has no clipboard for pages.
  const before = "Object.defineProperty(navigator, 'clipboard', { value: undefined });";
  await open(browser, { env: NEW, before }, async ({ page, deployed }) => {
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByText("copy it by hand").waitFor({ timeout: 5_000 });
    const selected = await page.evaluate("String(getSelection()).trim()");
    check("What is selected", selected, `${deployed.url}${REPORT}`);
  });
}

async function checkAgain(browser: Browser): Promise<void> {
  await open(browser, { env: NEW, intercept: "abort" }, async ({ page }) => {
    const again = page.getByRole("button", { name: "Check again" });
    await again.waitFor({ timeout: 5_000 });
    await page.unroute(`**${REPORT}`);
    await again.click();
    await page.locator('body[data-state="ready"]').waitFor({ timeout: 5_000 });
    check("What has the focus", await page.evaluate("document.activeElement.id"), "again");
    const spoken = await page.getByRole("status").first().innerText();
    check("What the live region says", spoken.startsWith("Ready\nReady for webhooks"), true);
  });
}

async function checkKeyboard(browser: Browser): Promise<void> {
  await open(browser, { env: NEW }, async ({ page }) => {
    await page.locator('body[data-state="ready"]').waitFor({ timeout: 5_000 });
    for (const target of ["again", "copy", ""]) {
      await page.keyboard.press("Tab");
      const { id, outline } = await page.evaluate<{ id: string; outline: string }>(
        "({ id: document.activeElement.id, outline: getComputedStyle(document.activeElement).outlineStyle })",
      );
      check("The next stop of the Tab key", id, target);
      check("Its outline", outline, "solid");
    }
  });
}

async function checkWithoutScript(browser: Browser): Promise<void> {
  for (const view of VIEWS) {
    await open(browser, { env: NEW, view, hasScript: false }, async ({ page }) => {
      const link = page.getByRole("link", { name: "Open the report itself" });
      check("Where the report is", await link.getAttribute("href"), REPORT);
      check("The card of a report is shown", await page.locator("#next").isVisible(), false);
      if (screenshots !== undefined)
        await page.screenshot({
          path: join(screenshots, `without-JavaScript-${view.name.replace(", ", "-")}.png`),
          fullPage: true,
        });
    });
  }
}

/** The other checks would be worth nothing if the policy were not enforced, or its breach not seen. */
async function checkPolicy(browser: Browser): Promise<void> {
  await open(browser, { env: NEW }, async ({ page, said }) => {
    await page.locator('body[data-state="ready"]').waitFor({ timeout: 5_000 });
    const attempts = {
      "a request to another origin":
        "fetch('http://127.0.0.1:9/').then(() => 'let through', () => 'refused')",
      "markup from a string":
        "(() => { try { document.body.innerHTML = '<b>'; return 'let through' } catch { return 'refused' } })()",
      "a script from a string":
        "(() => { try { document.createElement('script').text = '1'; return 'let through' } catch { return 'refused' } })()",
    };
    for (const [what, attempt] of Object.entries(attempts))
      check(what, await page.evaluate(attempt), "refused");
    const told = said.splice(0).join("\n");
    for (const word of ["connect-src", "TrustedHTML", "TrustedScript"])
      check(`The browser told of ${word}`, told.includes(word), true);
  });
}
