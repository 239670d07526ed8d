import { accountStatements } from "./account-statements.ts";
import { placeStatements } from "./place-statements.ts";
import { markAttempts } from "../../../src/db/delivery/mark-attempts.ts";
import {
  collectCard,
  collectedPlaces,
  isCollected,
  lockCollected,
  readCollected,
  releaseCollected,
  showCollectedAgain,
  touchCollectedOf,
  releaseCards,
} from "../../../src/db/collected-store.ts";
import type { DatabaseHandle, Tx } from "../../../src/db/connection/handle.ts";
import {
  countRead,
  filesCarried,
  forgetUsesBefore,
  readLatestUses,
  refusedUntil,
  rememberUse,
} from "../../../src/db/customer-use-store.ts";
import {
  cardOfMessage,
  readCardsOf,
  readUnpostedCards,
  showAgain,
  wantCards,
} from "../../../src/db/delivery/card-store.ts";
import { claimCards } from "../../../src/db/delivery/claim-cards.ts";
import { claimOutbox } from "../../../src/db/delivery/claim-outbox.ts";
import { readCustomerDelivery } from "../../../src/db/delivery/customer-delivery.ts";
import { eraseInOutbox, findSent } from "../../../src/db/delivery/sent-messages.ts";
import { carriedFiles, forgetFiles } from "../../../src/db/delivery/file-store.ts";
import { releaseClaims } from "../../../src/db/delivery/lease.ts";
import { countPending, readPending, retargetOutbox } from "../../../src/db/delivery/outbox-store.ts";
import { readDesk, readDeskState, readDeskVersion } from "../../../src/db/desk-store.ts";
import {
  dueInactivity,
  dueReplies,
  nextReplyAt,
  postponeInactivity,
  postponeReplies,
} from "../../../src/db/due-tickets-store.ts";
import { readBacklog } from "../../../src/db/queue/backlog.ts";
import { countUnfinished, readDueWork } from "../../../src/db/due-work.ts";
import {
  countMessageEvents,
  readEvents,
  readClosedBy,
  readFirstEvents,
  readMessageEvents,
  eraseMessage,
} from "../../../src/db/event-store.ts";
import { awaitMessage, countAwaiting, releaseAwaiting, settleAwaiting } from "../../../src/db/awaited-message-store.ts";
import { forgetInboxBefore, leaseInbox, settleInbox, storeArrivals } from "../../../src/db/inbox-store.ts";
import {
  findMessage,
  messagePage,
  readMessages,
  readOpening,
  readRevised,
  readShownMessages,
  writeMessages,
} from "../../../src/db/messages/message-store.ts";
import { forgetProcessesBefore, reportRunning } from "../../../src/db/process-store.ts";
import {
  claimPrompt,
  duePrompts,
  extendPromptLease,
  forgetPromptsBefore,
  hasJoinedPrompt,
  lockOpenPrompt,
  postponePrompt,
  promptMessagesAfter,
  promptOfEvent,
  releasePrompt,
  timesSolved,
  withdrawChoice,
} from "../../../src/db/prompt-store.ts";
import {
  dueReminders,
  failedReminders,
  lingeringReminders,
  nextReminderAt,
  readReminders,
  syncReminders,
  wasStepDelivered,
} from "../../../src/db/reminder-store.ts";
import { forgetRequestsBefore, readRequest } from "../../../src/db/request-store.ts";
import { areWaiting, deskToFollow, walkOpenTickets } from "../../../src/db/staff-channels-store.ts";
import { countQueues, queuePage } from "../../../src/db/queue/queue-store.ts";
import { searchStatements } from "./search-statements.ts";
import { countTickets, listTickets } from "../../../src/db/ticket-lists.ts";
import {
  lastDirectTicket,
  lockFreeTickets,
  isSourceTaken,
  openDirectTicket,
  readTickets,
  ticketOfSource,
} from "../../../src/db/ticket-store.ts";
import { lockPromptOf, wipeParked, withdrawEmptyPrompt } from "../../../src/db/waiting-message-store.ts";
import {
  closed,
  closedForCards,
  leftToOthers,
  day,
  edited,
  filters,
  messages,
  queueCounts,
  queueViews,
  small,
  stranger,
  user,
  visibleTo,
} from "./statement-inputs.ts";

const likes = ["1", "1001", "100123", "account 7", "nothing like this"] as const;

type Statements = (tx: Tx, ticket: number, now: number) => readonly (() => Promise<unknown>)[];

const statements: Statements = (tx, ticket, now) => {
  const lease = { token: "size", until: now + 15_000 };
  const message = { channel: "slack:C0A1", id: "1.2" } as const;
  const claimedPrompt = { id: 0, lease: lease.token };
  const none = { count: 0, bytes: 0 };
  const awaited = { channel: "slack:C0", id: "1" } as const;
  const by = { user: "slack:U0SIZE", name: "" };
  const inboundEvent = { kind: "message", key: "size", channel: "slack:C0", by } as never;
  const step = { clock: "firstResponse", cycle: 1, target: 0, step: 50 } as const;
  return [
    () => claimCards(tx, { now, lease, limit: 10, closed: closedForCards, inTurns: (items) => items }),
    () => markAttempts(tx, "cards", { sent: [{ id: 1, digest: null }], givenBack: [2], token: lease.token, now }),
    ...(["chat", "email", "files"] as const).map(
      (transport) => () =>
        claimOutbox(tx, {
          transport,
          now,
          lease,
          limit: 20,
          urgencies: [0, 1, 2],
          closed,
          leftToOthers,
          inTurns: (items) => items,
        }),
    ),
    () => markAttempts(tx, "outbox", { sent: [{ id: 1, digest: null }], givenBack: [2], token: lease.token, now }),
    () => storeArrivals(tx, [{ inboundEvent, lane: "size", at: now, lease, isRepeat: false }]),
    () => leaseInbox(tx, { now, lease, limit: 20, intakeToken: "size", elsewhere: ["discord"] }),
    () => settleInbox(tx, 1, "size", { doneAt: now }),
    () => countAwaiting(tx, inboundEvent, 1_000),
    () => awaitMessage(tx, { id: 1, token: "size" }, { message: awaited, kept: inboundEvent }),
    () => settleAwaiting(tx, { id: 1, token: "size" }, now, now),
    () => releaseAwaiting(tx, awaited, now),
    ...[{ person: user }, { accountKey: "a0" }, { accountKey: null }].flatMap((whose) => [
      () => readLatestUses(tx, whose, { what: "tickets", after: now - day, upTo: now, most: 50 }),
    ]),
    () =>
      countRead(
        // Only the statement's plan is checked.
        { rows: async (query) => (await tx.execute(query), []) },
        { person: user, account: "a0" },
        { what: "lookups", limit: { most: 60, withinMs: day }, at: now },
      ),
    () => filesCarried(tx, { person: user, account: "a0" }, now - day),
    () => filesCarried(tx, { person: user, account: null }, now - day),
    () => refusedUntil(tx, { person: user, account: "a0" }, "tickets"),
    () =>
      rememberUse(tx, { person: user, account: "a0" }, { what: "tickets", at: now, files: none, refusedUntil: null }),
    () => forgetUsesBefore(tx, now - 365 * day),
    ...filters.flatMap((filter) => [() => listTickets(tx, filter, 20), () => countTickets(tx, filter, 1_001)]),
    ...likes.flatMap((like) =>
      [{}, { visibleTo }, { visibleTo: small }, { visibleTo: stranger }].flatMap((seen) => [
        () => listTickets(tx, { ...seen, byDue: true, open: true, like }, 25),
        () => listTickets(tx, { ...seen, byDue: false, resolved: true, like }, 25),
      ]),
    ),
    ...queueViews.flatMap(([view, viewer]) => [
      () => queuePage(tx, view, viewer, { after: null, limit: 51 }),
      () => queuePage(tx, view, viewer, { after: { due: now, number: ticket }, limit: 51 }),
    ]),
    ...queueCounts.map(
      ([filter, viewer]) =>
        () =>
          countQueues(tx, filter, viewer, 1_001),
    ),
    ...accountStatements(tx, now),
    ...searchStatements(tx, ticket),
    () => readUnpostedCards(tx),
    () => cardOfMessage(tx, message.channel, message.id),
    () => readCardsOf(tx, [ticket, ticket + 1]),
    () => showAgain(tx, ticket),
    () => lockCollected(tx),
    () => isCollected(tx, ticket),
    () => collectCard(tx, { card: 1, ticket, channel: message.channel }, { since: now - day, now }),
    () => collectCard(tx, { card: 2, ticket: ticket + 1, channel: message.channel }, { since: now - day, now }),
    () => readCollected(tx, 1, 15),
    () => collectedPlaces(tx, [ticket, ticket + 1]),
    () => showCollectedAgain(tx),
    () => releaseCards(tx, [1]),
    () => touchCollectedOf(tx, [ticket, ticket + 1]),
    () => releaseCollected(tx, [ticket, ticket + 1], now),
    () => wantCards(tx, new Map([[ticket, 9]])),
    () => readDesk(tx),
    () => readDeskState(tx),
    () => readDeskVersion(tx),
    () => readEvents(tx, ticket),
    () => readFirstEvents(tx, ticket),
    () => readClosedBy(tx, ticket),
    ...(["all", "public"] as const).flatMap((of) => [
      () => countMessageEvents(tx, ticket, of),
      () => readMessageEvents(tx, ticket, { of, newer: 5, most: 5, onDamagedEvent: null }),
    ]),
    () => findMessage(tx, message),
    () => readMessages(tx, ticket, [message]),
    () => readShownMessages(tx, ticket, [message]),
    () => readRevised(tx, ticket, message),
    () => readOpening(tx, ticket),
    () => messagePage(tx, ticket, 0, 50),
    () => writeMessages(tx, ticket, [], messages),
    () => writeMessages(tx, ticket, messages, edited),
    () => eraseMessage(tx, message),
    () => carriedFiles(tx, ticket, 1_000, 1_000),
    () => forgetFiles(tx, message),
    () => dueReplies(tx, now, 20),
    () => postponeReplies(tx, ticket, now, now + 60_000),
    () => postponeInactivity(tx, ticket, now, now + 60_000),
    () => nextReplyAt(tx),
    () => countUnfinished(tx),
    () => readBacklog(tx),
    () => forgetInboxBefore(tx, now - 365 * day),
    () => duePrompts(tx, { now, limit: 20, elsewhere: ["discord"] }),
    () => promptOfEvent(tx, "nothing"),
    () => hasJoinedPrompt(tx, "nothing"),
    () => lockOpenPrompt(tx, { key: "nothing", by: { user } } as never),
    () => promptMessagesAfter(tx, 1, 0, 20),
    () => claimPrompt(tx, 0, { choice: "add", lease, now }),
    () => extendPromptLease(tx, claimedPrompt, now),
    () => releasePrompt(tx, claimedPrompt),
    () => postponePrompt(tx, claimedPrompt, now),
    () => withdrawChoice(tx, claimedPrompt),
    () => reportRunning(tx, { id: "size", platforms: ["slack"], now, since: now - day }),
    () => forgetProcessesBefore(tx, now - day),
    () => lockPromptOf(tx, message),
    () => withdrawEmptyPrompt(tx, 0, now),
    () => wipeParked(tx, message, now),
    () => forgetPromptsBefore(tx, now - 7 * day),
    () => timesSolved(tx),
    () => countPending(tx),
    () => readPending(tx, "nothing"),
    () => retargetOutbox(tx, [1, 2], 3),
    () => readCustomerDelivery(tx, ticket),
    () => findSent(tx, ticket, { type: "replySettled", replyId: "1" } as never, 1),
    () => eraseInOutbox(tx, message),
    () => releaseClaims(tx, now),
    () => dueReminders(tx, now, 50),
    () => nextReminderAt(tx),
    () => failedReminders(tx, 20),
    () => lingeringReminders(tx, now, 20),
    () => readReminders(tx, ticket),
    () => syncReminders(tx, [{ ticket, plan: [], settled: [], otherwise: "cancelled" }], now),
    () => wasStepDelivered(tx, ticket, step),
    () => readRequest(tx, "nothing"),
    () => forgetRequestsBefore(tx, now - 365 * day),
    () => dueInactivity(tx, now, 20),
    () => areWaiting(tx, now, 20),
    ...[null, { due: now, number: ticket }, { due: null, number: ticket }].map(
      (after) => () => walkOpenTickets(tx, after, 200),
    ),
    () => deskToFollow(tx),
    () => readTickets(tx, [ticket, ticket + 1]),
    () => lockFreeTickets(tx, [ticket]),
    () => openDirectTicket(tx, user),
    () => lastDirectTicket(tx, user),
    () => ticketOfSource(tx, message.channel, message.id),
    () => isSourceTaken(tx, message.channel, message.id),
  ];
};

class Undo extends Error {}

/** Runs every statement that a request, a loop or a probe runs, and leaves nothing changed. */
export const runEveryStatement = async (database: DatabaseHandle, ticket: number, now: number): Promise<void> => {
  try {
    await database.db.transaction(async (tx) => {
      for (const run of statements(tx, ticket, now)) await run();
      const handle = { ...database, rows: (query: Parameters<DatabaseHandle["rows"]>[0]) => database.rows(query, tx) };
      const followed = { version: 0, before: now };
      await readDueWork(tx, { now, soon: now + 2_000, intakeToken: "size", followed });
      for (const run of placeStatements(handle as DatabaseHandle, ticket, now)) await run();
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
};
