import { cards, outbox } from "./schema/delivery-schema.ts";
import type { Instant } from "../sla/instant.ts";
import { isOutdated } from "./delivery/claim-cards.ts";
import { byEmail, isToBeSent } from "./delivery/claim-outbox.ts";
import { absences, deskVersions } from "./schema/desk-schema.ts";
import type { DatabaseHandle } from "./connection/handle.ts";
import { inbox } from "./schema/inbox-schema.ts";
import { isClaimable } from "./inbox-store.ts";
import { fromInstant, and, asc, desc, sql } from "./schema/orm.ts";
import { isPromptDue } from "./prompt-store.ts";
import { prompts } from "./schema/prompt-schema.ts";
import { isStepDue } from "./reminder-store.ts";
import { reminders, tickets } from "./schema/schema.ts";
import { hasReplyDue, isInactivityDue } from "./due-tickets-store.ts";

/** The kinds of work that may wait. `chat` includes files. */
export type Work =
  | "inbox"
  | "reminders"
  | "replies"
  | "inactivity"
  | "prompts"
  | "channels"
  | "cards"
  | "chat"
  | "email";

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
  /** Changes whenever the desk in force or its absences change. */
  readonly desk: string;
}

/** Returns which loops may have work, in one statement. Each part reads the first entry of an index. */
export const readDueWork = async (
  { db, rows }: Pick<DatabaseHandle, "db" | "rows">,
  { now, soon, intakeToken, followed }: WorkSearch,
): Promise<DueWork> => {
  const outboxDue = (mail: boolean) =>
    db
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(byEmail(mail), isToBeSent(now)))
      .orderBy(asc(outbox.urgency), asc(outbox.notBefore), asc(outbox.id))
      .limit(1);
  // The order makes each part use its index, however many rows the planner expects.
  const firsts: Readonly<Record<Exclude<Work, "channels">, ReturnType<typeof sql>>> = {
    inbox: sql`${db.select({ id: inbox.id }).from(inbox).where(isClaimable(now, intakeToken)).orderBy(asc(inbox.id)).limit(1)}`,
    reminders: sql`${db.select({ ticket: reminders.ticket }).from(reminders).where(isStepDue(soon)).orderBy(asc(reminders.at)).limit(1)}`,
    replies: sql`${db.select({ number: tickets.number }).from(tickets).where(hasReplyDue(soon)).orderBy(asc(tickets.releaseAt)).limit(1)}`,
    inactivity: sql`${db.select({ number: tickets.number }).from(tickets).where(isInactivityDue(now)).orderBy(asc(tickets.inactivityDueAt)).limit(1)}`,
    prompts: sql`${db.select({ id: prompts.id }).from(prompts).where(isPromptDue(now)).orderBy(asc(prompts.dueAt)).limit(1)}`,
    cards: sql`${db.select({ id: cards.id }).from(cards).where(isOutdated(now)).orderBy(asc(cards.notBefore)).limit(1)}`,
    chat: sql`${outboxDue(false)}`,
    email: sql`${outboxDue(true)}`,
  };
  const newest = db
    .select({
      isToFollow: sql`${deskVersions.cardsFollowedAt} is null
        and (${deskVersions.version} <> ${followed.version} or ${deskVersions.at} <= ${fromInstant(followed.before)})`.as(
        "is_to_follow",
      ),
    })
    .from(deskVersions)
    .orderBy(desc(deskVersions.version))
    .limit(1);
  const parts = Object.entries(firsts).map(([work, first]) => sql`${first} is not null as ${sql.identifier(work)}`);
  const [row] = await rows<Record<Work, boolean | null> & { desk: string }>(
    sql`select ${sql.join(parts, sql`, `)}, ${newest} as channels,
      concat_ws(' ', (select max(${deskVersions.version}) from ${deskVersions}),
        (select string_agg(concat_ws(' ', ${absences.person}, ${absences.until}), ', ' order by ${absences.person}) from ${absences})) as desk`,
  );
  if (row === undefined) throw new Error("a look for work has no answer");
  const { desk, ...found } = row;
  const works = Object.entries(found).flatMap(([work, isThere]) => (isThere === true ? [work as Work] : []));
  return { works: new Set(works), desk };
};
