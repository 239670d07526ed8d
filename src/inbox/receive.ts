import type { AnswerPrivately, FirstAnswer } from "../chat/answer.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import type { Core } from "../chat/port.ts";
import type { Desk } from "../desk/desk.ts";
import { storeArrivals } from "../db/inbox-store.ts";
import { identify } from "../tickets/principal.ts";
import { platformOf, type ChannelRef } from "../tickets/refs.ts";
import { staffChannels } from "../tickets/routes/team.ts";
import { toIntent } from "../requests/to-intent.ts";
import { createInboxWriter } from "./inbox-writer.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { setNewest } from "../chat/bounded-map.ts";

/** The private answers still possible for events that this process received. A restart loses them. */
export type LiveAnswers = Map<string, AnswerPrivately>;

/**
 * How long (ms) an inbound event is reserved for the process that received it, because only that one can answer in
 * private. If it ends, other processes claim the event after this.
 */
const headStartMs = 5_000;

/** The most answers to remember. Older ones belong to events that another process handled or that were never stored. */
const answersAtMost = 2_000;

const remember = (answers: LiveAnswers, key: string, answer: AnswerPrivately): void =>
  setNewest(answers, key, answer, answersAtMost);

/** Events of one lane are processed in order: one person's actions in one place, or the messages of one thread. */
export const laneOf = (inboundEvent: InboundEvent): string =>
  "message" in inboundEvent &&
  (inboundEvent.kind === "message" || inboundEvent.kind === "edited" || inboundEvent.kind === "deleted") &&
  !("mail" in inboundEvent) &&
  !("direct" in inboundEvent && inboundEvent.direct)
    ? `${inboundEvent.channel} ${inboundEvent.message.thread ?? inboundEvent.message.id}`
    : `${inboundEvent.channel} ${inboundEvent.by.user}`;

const allChannels = (desk: Desk): readonly ChannelRef[] => [
  ...staffChannels(desk),
  ...Object.values(desk.accounts).flatMap((account) => account.channels),
];

/**
 * Creates the core that adapters call. It answers at once, and stores an event before the adapter may acknowledge it.
 * `self` is this process's token.
 */
export const receive = (
  { database, desk, now, metrics, traces }: Pick<WorkDeps, "database" | "desk" | "now" | "metrics" | "traces">,
  {
    acknowledge,
    answers,
    self,
    wake,
  }: {
    readonly acknowledge: (inboundEvent: InboundEvent, desk: Desk) => FirstAnswer;
    readonly answers: LiveAnswers;
    readonly self: string;
    readonly wake: () => void;
  },
): Core => {
  const store = createInboxWriter((arrivals) => storeArrivals(database.inbound, arrivals));
  return {
    channels: (platform) => allChannels(desk.current()).filter((channel) => platformOf(channel) === platform),
    channelsShownTo: ({ by, channel }) => {
      const principal = identify(by.user, channel, desk.current(), by.membership);
      return principal.is === "staff" ? allChannels(desk.current()) : (principal.account?.channels ?? []);
    },
    acknowledge: (inboundEvent) => {
      metrics.inboundEventReceived(platformOf(inboundEvent.channel), inboundEvent.kind);
      const first = acknowledge(inboundEvent, desk.current());
      if (first.kind === "private" && first.refused !== undefined)
        traces?.refused(inboundEvent.by, "notAllowed", first.refused);
      return first;
    },
    accept: async (inboundEvent, answer, isRepeat = false) => {
      const started = performance.now();
      const isLive = answers.has(inboundEvent.key);
      if (answer !== undefined) remember(answers, inboundEvent.key, answer);
      // A platform's clock may be ahead; no event is in the future.
      const at = Math.min(inboundEvent.at, now());
      const lease = { token: self, until: now() + headStartMs };
      const stored = sanitize(withoutUnneededText({ ...inboundEvent, at }, desk.current()));
      const isNew = await store({ inboundEvent: stored, lane: laneOf(inboundEvent), at: now(), lease, isRepeat });
      if (isNew) metrics.inboxStored();
      if (!isNew && !isLive) answers.delete(inboundEvent.key);
      metrics.acknowledged(platformOf(inboundEvent.channel), (performance.now() - started) / 1000);
      wake();
    },
  };
};

/**
 * An event as it is stored. Of a message that belongs to no ticket, only ids and times are: of a customer's, until it is decided that it
 * becomes one, and of the staff's at all.
 */
const withoutUnneededText = (inboundEvent: InboundEvent, desk: Desk): InboundEvent => {
  if (inboundEvent.kind !== "message") return inboundEvent;
  const { kind } = toIntent(inboundEvent, desk);
  if (kind !== "channelMessage" && kind !== "staffAnswer") return inboundEvent;
  const { key, at, by, channel, message } = inboundEvent;
  const { user, membership } = by;
  const who = { user, name: user, ...(membership === undefined ? {} : { membership }) };
  return { kind: "message", key, at, by: who, channel, message, text: "", textLeftOut: true };
};

/**
 * Returns the value with every text as Postgres can store it. NUL and unpaired surrogates become U+FFFD, the
 * replacement character.
 */
export const sanitize = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (_, each: unknown) => (typeof each === "string" ? wellFormed(each) : each))) as T;

const wellFormed = (text: string): string => text.toWellFormed().replaceAll("\0", "\uFFFD");
