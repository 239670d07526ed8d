import type { Instant } from "../sla/instant.ts";
import { builtOnce, type Given } from "./connection/built-once.ts";
import type { Database } from "./connection/handle.ts";
import { desc, max, sql } from "./schema/orm.ts";
import { deskDocumentJson, formerDeskJson, handOverJson, type HandOver } from "../stored/desk-json.ts";
import { contacts } from "./schema/access-schema.ts";
import { absences, deskVersions, notifyChoices, type DeskSource } from "./schema/desk-schema.ts";

/** A desk document as applied, and what is remembered of people and accounts that are no longer in it. */
export interface StoredDesk {
  readonly version: number;
  readonly document: object;
  readonly former: object | null;
}

/** Returns the desk document in force; null if none was ever applied. */
export const readDesk = async (db: Database): Promise<StoredDesk | null> => {
  const [row] = await db
    .select({ version: deskVersions.version, document: deskVersions.document, former: deskVersions.former })
    .from(deskVersions)
    .orderBy(desc(deskVersions.version))
    .limit(1);
  return row === undefined
    ? null
    : {
        version: row.version,
        document: deskDocumentJson.read(row.document),
        former: formerDeskJson.read(row.former),
      };
};

/** Returns its version; 0 if none was ever applied. */
export const readDeskVersion = async (db: Database): Promise<number> => {
  const [row] = await db.select({ version: max(deskVersions.version) }).from(deskVersions);
  return row?.version ?? 0;
};

/**
 * The version in force (0: none), the revision of the contacts whom the staff added (0: none), absences, and each person's
 * notification choice by key.
 */
export interface DeskState {
  readonly version: number;
  readonly contacts: number;
  readonly absences: readonly { readonly person: string; readonly until: Instant }[];
  readonly notify: Readonly<Record<string, boolean>>;
}

/** Reads everything in the database that the desk's rules depend on, in one statement. */
export const readDeskState = async (db: Database): Promise<DeskState> => {
  const rows = await deskState(db, { none: 0 });
  return {
    version: rows[0]?.version ?? 0,
    contacts: Number(rows[0]?.contacts ?? 0),
    absences: rows.flatMap(({ person, until }) => (person === null || until === null ? [] : [{ person, until }])),
    notify: rows[0]?.notify ?? {},
  };
};

/** It has a value, because only a statement with values is parsed once. */
const deskState = builtOnce((db, given: Given<"none">) =>
  db
    .select({
      version: sql<number>`newest.version`,
      contacts: sql<string>`newest.contacts`,
      person: absences.person,
      until: absences.until,
      notify: sql<Record<string, boolean> | null>`newest.notify`,
    })
    .from(
      sql`(select coalesce(max(version), ${given("none")}::int) as version, (select coalesce(max(${contacts.revision}), 0) from ${contacts}) as contacts, (select jsonb_object_agg(person, notify) from ${notifyChoices}) as notify from ${deskVersions}) as newest`,
    )
    .leftJoin(absences, sql`true`)
    .orderBy(absences.person),
);

/** Lets one transaction at a time read and replace the document. Other readers do not wait. */
export const lockDesk = async (tx: Database): Promise<void> => {
  await tx.execute(sql`lock table ${deskVersions} in exclusive mode`);
};

/** Where a version comes from, and what is to be done after it. */
export interface DeskOrigin {
  readonly source: DeskSource;
  readonly author: string | null;
  readonly restores?: number;
  readonly handOver?: HandOver;
  readonly replans?: boolean;
}

/** A desk file that was applied at the start. */
const fromFile: DeskOrigin = { source: "file", author: null };

/**
 * Stores a document as the next version and returns the version. After a version from the web a job offers tickets and plans
 * them again. A start and a command do this themselves.
 */
export const writeDesk = async (
  db: Database,
  document: object,
  at: Instant,
  { former, origin = fromFile }: { readonly former?: object; readonly origin?: DeskOrigin } = {},
): Promise<number> => {
  const version = (await readDeskVersion(db)) + 1;
  await db.insert(deskVersions).values({
    version,
    document: deskDocumentJson.write(document),
    at,
    former: formerDeskJson.write(former ?? null),
    source: origin.source,
    author: origin.author,
    restores: origin.restores ?? null,
    handOver: handOverJson.write(origin.handOver ?? null),
    replans: origin.replans ?? false,
    settledAt: origin.source === "web" ? null : at,
  });
  return version;
};
