import { join } from "node:path";

/**
 * What a process of ours gets of this one's environment, before its own settings. What Node compiled is kept between the many
 * that a run starts.
 */
export const ownProcess: Readonly<Record<string, string | undefined>> = {
  PATH: process.env["PATH"],
  HOME: process.env["HOME"],
  NODE_COMPILE_CACHE: join(import.meta.dirname, "../../node_modules/.cache/plazo/compiled"),
};
