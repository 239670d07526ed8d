import type { AnswerPrivately, FirstAnswer } from "../chat/answer.ts";
import type { Happening } from "../chat/happening.ts";
import type { Core } from "../chat/port.ts";
import type { Desk } from "../domain/desk.ts";
import { storeArrivals } from "../db/inbox-store.ts";
import { platformOf } from "../domain/refs.ts";
import { createIntake } from "./inbound/intake.ts";
import { storable } from "./storable.ts";
import type { WorkDeps } from "./deps.ts";

/** The answers still possible for happenings taken in by this process; lost with it, as they may be. */
export type LiveAnswers = Map<string, AnswerPrivately>;

/**
 * How long (ms) a happening is left to the process that heard it: no other can answer its author in private. Should that
 * process be gone, the others take it up after this.
 */
const headStartMs = 5_000;

/** More cannot be under way; older ones were answered for by another process, or never recorded. */
const answersAtMost = 2_000;

const remember = (answers: LiveAnswers, key: string, answer: AnswerPrivately): void => {
  answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > answersAtMost && oldest !== undefined) answers.delete(oldest);
};

/** Happenings of one lane are worked on one after the other: one person's acts in one place, or one thread's messages. */
const laneOf = (happening: Happening): string =>
  "message" in happening &&
  (happening.kind === "message" || happening.kind === "edited" || happening.kind === "deleted") &&
  !("direct" in happening && happening.direct === true)
    ? `${happening.channel} ${happening.message.thread ?? happening.message.id}`
    : `${happening.channel} ${happening.by.user}`;

/**
 * The bot's face towards the adapters: answers at once, and records before it lets them say "received". `self` is this
 * process's own token.
 */
export const receive = (
  { database, desk, now, meter, traces }: Pick<WorkDeps, "database" | "desk" | "now" | "meter" | "traces">,
  meet: (happening: Happening, desk: Desk) => FirstAnswer,
  answers: LiveAnswers,
  self: string,
  wake: () => void,
): Core => {
  const store = createIntake((arrivals) => storeArrivals(database.inbound, arrivals));
  return {
    channels: (platform) => {
      const { channels, accounts } = desk.current();
      const all = [
        ...channels.triage,
        ...channels.tech,
        ...Object.values(accounts).flatMap((account) => account.channels),
      ];
      return all.filter((channel) => platformOf(channel) === platform);
    },
    meet: (happening) => {
      meter.happeningReceived(platformOf(happening.channel), happening.kind);
      const first = meet(happening, desk.current());
      if (first.kind === "private" && first.refused !== undefined)
        traces?.refused(happening.by, "notAllowed", first.refused);
      return first;
    },
    accept: async (happening, answer) => {
      const started = performance.now();
      const isLive = answers.has(happening.key);
      if (answer !== undefined) remember(answers, happening.key, answer);
      // A platform's clock may run ahead of ours; nothing happens in our future.
      const at = Math.min(happening.at, now());
      const heard = { token: self, until: now() + headStartMs };
      const stored = storable({ ...happening, at });
      const isNew = await store({ happening: stored, lane: laneOf(happening), at: now(), heard });
      if (isNew) meter.inboxStored();
      if (!isNew && !isLive) answers.delete(happening.key);
      meter.answered(platformOf(happening.channel), (performance.now() - started) / 1000);
      wake();
    },
  };
};
