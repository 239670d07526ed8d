import type { LogEvent } from "../../../src/chat/log-events.ts";
import type { ListenerDeps, GatewayListener } from "./listener.ts";

import { errorKind } from "../../../src/chat/error-kind.ts";
import type { FieldErrors } from "../../../src/chat/form.ts";
import type { InboundEvent } from "../../../src/chat/inbound-event.ts";

import { idOf } from "../../../src/tickets/refs.ts";
import { againId } from "../outbound/custom-id.ts";

import { readReaction } from "../inbound/picks-and-reactions.ts";
import {
  readInteraction,
  readMessage,
  type DiscordInbound,
  type Interaction,
  type DiscordMessage,
} from "../inbound/inbound.ts";
import { readDeletion, readEdit } from "../inbound/inbound-revision.ts";

import { questionCard, secondTryCard, sentence } from "../inbound/own-cards.ts";

import { withTimeout } from "../../shared/waiting.ts";
import { renderCard } from "../outbound/render-card.ts";
import type { FirstAnswerOutcome } from "../outbound/replies.ts";
import { withPost, type PlatformEvent } from "../inbound/with-post.ts";
import { limitedText } from "../inbound/read-written.ts";
import type { ChannelInfo } from "./channels.ts";
import { instantOf } from "../api.ts";
import { discordTexts } from "../inbound/texts.ts";

/** How long (ms) suggestions may take. Discord itself gives up after three seconds. */
const suggestWithin = 1_000;

/** Passes Discord's events to the core. */
export const createListener = ({
  core,
  replies,
  drafts,
  channels,
  latestRoot,
  log,
  now,
  pause,
  retry,
  self,
  ownRoles,
  isHome,
}: ListenerDeps): GatewayListener => {
  const textsFor = (to: Interaction) => discordTexts(to.by.locale);
  type Values = Readonly<Record<string, string>>;

  type SecondTry = { readonly title: string; readonly errors: FieldErrors; readonly draft: string | null };

  const showRetry = async (
    to: Interaction,
    { title, errors, draft, values }: SecondTry & { readonly values: Values },
  ): Promise<void> => {
    const card = secondTryCard(title, {
      errors,
      again: draft === null ? null : againId(draft),
      values,
      texts: textsFor(to),
    });
    await replies.say(to, renderCard(card, replies.linkTo));
  };

  /** Keeps what was typed and shows how to return to it. */
  const askAgain = (
    { interaction, inboundEvent }: PlatformEvent,
    title: string,
    errors: FieldErrors,
  ): Promise<void> => {
    if (inboundEvent.kind !== "submit") return showRetry(interaction, { title, errors, draft: null, values: {} });
    const { action, values } = inboundEvent;
    return showRetry(interaction, {
      title,
      errors,
      draft: drafts.keep(interaction.by.user, action, values, errors),
      values,
    });
  };

  const work = async (event: PlatformEvent): Promise<void> => {
    const { interaction, inboundEvent } = event;
    const acknowledged = Promise.withResolvers<FirstAnswerOutcome>();
    // A text of our own instead of Discord's "thinking", because it stays true if nothing follows.
    const needsAnswer = !interaction.onMessage;
    const leave = core.admit?.(false);
    try {
      await core
        .accept(inboundEvent, replies.later(interaction, acknowledged.promise, needsAnswer))
        .finally(() => leave?.());
    } catch (error) {
      log.error({ key: inboundEvent.key, err: errorKind(error) }, "discord.interaction-unrecorded");
      acknowledged.resolve("late");
      return askAgain(event, textsFor(interaction).notSaved, {});
    }
    const received = renderCard(sentence(textsFor(interaction).received), replies.linkTo);
    const outcome = await (needsAnswer ? replies.say(interaction, received) : replies.deferUpdate(interaction));
    acknowledged.resolve(outcome);
    if (interaction.onQuestion && outcome === "acknowledged") await replies.clear(interaction);
  };

  const processInteraction = async (event: PlatformEvent): Promise<void> => {
    const { interaction, inboundEvent } = event;
    const answer = core.acknowledge(inboundEvent);
    switch (answer.kind) {
      case "work":
        return work(event);
      case "form":
        drafts.opened(interaction.by.user, answer.form);
        if (interaction.kind !== "submit") return void (await replies.form(interaction, answer.form));
        // Discord does not open a form from a form, so a button opens the second one.
        return showRetry(interaction, {
          title: answer.form.title,
          errors: {},
          draft: drafts.keep(interaction.by.user, answer.form.action, {}, {}),
          values: {},
        });
      case "private":
        return void (await replies.say(interaction, renderCard(answer.card, replies.linkTo)));
      case "fieldErrors":
        return askAgain(event, textsFor(interaction).look, answer.errors);
      case "ignore":
        if (interaction.onMessage) return void (await replies.deferUpdate(interaction));
        return void (await replies.say(interaction, renderCard(sentence("…"), replies.linkTo)));
    }
  };

  const own = async ({ interaction, pressed, label }: Extract<DiscordInbound, { is: "own" }>): Promise<void> => {
    const texts = textsFor(interaction);
    const say = (text: string) => replies.say(interaction, renderCard(sentence(text), replies.linkTo));
    switch (pressed.is) {
      case "confirm":
        return void (await replies.say(
          interaction,
          renderCard(questionCard(label, pressed.action, texts), replies.linkTo),
        ));
      case "again": {
        const draft = drafts.take(interaction.by.user, pressed.id);
        return void (await (draft === null
          ? say(texts.formGone)
          : replies.form(interaction, draft.form, draft.errors)));
      }
      case "away":
        await replies.deferUpdate(interaction);
        return replies.clear(interaction);
    }
  };

  const suggest = async ({ interaction, typing }: Extract<DiscordInbound, { is: "typing" }>): Promise<void> => {
    const asked = core.suggest?.(typing) ?? Promise.resolve([]);
    await replies.suggest(interaction, (await withTimeout(asked, suggestWithin)) ?? []);
  };

  /** Stores a message. Discord delivers it only once, so a failure is tried again until it is stored. */
  const record = async (inboundEvent: InboundEvent): Promise<void> => {
    const answer = core.acknowledge(inboundEvent);
    if (answer.kind === "private")
      return void (await replies.write(inboundEvent.by.user, inboundEvent.key)(answer.card));
    if (answer.kind !== "work") return;
    for (let failures = 0; ; failures++)
      try {
        return await core.accept(inboundEvent, replies.write(inboundEvent.by.user, inboundEvent.key));
      } catch (error) {
        log.error({ key: inboundEvent.key, failures, err: errorKind(error) }, "discord.message-unrecorded");
        if (pause.ended()) return;
        await pause(Math.min(30_000, 250 * 2 ** failures));
      }
  };

  const deskChannel = async (channel: string, what: string): Promise<ChannelInfo | null> => {
    const info = await retry(what, () => channels.find(channel));
    return info === null || info.is === "direct" || info.guild === "" || (await isHome(info.guild)) ? info : null;
  };

  /** The root of a thread has the thread's id. In a direct conversation the root is the message that was answered. */
  const rootOf = async ({ id, channel, answers }: DiscordMessage, info: ChannelInfo): Promise<string | null> => {
    if (info.is === "thread") return channel;
    if (answers !== null || info.is === "channel") return answers;
    return retry(`what ${id} answers`, () => latestRoot(channel, id));
  };

  const recordMessage = async (body: unknown): Promise<void> => {
    const written = readMessage(body, self() ?? "", ownRoles());
    if (written === null) return;
    const info = await deskChannel(written.channel, `where ${written.id} is`);
    if (info === null) return;
    const channel = `discord:${info.is === "thread" ? info.parent : written.channel}` as const;
    const thread = await rootOf(written, info);
    await record({
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
    });
  };

  const recordEdit = async (body: unknown): Promise<void> => {
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

  const recordDeletion = async (body: unknown): Promise<void> => {
    const deletion = readDeletion(body);
    if (deletion === null) return;
    const info = await deskChannel(deletion.channel, `where ${deletion.ids[0]} was`);
    if (info === null) return;
    const channel = `discord:${info.is === "thread" ? info.parent : deletion.channel}` as const;
    for (const id of deletion.ids)
      await record({
        kind: "deleted",
        key: `discord:del:${deletion.channel}:${id}`,
        at: now(),
        by: { user: "discord:nobody", name: "" },
        channel,
        message: { channel, id, ...(info.is === "thread" ? { thread: deletion.channel } : {}) },
        ...(info.is === "direct" ? { direct: true } : {}),
      });
  };

  const recordReaction = async (body: unknown): Promise<void> => {
    const reaction = readReaction(body, self() ?? "");
    if (reaction === null) return;
    const info = await deskChannel(reaction.channel, `where ${reaction.message} is`);
    if (info === null) return;
    const channel = `discord:${info.is === "thread" ? info.parent : reaction.channel}` as const;
    await record({
      kind: "react",
      // Removing the emoji and adding it again is the same request.
      key: `discord:react:${reaction.message}:${idOf(reaction.by.user)}`,
      at: now(),
      by: reaction.by,
      channel,
      message: { channel, id: reaction.message, ...(info.is === "thread" ? { thread: reaction.channel } : {}) },
      emoji: reaction.emoji,
    });
  };

  /** Returns whether the interaction came from a server of the desk. Otherwise the bot tells the person. */
  const belongs = async ({ is, interaction }: DiscordInbound): Promise<boolean> => {
    if (interaction.guild === null || (await isHome(interaction.guild))) return true;
    if (is === "typing") await replies.suggest(interaction, []);
    else await replies.say(interaction, renderCard(sentence(textsFor(interaction).otherServer), replies.linkTo));
    return false;
  };

  const guarded = async (work: () => Promise<void>, event: LogEvent): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.error({ err: errorKind(error) }, event);
    }
  };

  return {
    message: (body) => guarded(() => recordMessage(body), "discord.message-failed"),
    edit: (body) => guarded(() => recordEdit(body), "discord.edit-failed"),
    deletion: (body) => guarded(() => recordDeletion(body), "discord.deletion-failed"),
    reaction: (body) => guarded(() => recordReaction(body), "discord.reaction-failed"),
    interaction: (body) =>
      guarded(async () => {
        const inbound = readInteraction(body, now());
        if (inbound === null || !(await belongs(inbound))) return;
        switch (inbound.is) {
          case "event":
            return processInteraction(await withPost(inbound, channels));
          case "typing":
            return suggest(inbound);
          case "own":
            return own(inbound);
        }
      }, "discord.interaction-failed"),
  };
};
