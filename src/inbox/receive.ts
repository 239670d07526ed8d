import type { AnswerPrivately, FirstAnswer } from "../chat/answer.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import type { Core } from "../chat/port.ts";
import type { Desk } from "../desk/desk.ts";
import { storeArrivals } from "../db/inbox-store.ts";
import { platformOf } from "../tickets/refs.ts";
import { createIntake } from "./intake.ts";
import { sanitize } from "./storable.ts";
import type { WorkDeps } from "../jobs/deps.ts";

/** The answers still possible for inbound events taken in by this process; lost with it, as they may be. */
export type LiveAnswers = Map<string, AnswerPrivately>;

/**
 * How long (ms) an inbound event is left to the process that heard it: no other can answer its author in private. Should that
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
const laneOf = (inboundEvent: InboundEvent): string =>
  "message" in inboundEvent &&
  (inboundEvent.kind === "message" || inboundEvent.kind === "edited" || inboundEvent.kind === "deleted") &&
  !("direct" in inboundEvent && inboundEvent.direct === true)
    ? `${inboundEvent.channel} ${inboundEvent.message.thread ?? inboundEvent.message.id}`
    : `${inboundEvent.channel} ${inboundEvent.by.user}`;

/**
 * The bot's face towards the adapters: answers at once, and records before it lets them say "received". `self` is this
 * process's own token.
 */
export const receive = (
  { database, desk, now, meter, traces }: Pick<WorkDeps, "database" | "desk" | "now" | "meter" | "traces">,
  meet: (inboundEvent: InboundEvent, desk: Desk) => FirstAnswer,
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
    meet: (inboundEvent) => {
      meter.inboundEventReceived(platformOf(inboundEvent.channel), inboundEvent.kind);
      const first = meet(inboundEvent, desk.current());
      if (first.kind === "private" && first.refused !== undefined)
        traces?.refused(inboundEvent.by, "notAllowed", first.refused);
      return first;
    },
    accept: async (inboundEvent, answer) => {
      const started = performance.now();
      const isLive = answers.has(inboundEvent.key);
      if (answer !== undefined) remember(answers, inboundEvent.key, answer);
      // A platform's clock may run ahead of ours; nothing happens in our future.
      const at = Math.min(inboundEvent.at, now());
      const heard = { token: self, until: now() + headStartMs };
      const stored = sanitize({ ...inboundEvent, at });
      const isNew = await store({ inboundEvent: stored, lane: laneOf(inboundEvent), at: now(), heard });
      if (isNew) meter.inboxStored();
      if (!isNew && !isLive) answers.delete(inboundEvent.key);
      meter.answered(platformOf(inboundEvent.channel), (performance.now() - started) / 1000);
      wake();
    },
  };
};
