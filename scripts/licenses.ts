/** The licences of everything in the bundle. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

// Old packages have a list of licences in place of the one.
const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  licenses: z.array(z.object({ type: z.string(), url: z.string() })).default([]),
});

/**
 * One text with the licence of each package, from the statistics that ncc writes. Its own list is written once for each
 * chunk, under one name, so that only the last chunk's remains.
 */
export function licensesOf(stats: string): string {
  const modules = stats.matchAll(/"nameForCondition":\s*("(?:[^"\\]|\\.)*")/g);
  const files = [...modules].map(([, quoted = '""']) => z.string().parse(JSON.parse(quoted)));
  const folders = [...new Set(files.flatMap(packageOf))];
  const licenses = [...new Set(folders.map(licenseOf))].sort();
  return `${licenses.join("\n\n---\n\n")}\n`;
}

/** The folder of the package that a bundled file is from, the innermost where one is nested in another. */
function packageOf(file: string): string[] {
  const found = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file);
  return found?.[1] === undefined ? [] : [found[1]];
}

function licenseOf(folder: string): string {
  const { name, version, license, licenses } = packageSchema.parse(
    JSON.parse(readFileSync(join(folder, "package.json"), "utf8")),
  );
  const named = license ?? licenses.map(({ type, url }) => `${type} (${url})`).join(", ");
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), "utf8").trim());
  return [`${name} ${version}`, named, ...texts].join("\n\n").replaceAll("\r\n", "\n");
}
