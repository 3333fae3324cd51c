/** The built function, whose module is the first argument. */
import { pathToFileURL } from "node:url";
import { serve } from "./adapter.mjs";

const { default: deployed } = await import(pathToFileURL(process.argv[2]).href);
serve(deployed.fetch);
process.on("SIGINT", () => process.exit());
process.on("message", () => process.send(process.memoryUsage.rss()));
process.channel?.unref();
