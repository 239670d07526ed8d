import type { Instant } from "../../sla/instant.ts";
import { deskDocumentJson } from "../../stored/desk-json.ts";
import type { Database } from "../connection/handle.ts";
import { deskVersions, type DeskSource } from "../schema/desk-schema.ts";
import { desc, eq, lt } from "../schema/orm.ts";

/** A version of the desk without its document. */
export interface DeskVersion {
  readonly version: number;
  readonly at: Instant;
  readonly source: DeskSource;
  readonly author: string | null;
  readonly restores: number | null;
}

const columns = {
  version: deskVersions.version,
  at: deskVersions.at,
  source: deskVersions.source,
  author: deskVersions.author,
  restores: deskVersions.restores,
};

/** A version of the desk and its document. */
export interface WholeDeskVersion extends DeskVersion {
  readonly document: object;
}

/** The newest versions, or those before one, newest first. */
export const readDeskVersions = async (
  db: Database,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<readonly WholeDeskVersion[]> => {
  const rows = await db
    .select({ ...columns, document: deskVersions.document })
    .from(deskVersions)
    .where(before === null ? undefined : lt(deskVersions.version, before))
    .orderBy(desc(deskVersions.version))
    .limit(limit);
  return rows.map((row) => ({ ...row, document: deskDocumentJson.read(row.document) }));
};

/** One version; null if there is none. */
export const readDeskAt = async (db: Database, version: number): Promise<WholeDeskVersion | null> => {
  const [row] = await db
    .select({ ...columns, document: deskVersions.document })
    .from(deskVersions)
    .where(eq(deskVersions.version, version));
  return row === undefined ? null : { ...row, document: deskDocumentJson.read(row.document) };
};
