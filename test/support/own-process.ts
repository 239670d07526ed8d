import { join } from "node:path";

/**
 * The part of this process's environment that a process of Plazo gets, before its own settings. Node's compile cache is
 * shared between the many processes of a run.
 */
export const ownProcess: Readonly<Record<string, string | undefined>> = {
  PATH: process.env["PATH"],
  HOME: process.env["HOME"],
  NODE_COMPILE_CACHE: join(import.meta.dirname, "../../node_modules/.cache/plazo/compiled"),
};
