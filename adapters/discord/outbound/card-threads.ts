import { MessageFlags } from "discord.js";
import type { Card } from "../../../src/chat/card.ts";
import type { Delivery } from "../../../src/chat/delivery.ts";
import type { LinkTo, Log } from "../../../src/chat/port.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import type { AttemptOutcomes } from "../../shared/attempts.ts";
import type { ChannelDirectory } from "../gateway/channels.ts";
import { renderCard } from "./render-card.ts";
import type { Threads } from "./threads.ts";

/** Why the thread below a card could not begin yet. */
export type MissingThread = NonNullable<Extract<Delivery, { ok: true }>["missing"]>;

/** The threads below cards in channels, in which people write. */
interface CardThreads {
  /** Begins the thread below a card that was just posted. Returns why it cannot begin yet. */
  begin(channel: string, root: string, card: Card): Promise<MissingThread | null>;
  /** Begins it when the card is edited, if it could not begin before. */
  beginLate(
    channel: string,
    root: { readonly id: string; readonly flags: number },
    card: Card,
  ): Promise<MissingThread | null>;
  /** Adds the people whom the card mentions. */
  addPeople(thread: string, card: Card): Promise<void>;
}

/** How long (ms) edits begin no thread in a channel where Discord refused one. Discord bans bots that make many refused calls. */
const refusedForMs = 60 * 60_000;

export const titleOf = ({ parts, summary }: Card): string =>
  parts.find((part) => part.part === "heading")?.text ?? summary;

export const createCardThreads = ({
  threads,
  channels,
  outcomes,
  log,
  now,
  linkTo,
}: {
  readonly threads: Threads;
  readonly channels: ChannelDirectory;
  readonly outcomes: AttemptOutcomes;
  readonly log: Log;
  readonly now: () => Instant;
  readonly linkTo: LinkTo;
}): CardThreads => {
  const refusedUntil = new Map<string, Instant>();

  const addPeople: CardThreads["addPeople"] = async (thread, card) => {
    try {
      await threads.add(thread, renderCard(card, linkTo).allowed_mentions.users ?? []);
    } catch (error) {
      log.warn({ thread, err: outcomes.failureOf(error).why }, "discord.thread-member-missing");
    }
  };

  const begin: CardThreads["begin"] = async (channel, root, card) => {
    try {
      await outcomes.postsNothing(() => threads.begin(channel, root, titleOf(card)));
    } catch (error) {
      const failure = outcomes.failureOf(error);
      log.warn({ channel, err: failure.why }, "discord.thread-missing");
      if (failure.kind === "waitUntil" || failure.kind === "tryAgain") return failure;
      refusedUntil.set(channel, now() + refusedForMs);
      return null;
    }
    await addPeople(root, card);
    return null;
  };

  return {
    begin,
    beginLate: async (channel, { id, flags }, card) => {
      const isThere = (flags & MessageFlags.HasThread) !== 0 || channels.known(id)?.is === "thread";
      return isThere || (refusedUntil.get(channel) ?? 0) > now() ? null : begin(channel, id, card);
    },
    addPeople,
  };
};
