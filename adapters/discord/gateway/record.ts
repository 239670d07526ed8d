import { errorKind } from "../../../src/chat/error-kind.ts";
import type { InboundEvent } from "../../../src/chat/inbound-event.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import { instantOf } from "../api.ts";
import { readMessage, type DiscordMessage } from "../inbound/inbound.ts";
import { readDeletion, readEdit } from "../inbound/inbound-revision.ts";
import { readReaction, ticketEmoji } from "../inbound/picks-and-reactions.ts";
import { limitedText } from "../inbound/read-written.ts";
import type { ChannelInfo } from "./channels.ts";
import { deletionByUnknown, type GoneMessage } from "../../shared/find-deleted.ts";
import type { GatewayListener, ListenerDeps } from "./listener.ts";

/**
 * Stores what people write, change, delete and mark in channels of the desk and in direct messages. Its methods may
 * reject.
 */
export const createRecorder = ({
  core,
  replies,
  channels,
  directs,
  latestRoot,
  log,
  now,
  pause,
  retry,
  self,
  ownRoles,
  isHome,
}: ListenerDeps): Omit<GatewayListener, "interaction"> => {
  /** Stores a message. Discord delivers it only once, so a failure is tried again until it is stored. */
  const record = async (inboundEvent: InboundEvent, isLate = false): Promise<void> => {
    const answer = core.acknowledge(inboundEvent);
    // A hint is not stored, so each catch-up would give it again.
    if (answer.kind === "private" && isLate) return;
    if (answer.kind === "private")
      return void (await replies.write(inboundEvent.by.user, inboundEvent.key)(answer.card));
    if (answer.kind !== "work") return;
    for (let failures = 0; ; failures++)
      try {
        return await core.accept(inboundEvent, replies.write(inboundEvent.by.user, inboundEvent.key), isLate);
      } catch (error) {
        log.error({ key: inboundEvent.key, failures, err: errorKind(error) }, "discord.message-unrecorded");
        if (pause.ended()) return;
        await pause(Math.min(30_000, 250 * 2 ** failures));
      }
  };

  const deskChannel = async (channel: string, what: string): Promise<ChannelInfo | null> => {
    const info = await retry(what, () => channels.find(channel));
    return info === null || info.is === "direct" || (await isHome(info.guild)) ? info : null;
  };

  /** The root of a thread has the thread's id. In a direct conversation the root is the message that was answered. */
  const rootOf = async ({ id, channel, answers }: DiscordMessage, info: ChannelInfo): Promise<string | null> => {
    if (info.is === "thread") return channel;
    if (answers !== null || info.is === "channel") return answers;
    return retry(`what ${id} answers`, () => latestRoot(channel, id));
  };

  const message = async (body: unknown, isLate?: boolean): Promise<void> => {
    const written = readMessage(body, self() ?? "", ownRoles());
    if (written === null) return;
    const info = await deskChannel(written.channel, `where ${written.id} is`);
    if (info === null) return;
    if (info.is === "direct") directs.learn(written.by.user, written.channel);
    const channel = `discord:${info.is === "thread" ? info.parent : written.channel}` as const;
    const thread = await rootOf(written, info);
    await record(
      {
        kind: "message",
        key: `discord:msg:${written.channel}:${written.id}`,
        at: instantOf(written.id),
        by: written.by,
        channel,
        message: { channel, id: written.id, ...(thread === null ? {} : { thread }) },
        ...limitedText(written),
        ...(written.files.length === 0 ? {} : { files: written.files }),
        ...(written.mentionsBot ? { mentionsBot: true } : {}),
        ...(info.is === "direct" ? { direct: true } : {}),
        // A post and its first message have the same id. A message that a thread was begun from stands in the channel.
        ...(info.is === "thread" && written.id === written.channel ? { beginsPost: true } : {}),
      },
      isLate,
    );
  };

  const edit = async (body: unknown): Promise<void> => {
    const edited = readEdit(body, self() ?? "", ownRoles());
    if (edited === null) return;
    const { written, at } = edited;
    const info = await deskChannel(written.channel, `where ${written.id} is`);
    if (info === null) return;
    const channel = `discord:${info.is === "thread" ? info.parent : written.channel}` as const;
    const thread = await rootOf(written, info);
    await record({
      kind: "edited",
      key: `discord:edit:${written.channel}:${written.id}:${at}`,
      at,
      wroteAt: instantOf(written.id),
      by: written.by,
      channel,
      message: { channel, id: written.id, ...(thread === null ? {} : { thread }) },
      ...limitedText(written),
      ...(info.is === "direct" ? { direct: true } : {}),
    });
  };

  /** Stores that a message was deleted. Discord does not say by whom. */
  const gone = (message: GoneMessage): Promise<void> => {
    const key = `discord:del:${message.thread ?? idOf(message.channel)}:${message.id}`;
    return record(deletionByUnknown(message, { key, at: now() }));
  };

  const deletion = async (body: unknown): Promise<void> => {
    const deleted = readDeletion(body);
    if (deleted === null) return;
    const info = await deskChannel(deleted.channel, `where ${deleted.ids[0]} was`);
    if (info === null) return;
    const channel = `discord:${info.is === "thread" ? info.parent : deleted.channel}` as const;
    const thread = info.is === "thread" ? deleted.channel : null;
    for (const id of deleted.ids) await gone({ channel, thread, id, direct: info.is === "direct" });
  };

  const reaction = async (body: unknown, isLate?: boolean): Promise<void> => {
    const reacted = readReaction(body, self() ?? "");
    if (reacted === null) return;
    const info = await deskChannel(reacted.channel, `where ${reacted.message} is`);
    if (info === null) return;
    const channel = `discord:${info.is === "thread" ? info.parent : reacted.channel}` as const;
    await record(
      {
        kind: "react",
        // Removing the emoji and adding it again is the same request. Any other emoji is another one.
        key: `discord:react:${reacted.message}:${idOf(reacted.by.user)}${reacted.emoji === ticketEmoji ? "" : ":other"}`,
        at: now(),
        by: reacted.by,
        channel,
        message: { channel, id: reacted.message, ...(info.is === "thread" ? { thread: reacted.channel } : {}) },
        emoji: reacted.emoji,
      },
      isLate,
    );
  };

  return { message, edit, deletion, gone, reaction };
};
