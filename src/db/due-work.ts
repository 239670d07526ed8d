import { cards, outbox } from "./schema/delivery-schema.ts";
import type { Instant } from "../sla/instant.ts";
import { isOutdated } from "./delivery/claim-cards.ts";
import { byEmail, isToBeSent } from "./delivery/claim-outbox.ts";
import { contacts } from "./schema/access-schema.ts";
import { absences, deskVersions } from "./schema/desk-schema.ts";
import type { SQL, SQLWrapper } from "drizzle-orm";
import { builtOnce, type Given } from "./connection/built-once.ts";
import type { Database } from "./connection/handle.ts";
import { inbox } from "./schema/inbox-schema.ts";
import { isClaimable, isParked } from "./inbox-store.ts";
import { fromInstant, and, asc, desc, eq, isNull, sql } from "./schema/orm.ts";
import { isMailDue } from "./mail/mail-store.ts";
import { mails } from "./schema/received-mail-schema.ts";
import { isPromptDue } from "./prompt-store.ts";
import { sumOfNewest } from "./presence-store.ts";
import { prompts } from "./schema/prompt-schema.ts";
import { isStepDue } from "./reminder-store.ts";
import { reminders, tickets } from "./schema/schema.ts";
import { hasReplyDue, isInactivityDue } from "./due-tickets-store.ts";
import { unticketed } from "./schema/unticketed-schema.ts";
import { isUnticketedDue } from "./messages/unticketed-store.ts";
import { reportTimes, staffReports } from "./schema/staff-report-schema.ts";
import { isReportDue } from "./staff-reports/report-time-store.ts";
import { isReportToBeSent } from "./staff-reports/staff-report-store.ts";

/** The kinds of work that may wait. `chat` includes files. */
export type Work =
  | "inbox"
  | "reminders"
  | "replies"
  | "inactivity"
  | "prompts"
  | "channels"
  | "desk"
  | "cards"
  | "chat"
  | "email"
  | "reports"
  | "goals"
  | "staffReports"
  | "mails"
  | "unticketed"
  | "welcomes";

/** Whether a goal is about to be missed follows from outcomes, and what a channel is told from the desk. No row says so. */
type WorkOfRows = Exclude<Work, "goals" | "welcomes">;

/** What the search for work depends on. */
export interface WorkSearch {
  readonly now: Instant;
  /** Reminders and pending replies that are due by then count as well. */
  readonly soon: Instant;
  /** The token under which this process claims what it received. */
  readonly intakeToken: string;
  /**
   * The desk version whose cards were all moved, and the moment before which a desk change has taken effect everywhere.
   */
  readonly followed: { readonly version: number; readonly before: Instant };
}

export interface DueWork {
  readonly works: ReadonlySet<Work>;
  /** Changes whenever the desk in force, its absences or its contacts change. */
  readonly desk: string;
  /** It rises with each change of any ticket. */
  readonly changesMark: string;
}

/** How many events of other transactions may come between the id and the end of one whose change is not missed. */
const eventsBetween = 50;

/** The search, in one statement. Each part reads the first entry of an index. */
const search = builtOnce((db, given: Given<"now" | "soon" | "token" | "version" | "before">) => {
  const [now, soon, token] = [given("now"), given("soon"), given("token")];
  const outboxDue = (mail: boolean) =>
    db
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(byEmail(mail), isToBeSent(now)))
      .orderBy(asc(outbox.urgency), asc(outbox.notBefore), asc(outbox.id))
      .limit(1);
  const isAny = (first: SQLWrapper) => sql<boolean>`${first} is not null`;
  // The order makes each part use its index, however many rows the planner expects.
  const works = {
    inbox: isAny(
      db.select({ id: inbox.id }).from(inbox).where(isClaimable(now, token)).orderBy(asc(inbox.id)).limit(1),
    ),
    reminders: isAny(
      db
        .select({ ticket: reminders.ticket })
        .from(reminders)
        .where(isStepDue(soon))
        .orderBy(asc(reminders.at))
        .limit(1),
    ),
    replies: isAny(
      db
        .select({ number: tickets.number })
        .from(tickets)
        .where(hasReplyDue(soon))
        .orderBy(asc(tickets.releaseAt))
        .limit(1),
    ),
    inactivity: isAny(
      db
        .select({ number: tickets.number })
        .from(tickets)
        .where(isInactivityDue(now))
        .orderBy(asc(tickets.inactivityDueAt))
        .limit(1),
    ),
    prompts: isAny(
      db.select({ id: prompts.id }).from(prompts).where(isPromptDue(now)).orderBy(asc(prompts.dueAt)).limit(1),
    ),
    cards: isAny(db.select({ id: cards.id }).from(cards).where(isOutdated(now)).orderBy(asc(cards.notBefore)).limit(1)),
    chat: isAny(outboxDue(false)),
    email: isAny(outboxDue(true)),
    reports: isAny(
      db
        .select({ person: reportTimes.person })
        .from(reportTimes)
        .where(isReportDue(now))
        .orderBy(asc(reportTimes.at))
        .limit(1),
    ),
    staffReports: isAny(
      db
        .select({ id: staffReports.id })
        .from(staffReports)
        .where(isReportToBeSent(now))
        .orderBy(asc(staffReports.notBefore), asc(staffReports.id))
        .limit(1),
    ),
    mails: isAny(
      db
        .select({ id: mails.id })
        .from(mails)
        .where(isMailDue(now))
        .orderBy(asc(mails.notBefore), asc(mails.id))
        .limit(1),
    ),
    unticketed: isAny(
      db
        .select({ id: unticketed.id })
        .from(unticketed)
        .where(isUnticketedDue(now))
        .orderBy(asc(unticketed.dueAt))
        .limit(1),
    ),
    desk: isAny(
      db
        .select({ version: deskVersions.version })
        .from(deskVersions)
        .where(isNull(deskVersions.settledAt))
        .orderBy(asc(deskVersions.version))
        .limit(1),
    ),
    channels: sql<boolean | null>`${db
      .select({
        isToFollow: sql`${deskVersions.cardsFollowedAt} is null
          and (${deskVersions.version} <> ${given("version")} or ${deskVersions.at} <= ${given("before")})`.as(
          "is_to_follow",
        ),
      })
      .from(deskVersions)
      .orderBy(desc(deskVersions.version))
      .limit(1)}`,
  } satisfies Record<WorkOfRows, SQL>;
  const inForce = sql<string>`concat_ws(' ', (select max(${deskVersions.version}) from ${deskVersions}),
    (select max(${contacts.revision}) from ${contacts}),
    (select string_agg(concat_ws(' ', ${absences.person}, ${absences.until}), ', ' order by ${absences.person}) from ${absences}))`;
  const mark = sumOfNewest(db, eventsBetween);
  return db.select({ works, inForce, mark }).from(sql`(values (1)) as one_row`);
});

/** Returns which loops may have work. */
export const readDueWork = async (db: Database, { now, soon, intakeToken, followed }: WorkSearch): Promise<DueWork> => {
  const [found] = await search(db, {
    now: fromInstant(now),
    soon: fromInstant(soon),
    token: intakeToken,
    version: followed.version,
    before: fromInstant(followed.before),
  });
  if (found === undefined) throw new Error("a look for work has no answer");
  const works = (Object.keys(found.works) as WorkOfRows[]).filter((work) => found.works[work] === true);
  return { works: new Set(works), desk: found.inForce, changesMark: found.mark };
};

const unfinished = builtOnce((db) => {
  const all = sql<number>`count(*)::int`;
  const pending = db.select({ all }).from(outbox).where(eq(outbox.status, "pending"));
  const parked = db.select({ all }).from(inbox).where(isParked);
  return db
    .select({ pending: sql<number>`${pending}`, parked: sql<number>`${parked}` })
    .from(sql`(values (1)) as one_row`);
});

/** Counts, for the operator, the messages that wait to be sent, and the inbound events that were parked. */
export const countUnfinished = async (db: Database): Promise<{ readonly pending: number; readonly parked: number }> => {
  const [counts] = await unfinished(db, {});
  if (counts === undefined) throw new Error("a count has no answer");
  return counts;
};
