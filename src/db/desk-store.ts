import type { Instant } from "../sla/instant.ts";

import type { Database } from "./connection/handle.ts";
import { desc, max, sql } from "./schema/orm.ts";
import { absences, deskVersions, notifyChoices } from "./schema/desk-schema.ts";

/** A desk document as applied, and what is remembered of those who are not in it any more. */
export interface StoredDesk {
  readonly version: number;
  readonly document: unknown;
  readonly former: unknown;
}

/** The desk document in force; null where none was ever applied. */
export const readDesk = async (db: Database): Promise<StoredDesk | null> => {
  const [row] = await db
    .select({ version: deskVersions.version, document: deskVersions.document, former: deskVersions.former })
    .from(deskVersions)
    .orderBy(desc(deskVersions.version))
    .limit(1);
  return row ?? null;
};

/** Its version; 0 where none was ever applied. */
export const readDeskVersion = async (db: Database): Promise<number> => {
  const [row] = await db.select({ version: max(deskVersions.version) }).from(deskVersions);
  return row?.version ?? 0;
};

/** The version in force (0: none), everybody who said they are out, and what people chose about notifications, by key. */
export interface DeskState {
  readonly version: number;
  readonly absences: readonly { readonly person: string; readonly until: Instant }[];
  readonly notify: Readonly<Record<string, boolean>>;
}

/** What the desk's rules depend on, in one question. */
export const readDeskState = async (db: Database): Promise<DeskState> => {
  const rows = await db
    .select({
      version: sql<number>`newest.version`,
      person: absences.person,
      until: absences.until,
      notify: sql<Record<string, boolean> | null>`newest.notify`,
    })
    .from(
      sql`(select coalesce(max(version), 0) as version, (select jsonb_object_agg(person, notify) from ${notifyChoices}) as notify from ${deskVersions}) as newest`,
    )
    .leftJoin(absences, sql`true`)
    .orderBy(absences.person);
  return {
    version: rows[0]?.version ?? 0,
    absences: rows.flatMap(({ person, until }) => (person === null || until === null ? [] : [{ person, until }])),
    notify: rows[0]?.notify ?? {},
  };
};

/** Lets one applier after the other read and write the document, until this transaction ends; readers do not wait. */
export const lockDesk = async (tx: Database): Promise<void> => {
  await tx.execute(sql`lock table ${deskVersions} in exclusive mode`);
};

/** Puts a document in force as the next version and returns it. */
export const writeDesk = async (
  db: Database,
  document: unknown,
  at: Instant,
  former: unknown = null,
): Promise<number> => {
  const version = (await readDeskVersion(db)) + 1;
  await db.insert(deskVersions).values({ version, document, at, former });
  return version;
};
