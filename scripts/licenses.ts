/** Writes the licences of everything in the bundle, a step of `npm run build`. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { createCommand, runCommand } from "../cli/command.ts";

// Old packages have a list of licences in place of the one.
const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  licenses: z.array(z.object({ type: z.string(), url: z.string() })).default([]),
});

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

// ncc's own list is written once for each chunk, under one name, so that only the last chunk's remains.
await runCommand(
  createCommand("run build", "Writes the licences of everything in the bundle.")
    .argument("<stats>", "the stats that ncc wrote")
    .argument("<output>", "the file to write")
    .action((statsFile, output) => {
      const modules = readFileSync(statsFile, "utf8").matchAll(/"nameForCondition":\s*("(?:[^"\\]|\\.)*")/g);
      const files = [...modules].map(([, quoted = '""']) => z.string().parse(JSON.parse(quoted)));
      const folders = [...new Set(files.flatMap(packageOf))];
      const licenses = [...new Set(folders.map(licenseOf))].sort();
      writeFileSync(output, `${licenses.join("\n\n---\n\n")}\n`);
    }),
);
