import type { Instant } from "../sla/instant.ts";
import { nextReminderAt } from "../db/reminder-store.ts";
import { readBacklog } from "../db/queue/backlog.ts";
import { countUnfinished, type Work } from "../db/due-work.ts";
import type { Step, WorkDeps } from "./deps.ts";
import { type Loop, runLoop } from "./loop.ts";
import type { Steps } from "./steps.ts";
import { nextReplyAt } from "../db/due-tickets-store.ts";

/** All running loops of the desk. */
export interface RunningLoops {
  /** Called when an inbound event was stored. */
  eventStored(): void;
  /** Called when any loop may have work. */
  wake(): void;
  stop(): Promise<void>;
  troubles(): readonly string[];
}

/** How often (ms) to look for due work and for work that other processes left. */
const lookMs = 1_000;
/** The same for a single process: its loops wake each other, so looking finds only retries. */
const lookAloneMs = 2_000;
/** How often (ms) a look wakes loops whose work is not urgent. */
const seldomMs = 5_000;
/** The longest rest (ms) of a loop that nothing wakes. */
const longestRestMs = 60_000;
/** The rest (ms) while due work is being processed. */
const underwayMs = 50;
const countMs = 10_000;
const countBacklogMs = 30_000;
const cleanUpMs = 10 * 60_000;
const deriveMs = 10 * 60_000;
const statementsMs = 15_000;

/** How long (ms) steps may take that are slow by nature: large files, and the maintenance of large tables. */
/** How long a step may take (ms) before it is shown as trouble. */
export const usualHangsMs = 30_000;
const hangsAfterMs: Readonly<Record<string, number>> = {
  "deliver files": 3 * 60_000,
  "read mails": 3 * 60_000,
  "clean up": 10 * 60_000,
};

type Waker = () => void;

/** Wakes a loop, at most once in `everyMs`. Work that failed and is still due must not be tried at every look. */
const waker = (loop: Loop, everyMs = 0): Waker => {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (now - last < everyMs) return;
    last = now;
    loop.wake();
  };
};

/**
 * Runs the loops. A look asks the database in one statement which loops have work, and wakes them. A loop that did
 * something causes a look, since it may have made work for others. So an idle desk runs one statement per look, and a
 * loop without work runs none.
 */
export const runLoops = (deps: WorkDeps, steps: Steps, lookEveryMs?: number): RunningLoops => {
  const waking =
    (step: Step, whom: () => readonly Loop[]): Step =>
    async () => {
      const done = await step();
      if (done > 0) for (const loop of whom()) loop.wake();
      return done;
    };
  const lookEvery = lookEveryMs ?? (deps.database.kind === "pglite" ? lookAloneMs : lookMs);
  const untilWoken = async (): Promise<number> => longestRestMs;
  const soon = (next: Instant | null): number =>
    next === null ? longestRestMs : Math.max(underwayMs, Math.min(longestRestMs, next - deps.now()));
  const untilNextReminder = async (): Promise<number> => soon(await nextReminderAt(deps.database.db));
  const untilNextReply = async (): Promise<number> => soon(await nextReplyAt(deps.database.db));
  /** Until a platform accepts messages again. */
  const untilOpen = async (): Promise<number> => soon(steps.opensAt());
  const count: Step = async () => {
    const { pending, parked } = await countUnfinished(deps.database.db);
    deps.metrics.outboxPending(pending);
    deps.metrics.inboxParked(parked);
    return 0;
  };
  const countBacklog: Step = async () => {
    deps.metrics.backlog(await readBacklog(deps.database.db), deps.now());
    return 0;
  };
  const { mayWork } = deps;
  const whileAllowed = (step: Step): Step =>
    mayWork === undefined ? step : async () => ((await mayWork()) ? step() : 0);
  const start = (name: string, step: Step, rest: () => Promise<number>, overlaps = true): Loop =>
    runLoop({
      name,
      step: whileAllowed(step),
      rest,
      overlaps,
      log: deps.log,
      hangsAfterMs: hangsAfterMs[name] ?? usualHangsMs,
    });
  const inbox: Loop = start(
    "process inbox",
    waking(steps.processInbox, () => [looking]),
    untilWoken,
  );
  const reminders: Loop = start(
    "fire reminders",
    waking(steps.fireReminders, () => [looking]),
    untilNextReminder,
  );
  const replies: Loop = start(
    "release replies",
    waking(steps.releaseReplies, () => [looking]),
    untilNextReply,
  );
  const inactivity: Loop = start(
    "check inactivity",
    waking(steps.checkInactivity, () => [looking]),
    untilWoken,
  );
  const unticketed: Loop = start(
    "watch channels",
    waking(steps.watchChannels, () => [looking, inbox]),
    untilWoken,
  );
  const welcomes: Loop = start("keep welcome messages", steps.keepWelcomes, untilWoken, false);
  const mail: Loop = start("deliver e-mail", steps.deliverEmail, untilWoken);
  const files: Loop = start("deliver files", steps.deliverFiles, untilWoken);
  // Messages below a card wait for it, and a message that is refused there moves the card.
  const cards: Loop = start(
    "refresh cards",
    waking(steps.refreshCards, () => [looking]),
    untilOpen,
  );
  const outbox: Loop = start(
    "deliver outbox",
    waking(steps.deliverOutbox, () => [looking, files]),
    untilOpen,
  );
  const homes: Loop = start("publish homes", steps.publishHomes, async () => soon(steps.homes.opensAt()));
  steps.homes.onAsked(homes.wake);
  const channels: Loop = start(
    "follow channels",
    waking(steps.followChannels, () => [looking]),
    untilWoken,
  );
  const desk: Loop = start(
    "settle desk",
    waking(steps.settleDesk, () => [looking]),
    untilWoken,
    false,
  );
  const prompts: Loop = start(
    "settle prompts",
    waking(steps.settlePrompts, () => [looking]),
    untilWoken,
  );
  const mails: Loop = start(
    "read mails",
    waking(steps.readMails, () => [looking, inbox]),
    untilWoken,
  );
  const reports: Loop = start(
    "make reports",
    waking(steps.makeReports, () => [looking]),
    untilWoken,
  );
  const goals: Loop = start(
    "watch goals",
    waking(steps.watchGoals, () => [looking]),
    untilWoken,
    false,
  );
  const staffReports: Loop = start("deliver reports", steps.deliverReports, untilWoken);
  const wakers: Readonly<Record<Work, readonly Waker[]>> = {
    inbox: [waker(inbox)],
    reminders: [waker(reminders)],
    replies: [waker(replies)],
    inactivity: [waker(inactivity, seldomMs)],
    prompts: [waker(prompts, seldomMs)],
    channels: [waker(channels, seldomMs)],
    desk: [waker(desk)],
    cards: [waker(cards)],
    chat: [waker(outbox), waker(files, seldomMs)],
    email: [waker(mail)],
    reports: [waker(reports)],
    goals: [waker(goals)],
    staffReports: [waker(staffReports)],
    mails: [waker(mails)],
    unticketed: [waker(unticketed)],
    welcomes: [waker(welcomes)],
  };
  const look: Step = async () => {
    // Twice as far ahead as the next look: the loops wait for the exact moment.
    for (const work of await steps.dueWork(2 * lookEvery)) for (const wake of wakers[work]) wake();
    return 0;
  };
  const looking: Loop = start("look for work", look, async () => lookEvery, false);
  const loops = [
    inbox,
    reminders,
    replies,
    inactivity,
    channels,
    desk,
    cards,
    outbox,
    mail,
    prompts,
    files,
    homes,
    reports,
    goals,
    staffReports,
    mails,
    unticketed,
    welcomes,
    looking,
    start("count outbox", count, async () => countMs, false),
    start("count backlog", countBacklog, async () => countBacklogMs, false),
    start("clean up", steps.cleanUp, async () => cleanUpMs, false),
    start("derive outcomes", steps.deriveOutcomes, async () => deriveMs, false),
    start("tell of statements", steps.sendStatementNotices, async () => statementsMs, false),
  ];
  return {
    eventStored: inbox.wake,
    wake: () => {
      for (const loop of [
        inbox,
        reminders,
        replies,
        inactivity,
        cards,
        outbox,
        mail,
        files,
        reports,
        staffReports,
        mails,
        unticketed,
        looking,
      ])
        loop.wake();
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
    troubles: () => loops.flatMap((loop) => loop.trouble() ?? []),
  };
};
