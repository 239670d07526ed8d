import { writeForOwnerOnly } from "../start/private-files.ts";
import { ownTerminal } from "./desk/print.ts";
import { runDoctor } from "./doctor/examine.ts";

writeForOwnerOnly();
process.exitCode = await runDoctor(ownTerminal);
