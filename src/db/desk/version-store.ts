import type { Instant } from "../../sla/instant.ts";
import { deskDocumentJson, handOverJson, type HandOver } from "../../stored/desk-json.ts";
import type { Database } from "../connection/handle.ts";
import { deskVersions, type DeskSource } from "../schema/desk-schema.ts";
import { asc, desc, eq, isNull, lt } from "../schema/orm.ts";

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

/** What is to be done after a version was saved on the web. */
export interface UnsettledVersion {
  readonly version: number;
  readonly author: string | null;
  readonly handOver: HandOver;
  readonly replans: boolean;
}

/** The oldest version after which tickets still have to be handed over, offered or planned again; null if there is none. */
export const readUnsettled = async (db: Database): Promise<UnsettledVersion | null> => {
  const [row] = await db
    .select({
      version: deskVersions.version,
      author: deskVersions.author,
      handOver: deskVersions.handOver,
      replans: deskVersions.replans,
    })
    .from(deskVersions)
    .where(isNull(deskVersions.settledAt))
    .orderBy(asc(deskVersions.version))
    .limit(1);
  return row === undefined ? null : { ...row, handOver: handOverJson.read(row.handOver) ?? {} };
};

/** Records that everything was done after a version. */
export const markSettled = async (db: Database, version: number, at: Instant): Promise<void> => {
  await db.update(deskVersions).set({ settledAt: at }).where(eq(deskVersions.version, version));
};
