/** Starts each of the named files with a mistyped option, all in this process, and prints what each said as JSON. */

import { pathToFileURL } from "node:url";

const ended: { code: unknown; out: string; error: string }[] = [];
for (const file of process.argv.slice(2)) {
  process.argv = [process.execPath, file, "--hepl"];
  process.exitCode = 0;
  const said = { out: "", error: "" };
  console.log = (text) => {
    said.out += `${text}\n`;
  };
  console.error = (text) => {
    said.error += `${text}\n`;
  };
  // Another of the files may have imported this one already, and then it would not run.
  await import(`${pathToFileURL(file)}?started`);
  ended.push({ code: process.exitCode, ...said });
}
process.exitCode = 0;
process.stdout.write(JSON.stringify(ended));
