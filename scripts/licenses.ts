/** Writes the licences of everything in the bundle: `node scripts/licenses.ts STATS OUTPUT`, with ncc's stats. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

// ncc's own list is written once for each chunk, under one name, so that only the last chunk's remains.
const [, , statsFile = "", output = ""] = process.argv;

const packageSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** The folder of the package that a bundled file is from, the innermost where one is nested in another. */
function packageOf(file: string): string[] {
  const found = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file);
  return found?.[1] === undefined ? [] : [found[1]];
}

function licenseOf(folder: string): string {
  const { name, version, license } = packageSchema.parse(
    JSON.parse(readFileSync(join(folder, "package.json"), "utf8")),
  );
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), "utf8").trim());
  return [`${name} ${version}`, license, ...texts].join("\n\n").replaceAll("\r\n", "\n");
}

const modules = readFileSync(statsFile, "utf8").matchAll(/"nameForCondition":\s*("(?:[^"\\]|\\.)*")/g);
const files = [...modules].map(([, quoted = '""']) => z.string().parse(JSON.parse(quoted)));
const folders = [...new Set(files.flatMap(packageOf))];
const licenses = [...new Set(folders.map(licenseOf))].sort();
writeFileSync(output, `${licenses.join("\n\n---\n\n")}\n`);
