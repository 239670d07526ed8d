import { nextReminderAt } from "../db/reminder-store.ts";
import { countParked } from "../db/inbox-store.ts";
import { countPending } from "../db/outbox-store.ts";
import type { Step, WorkDeps } from "./deps.ts";
import { runLoop, type Loop } from "./loop.ts";
import type { Steps } from "./steps.ts";

/** Every loop of the desk, running. */
export interface RunningLoops {
  /** Something may be waiting: have a look now. */
  wake(): void;
  stop(): Promise<void>;
  troubles(): readonly string[];
}

/** How often to look for what other processes left, in milliseconds. */
const lookMs = 1_000;
const countMs = 10_000;
const cleanUpMs = 10 * 60_000;

/** Runs the loops; whenever one did something, the others have a look. */
export const runLoops = (deps: WorkDeps, steps: Steps): RunningLoops => {
  const hurried: Loop[] = [];
  const wake = (): void => hurried.forEach((loop) => loop.wake());
  const waking =
    (step: Step): Step =>
    async () => {
      const done = await step();
      if (done > 0) wake();
      return done;
    };
  const look = async (): Promise<number> => lookMs;
  const untilNextReminder = async (): Promise<number> => {
    const next = await nextReminderAt(deps.database.db);
    return next === null ? lookMs : Math.max(0, Math.min(lookMs, next - deps.now()));
  };
  const count: Step = async () => {
    deps.meter.outboxPending(await countPending(deps.database.db));
    deps.meter.inboxParked(await countParked(deps.database.db));
    return 0;
  };
  const start = (name: string, step: Step, rest: () => Promise<number>): Loop =>
    runLoop({ name, step, rest, log: deps.log });
  hurried.push(
    start("take inbox", waking(steps.takeInbox), look),
    start("fire reminders", waking(steps.fireReminders), untilNextReminder),
    start("refresh cards", waking(steps.refreshCards), look),
    start("deliver outbox", waking(steps.deliverOutbox), look),
    start("deliver e-mail", waking(steps.deliverEmail), look),
  );
  const loops = [
    ...hurried,
    start("count outbox", count, async () => countMs),
    start("clean up", steps.cleanUp, async () => cleanUpMs),
  ];
  return {
    wake,
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
    troubles: () => loops.flatMap((loop) => loop.trouble() ?? []),
  };
};
