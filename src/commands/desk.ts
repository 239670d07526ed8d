import { writeForOwnerOnly } from "../start/private-files.ts";
import { ownTerminal } from "./desk/print.ts";
import { runDesk } from "./desk/run.ts";

// The reader of the output may close it early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
writeForOwnerOnly();
process.exitCode = await runDesk(ownTerminal, process.argv.slice(2));
