import { readdirSync } from "node:fs";
import { OperatorError } from "../../chat/error-kind.ts";
import { openPglite } from "./pglite.ts";

/**
 * Opens the embedded database that stands in a folder. It never creates one: PGlite would replace files without
 * PG_VERSION by an empty database. If the files are damaged, the error tells how to restore a backup.
 */
export const openEmbedded = async (dataDir: string): ReturnType<typeof openPglite> => {
  if (!readdirSync(dataDir).includes("PG_VERSION")) throw damaged(dataDir, new Error("PG_VERSION is missing"));
  try {
    return await openPglite({ dataDir });
  } catch (error) {
    // An error with a code means a full or read-only disk: nothing is damaged.
    throw error instanceof Error && "code" in error ? error : damaged(dataDir, error);
  }
};

const damaged = (dataDir: string, cause: unknown): OperatorError =>
  new OperatorError(
    `The embedded database in ${dataDir} is damaged and cannot be opened. ` +
      `Move this folder elsewhere and keep it: mv ${dataDir} ${dataDir}-damaged. ` +
      `Then copy the folder pglite of the newest backup to its place, one that was made while Plazo was stopped: cp -a BACKUP/pglite ${dataDir}. ` +
      `Start again. docs/operations.md says more, also what to do without a backup.`,
    { cause },
  );
