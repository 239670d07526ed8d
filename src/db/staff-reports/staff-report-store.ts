import type { Placeholder } from "drizzle-orm";
import type { MessageRef } from "../../chat/card.ts";
import { subjectOf, welcomeSubject, type StaffReport } from "../../reports/staff-report.ts";
import type { Instant } from "../../sla/instant.ts";
import type { ChannelRef } from "../../tickets/refs.ts";
import { handedOverOfReportJson, staffReportRefJson } from "../../stored/delivery-json.ts";
import { staffReportJson } from "../../stored/staff-report-json.ts";
import { readOrWhy, type UnreadableJson } from "../../stored/versioned-json.ts";
import type { Database } from "../connection/handle.ts";
import type { Lease } from "../delivery/lease.ts";
import { none, platform, type LeftToOthers } from "../delivery/left-to-others.ts";
import { textsOf } from "../many-values.ts";
import type { HandedOver, OutboxStatus } from "../schema/rows.ts";
import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, lt, ne, or, sql } from "../schema/orm.ts";
import { staffReports } from "../schema/staff-report-schema.ts";

type StoredRow = typeof staffReports.$inferSelect;

/** A report that was claimed. `about` may be one that this version of Plazo cannot read. */
export type StaffReportRow = Pick<
  StoredRow,
  "id" | "subject" | "person" | "byMail" | "createdAt" | "notBefore" | "attemptedAt" | "tries" | "shown"
> & {
  readonly about: StaffReport | UnreadableJson;
  /** The message, if the report was posted before and is to be shown anew. */
  readonly ref: MessageRef | null;
  readonly handedOver: HandedOver | null;
};

interface NewStaffReport {
  readonly person: string;
  readonly report: StaffReport;
}

/** Adds reports that Plazo sends from `notBefore` on. A person gets one report about a subject, even if it is added again. */
export const addStaffReports = async (
  db: Database,
  added: readonly NewStaffReport[],
  now: Instant,
  notBefore: Instant = now,
): Promise<void> => {
  if (added.length === 0) return;
  await db
    .insert(staffReports)
    .values(
      added.map(({ person, report }) => ({
        subject: subjectOf(report),
        person,
        about: staffReportJson.write(report),
        status: "pending" as const,
        createdAt: now,
        notBefore,
      })),
    )
    .onConflictDoNothing({ target: [staffReports.subject, staffReports.person] });
};

/** Has the sent reports about a subject shown anew, as what they are about is now. Reports that were not sent yet are drawn anyway. */
export const drawReportsAgain = async (db: Database, subject: string, now: Instant): Promise<void> => {
  await db
    .update(staffReports)
    .set({ status: "pending", notBefore: now, attemptedAt: null, tries: 0, why: null, settledAt: null })
    .where(and(eq(staffReports.subject, subject), eq(staffReports.status, "sent")));
};

/** Which of these subjects people were told of. */
export const knownSubjects = async (db: Database, subjects: readonly string[]): Promise<ReadonlySet<string>> => {
  if (subjects.length === 0) return new Set();
  const rows = await db
    .selectDistinct({ subject: staffReports.subject })
    .from(staffReports)
    .where(sql`${staffReports.subject} = any(${textsOf(subjects)}::text[])`);
  return new Set(rows.map(({ subject }) => subject));
};

/** A report that is to be sent and that no process has claimed. */
export const isReportToBeSent = (now: Instant | Placeholder) =>
  and(
    eq(staffReports.status, "pending"),
    lte(staffReports.notBefore, now),
    or(isNull(staffReports.leasedUntil), lte(staffReports.leasedUntil, now)),
  );

/** A person belongs to the process that has the first of their platforms that runs, as in the outbox. */
const isForThisProcess = ({ people, platforms }: LeftToOthers) =>
  or(
    and(
      isNull(staffReports.handedOver),
      none(people, sql`${staffReports.person}`),
      none(platforms, platform(sql`${staffReports.about}->>'channel'`)),
    ),
    and(isNotNull(staffReports.handedOver), none(platforms, platform(sql`${staffReports.handedOver}->>'next'`))),
    staffReports.byMail,
  );

/** Claims reports that are due, the oldest first. */
export const claimStaffReports = (
  db: Database,
  claim: {
    readonly now: Instant;
    readonly lease: Lease;
    readonly limit: number;
    readonly leftToOthers: LeftToOthers;
  },
): Promise<readonly StaffReportRow[]> =>
  db.transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(staffReports)
      .where(and(isReportToBeSent(claim.now), isForThisProcess(claim.leftToOthers)))
      .orderBy(asc(staffReports.notBefore), asc(staffReports.id))
      .limit(claim.limit)
      .for("update", { skipLocked: true });
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0)
      await tx
        .update(staffReports)
        .set({ lease: claim.lease.token, leasedUntil: claim.lease.until })
        .where(inArray(staffReports.id, ids));
    return rows.map((row) => ({
      ...row,
      about: readOrWhy(() => staffReportJson.read(row.about)),
      handedOver: handedOverOfReportJson.read(row.handedOver),
      ref: row.ref === null ? null : staffReportRefJson.read(row.ref),
    }));
  });

/** Marks the attempt before the call. False if another process has claimed the report since. */
export const markReportAttempt = async (
  db: Database,
  { id, attemptedAt, tries }: StaffReportRow,
  { token }: Lease,
  now: Instant,
): Promise<boolean> => {
  const rows = await db
    .update(staffReports)
    .set({ attemptedAt: attemptedAt ?? now, tries: tries + 1 })
    .where(and(eq(staffReports.id, id), eq(staffReports.lease, token)))
    .returning({ id: staffReports.id });
  return rows.length > 0;
};

/** A report that is tried again. */
export interface WaitingReport {
  readonly status: "pending";
  readonly why: string;
  readonly notBefore: Instant;
  readonly attemptedAt: Instant | null;
  readonly tries: number;
  /** Missing: unchanged. */
  readonly byMail?: true;
  readonly handedOver?: HandedOver;
}

/** What became of a report: it ended, or it is tried again. */
export type StaffReportOutcome =
  /** `shown` missing: unchanged. */
  | { readonly status: "sent"; readonly ref: MessageRef; readonly settledAt: Instant; readonly shown?: string }
  | { readonly status: Exclude<OutboxStatus, "pending" | "sent">; readonly why: string; readonly settledAt: Instant }
  | WaitingReport;

/** An outcome in the columns of its row; it ends the lease. */
const settled = (outcome: StaffReportOutcome) => {
  const ended = { lease: null, leasedUntil: null };
  if (outcome.status === "sent") return { ...outcome, ref: staffReportRefJson.write(outcome.ref), ...ended };
  if (outcome.status !== "pending") return { ...outcome, ...ended };
  const { handedOver, ...waiting } = outcome;
  const over = handedOver === undefined ? {} : { handedOver: handedOverOfReportJson.write(handedOver) };
  return { ...waiting, ...over, ...ended };
};

/** Writes an outcome and ends the lease. Nothing is written if the lease was lost. */
export const settleStaffReport = async (
  db: Database,
  id: number,
  { token }: Lease,
  outcome: StaffReportOutcome,
): Promise<void> => {
  await db
    .update(staffReports)
    .set(settled(outcome))
    .where(and(eq(staffReports.id, id), eq(staffReports.lease, token)));
};

/** Deletes reports that ended before `at`. The message in a customer's channel stays known, because it is kept true. */
export const forgetStaffReportsBefore = async (db: Database, at: Instant): Promise<void> => {
  await db.delete(staffReports).where(and(lt(staffReports.settledAt, at), ne(staffReports.subject, welcomeSubject)));
};

/** Has the message in these customers' channels posted, or looked at again. */
export const keepWelcomes = async (db: Database, channels: readonly ChannelRef[], now: Instant): Promise<void> => {
  const added = channels.map((channel) => ({ person: channel, report: { kind: "welcome" as const, channel } }));
  await addStaffReports(db, added, now);
  await db
    .update(staffReports)
    .set({ status: "pending", notBefore: now, attemptedAt: null, tries: 0, why: null, settledAt: null })
    .where(
      and(
        eq(staffReports.subject, welcomeSubject),
        ne(staffReports.status, "pending"),
        sql`${staffReports.person} = any(${textsOf(channels)}::text[])`,
      ),
    );
};

/** The message of a report was deleted on its platform, so it is posted again. */
export const forgetReportMessage = async (db: Database, id: number, { token }: Lease): Promise<void> => {
  await db
    .update(staffReports)
    .set({ ref: null, shown: null })
    .where(and(eq(staffReports.id, id), eq(staffReports.lease, token)));
};

/** How many reports are to be sent now. */
export const countDueReports = (db: Database, now: Instant): Promise<number> =>
  db.$count(staffReports, isReportToBeSent(now));

/** A report that reached no recipient. `person`: a key of the desk's people, or a triage channel. */
export interface FailedReport {
  readonly person: string;
  readonly subject: string;
  readonly settledAt: Instant;
}

/** The reports that were given up, the newest first. */
export const failedReports = async (db: Database, most: number): Promise<readonly FailedReport[]> => {
  const rows = await db
    .select({ person: staffReports.person, subject: staffReports.subject, settledAt: staffReports.settledAt })
    .from(staffReports)
    .where(inArray(staffReports.status, ["failed", "unknown"]))
    .orderBy(desc(staffReports.id))
    .limit(most);
  return rows.flatMap(({ settledAt, ...row }) => (settledAt === null ? [] : [{ ...row, settledAt }]));
};
