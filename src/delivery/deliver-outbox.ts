import { markAttempts } from "../db/delivery/mark-attempts.ts";
import { fairOrder } from "../tickets/limits.ts";
import type { Instant } from "../sla/instant.ts";
import { randomUUID } from "node:crypto";
import { ticketsWithPlaces } from "../tickets/execute/ticket-places.ts";
import type { Card } from "../chat/card.ts";
import { attemptOf } from "../chat/delivery.ts";
import { leaseMs, type Lease } from "../db/delivery/lease.ts";
import { claimOutbox, dueUrgencies, isUrgent, type OutboxClaim, type Transport } from "../db/delivery/claim-outbox.ts";
import type { OutboxRow, UnreadableMessage } from "../db/delivery/outbox-row.ts";
import { settleOutbox, type OutboxOutcome } from "../db/delivery/outbox-store.ts";
import type { Desk } from "../desk/desk.ts";
import { answerPendingUntil } from "../tickets/clocks/is-answer.ts";
import type { Audience, Notification } from "../tickets/effect.ts";
import { clockOf, whyObsolete, digestCard } from "../features/reminders/index.ts";
import type { Ticket } from "../tickets/ticket.ts";
import { withAssigneeMention } from "../features/assignment/index.ts";
import { withCustomerMention } from "../features/conversation/index.ts";
import { messageCard } from "../features/message-cards/index.ts";
import { viewerFor } from "../i18n/viewer-for.ts";
import type { TicketPlaces } from "../i18n/viewer.ts";
import { plainTextTimes } from "../i18n/spelled-out.ts";
import type { Step, WorkDeps, Firing } from "../jobs/deps.ts";
import { copyAttachment } from "./copy-attachment.ts";
import { planBatch } from "./plan-batch.ts";
import { sendGateFor, type SendGate } from "./send-gate.ts";
import { handOver } from "./hand-over.ts";
import { leftTo, passOnAway } from "./pass-on-away.ts";
import { nothingElsewhere, type PlatformsElsewhere, type ServedElsewhere } from "./served-elsewhere.ts";
import { copyToContacts, reportNotMailed, reportOtherRoute, reportPaged } from "./report-delivered.ts";
import { obsoleteBecause, requeue } from "./obsolete.ts";
import type { Limiter } from "./limiter.ts";
import { reroute } from "./reroute.ts";
import { sendFirst, type Sent } from "./send.ts";
import { updateSent } from "./update-sent.ts";
import { showMoved } from "./show-moved.ts";
import { readShownWith, type ShownWith } from "./shown-with.ts";
import { setAside, setUnreadableAside } from "./set-aside.ts";
import { noticeOf, settleWithSteps } from "./settle-with-steps.ts";
import { settleFailure, withhold } from "./settle-failure.ts";

/** How many messages one step claims. A mail server takes few at once. */
const batch: Readonly<Record<Transport, number>> = { chat: 20, email: 5, files: 2 };

/** A message that is still to be sent, with its ticket. */
interface Sendable extends ShownWith {
  readonly row: OutboxRow;
  readonly ticket: Ticket;
  readonly places: TicketPlaces;
}

interface Sending {
  readonly limiter: Limiter;
  readonly firing: Firing;
  readonly elsewhere: ServedElsewhere;
  /** Resolves when the next message may be worked on: requests that wait for an answer come first. */
  readonly calm: () => Promise<void>;
}

/**
 * Sends owed messages: claim rows, decide what goes together and what goes now, mark the attempts, call the platform,
 * settle. No transaction is open during the decision or the call.
 */
export const deliverOutbox =
  (deps: WorkDeps, transport: Transport, { limiter, firing, elsewhere, calm }: Sending): Step =>
  async () => {
    const now = deps.now();
    const due = await dueUrgencies(deps.database.db, transport, now);
    // While many reminders are decided, ordinary ones wait, so that they are sent together.
    const urgencies = firing.bulkRuns > 0 ? due.filter(isUrgent) : due;
    if (urgencies.length === 0) return 0;
    const desk = await deps.desk.read(deps.database.db);
    const lease = { token: randomUUID(), until: now + leaseMs };
    const others = await elsewhere();
    if (transport === "chat") await passOnAway(deps, desk, others, lease);
    if (transport === "email" && others.all.includes("email")) return 0;
    const gate = sendGateFor(deps, { desk, limiter });
    const leftToOthers = leftTo(transport === "email" ? nothingElsewhere : others, desk, deps.ports);
    const { groups, unreadable } = await nextBatch(deps, { transport, now, lease, urgencies, leftToOthers }, gate);
    for (const row of unreadable) await setUnreadableAside(deps, row, lease);
    await Promise.all(
      groups.map(async (rows) => {
        await calm();
        await deliver(deps, { desk, others }, rows, lease).catch((error: unknown) =>
          setAside(deps, rows, lease, error),
        );
      }),
    );
    return groups.length + unreadable.length;
  };

/** Claims messages and returns those that go now, with their attempts marked. Each group is one message. */
const nextBatch = async (
  { database: { db } }: WorkDeps,
  claim: Pick<OutboxClaim, "transport" | "now" | "lease" | "urgencies" | "leftToOthers">,
  gate: SendGate,
): Promise<{
  readonly groups: readonly (readonly OutboxRow[])[];
  readonly unreadable: readonly UnreadableMessage[];
}> => {
  const limit = batch[claim.transport];
  const { messages, unreadable } = await claimOutbox(db, {
    ...claim,
    limit,
    closed: gate.closed,
    inTurns: fairOrder,
  });
  if (messages.length === 0) return { groups: [], unreadable };
  const { groups, attempts } = planBatch(messages, gate, randomUUID);
  const marked = await markAttempts(db, "outbox", { ...attempts, token: claim.lease.token, now: claim.now });
  // A group with a lost row is incomplete. Its lease runs out, and then it is treated as doubtful.
  return { groups: groups.filter((group) => group.every(({ id }) => marked.has(id))), unreadable };
};

/** Whether the card of this notification is drawn again as itself. Any other one becomes the card of a changed message. */
const isRedrawn = ({ type }: Notification): boolean =>
  type === "threadImported" || type === "openingChanged" || type === "fromTech";

/** The desk, and the platforms that other processes serve. */
interface Surroundings {
  readonly desk: Desk;
  readonly others: PlatformsElsewhere;
}

/** Sends one message, of one row or of several. */
const deliver = async (
  deps: WorkDeps,
  around: Surroundings,
  rows: readonly OutboxRow[],
  lease: Lease,
): Promise<void> => {
  const sendable = await stillWanted(deps, around.desk, rows, lease);
  const [first] = sendable;
  if (first === undefined) return;
  const delivery = await send(deps, around, { first: first.row, all: sendable, lease });
  if (delivery === null) {
    const nothing = { status: "cancelled", why: "there was nothing to update", settledAt: deps.now() } as const;
    return void (await settleOutbox(deps.database.db, first.row.id, lease.token, nothing));
  }
  const sent = sendable.map(({ row }) => row);
  if (delivery.ok) {
    await copyToContacts(deps, around.desk, first);
    return settleDelivered(deps, sent, lease, delivery);
  }
  if (delivery.withheld === true) return withhold(deps, first.row, lease);
  if (delivery.handOver !== undefined) return handOver(deps, sent, lease, delivery.handOver);
  // The rows are one message, so they are tried again together.
  const tried = Math.max(...sent.map(({ tries }) => tries));
  for (const row of sent) await settleFailure(deps, row, { lease, failure: delivery.failure, tried });
};

const settleDelivered = async (
  deps: WorkDeps,
  rows: readonly OutboxRow[],
  lease: Lease,
  { ref, failedElsewhere, notMailed }: Extract<Sent, { ok: true }>,
): Promise<void> => {
  const [first] = rows;
  if (notMailed !== undefined && first !== undefined) await reportNotMailed(deps, first, notMailed);
  if (failedElsewhere !== undefined) for (const row of rows) await reportOtherRoute(deps, row, failedElsewhere);
  for (const row of rows) if (row.message.type === "page") await reportPaged(deps, row, row.message.page);
  for (const [reached, these] of Map.groupBy(rows, (row) =>
    noticeOf(row)?.skipped.length === 0 ? "sent" : "fallbackTaken",
  )) {
    const ours = await settleWithSteps(deps, these, {
      lease,
      outcome: { status: "sent", ref, settledAt: deps.now() },
      step: reached,
    });
    for (const row of these) if (ours.has(row.id) && noticeOf(row) !== null) deps.metrics.reminded(reached);
  }
};

/** Until when a pending reply may still end this clock; null if there is none. */
const pendingReplyUntil = ({ row, ticket }: Pick<Sendable, "row" | "ticket">): Instant | null => {
  const notice = noticeOf(row);
  const clock = notice === null ? undefined : clockOf(notice, ticket);
  return clock === undefined ? null : answerPendingUntil(ticket, clock);
};

/**
 * Gives a row back until `notBefore`, as if it had not been claimed. It leaves its digest, which goes out without it.
 * Then it cannot be known whether the digest arrived, so the reminder may be sent twice rather than not at all.
 */
const giveBack = (
  { tries, attemptedAt, digest }: OutboxRow,
  notBefore: Instant,
  why: string,
): Extract<OutboxOutcome, { status: "pending" }> => ({
  status: "pending",
  why,
  notBefore,
  tries,
  attemptedAt: digest === null ? attemptedAt : null,
  digest: null,
});

const stillWanted = async (
  deps: WorkDeps,
  desk: Desk,
  rows: readonly OutboxRow[],
  lease: Lease,
): Promise<readonly Sendable[]> => {
  const { db } = deps.database;
  const about = await ticketsWithPlaces(
    db,
    rows.map(({ ticket }) => ticket),
  );
  const wanted: Sendable[] = [];
  const obsolete: { readonly row: OutboxRow; readonly why: string }[] = [];
  for (const row of rows) {
    const known = about.get(row.ticket);
    if (known === undefined) throw new Error(`a message of no ticket: ${row.ticket}`);
    const until = pendingReplyUntil({ row, ...known });
    const why = obsoleteBecause(row, known.ticket, desk);
    if (until !== null) {
      // Sending the pending reply ends the clock. If it is undone, the reminder is looked at again.
      await settleOutbox(db, row.id, lease.token, giveBack(row, until, "a pending reply may end the clock"));
    } else if (why !== null) {
      const notice = noticeOf(row);
      const stands = notice !== null && whyObsolete(notice, known.ticket) === "stands";
      const becomes = stands ? await requeue(deps, row, notice, lease) : "drop";
      if (becomes === "drop") obsolete.push({ row, why });
      if (becomes === "send") await settleOutbox(db, row.id, lease.token, giveBack(row, deps.now(), why));
    } else if (!(await reroute(deps, row, { ticket: known.ticket, desk, lease })))
      wanted.push({ row, ...known, ...(await readShownWith(deps, row)) });
  }
  for (const [why, these] of Map.groupBy(obsolete, (each) => each.why))
    await settleWithSteps(
      deps,
      these.map(({ row }) => row),
      { lease, outcome: { status: "cancelled", why, settledAt: deps.now() }, step: "cancelled" },
    );
  return wanted;
};

const send = async (
  deps: WorkDeps,
  { desk, others }: Surroundings,
  { first, all, lease }: { readonly first: OutboxRow; readonly all: readonly Sendable[]; readonly lease: Lease },
): Promise<Sent | null> => {
  const { message } = first;
  if (message.type === "messageChanged" || message.type === "directChanged" || message.type === "replySettled")
    return updateSent(deps, first, {
      message,
      lease,
      render: async (sent) => {
        const { target } = first;
        const audience: Audience = target.kind === "person" ? target : { kind: "internal" };
        if (audience.kind === "internal" && !isRedrawn(sent)) return renderFor(deps, desk, all, audience);
        const shown = await readShownWith(deps, { ticket: first.ticket, message: sent });
        const current = withMessage(all, sent).map((each) => ({ ...each, ...shown }));
        return renderFor(deps, desk, current, audience);
      },
    });
  if (message.type === "ratingShown")
    return updateSent(deps, first, {
      message,
      lease,
      render: async () => renderFor(deps, desk, all, { kind: "conversation" }),
    });
  if (message.type === "cardMoved")
    return showMoved(deps, first, lease, () => renderFor(deps, desk, all, { kind: "internal" }));
  if (message.type === "customerFile")
    return copyAttachment(deps, first, message, {
      lease,
      others,
      render: (whyNot) => renderFor(deps, desk, withMessage(all, { ...message, whyNot }), { kind: "internal" }),
    });
  const attempt = attemptOf(first.digest === null ? first.key : `digest ${first.digest}`, first.attemptedAt);
  const render = renderFor.bind(null, deps, desk, all);
  const writtenFor = message.type === "reply" ? message.audience : null;
  return sendFirst(
    { deps, desk, attempt, lease, render, writtenFor, others, handedOver: first.handedOver },
    first.target,
  );
};

const withMessage = (all: readonly Sendable[], message: Notification): readonly Sendable[] =>
  all.map((each) => ({ ...each, row: { ...each.row, message } }));

const renderFor = (deps: WorkDeps, desk: Desk, all: readonly Sendable[], audience: Audience): Card => {
  const now = deps.now();
  const [first] = all;
  if (first === undefined) throw new Error("a message about nothing");
  const viewer = viewerFor(audience, first.ticket, desk);
  const items = all.flatMap(({ row, ...about }) => {
    const notice = noticeOf(row);
    return notice === null ? [] : [{ notice, ...about }];
  });
  const card =
    all.length > 1
      ? digestCard(items, { desk, viewer }, now)
      : messageCard(first.row.message, { ...first, desk, viewer, now });
  // The copy of a contact mentions no one else.
  if (audience.kind === "conversation" && first.row.target.kind !== "contact")
    return withCustomerMention(card, first.row.message, first.ticket, desk);
  if (audience.kind === "internal") return withAssigneeMention(card, first.row.message, { desk, viewer });
  return audience.kind === "email" ? plainTextTimes(card, viewer, now) : card;
};
