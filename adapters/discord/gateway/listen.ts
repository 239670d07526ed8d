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
import type { Heard } from "../outbound/replies.ts";
import { withPost, type PlatformEvent } from "../inbound/with-post.ts";
import { wordsOf } from "../inbound/read-written.ts";
import type { ChannelInfo } from "./channels.ts";
import { instantOf } from "./snowflake.ts";
import { discordTexts } from "../inbound/words.ts";

/** Nobody who types waits longer (ms) for suggestions; Discord itself gives up after three seconds. */
const suggestWithin = 1_000;

/** Passes what happens on Discord to the core. */
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
  const wordsFor = (to: Interaction) => discordTexts(to.by.locale);
  type Values = Readonly<Record<string, string>>;

  const offer = async (
    to: Interaction,
    {
      said,
      errors,
      draft,
      values,
    }: { readonly said: string; readonly errors: FieldErrors; readonly draft: string | null; readonly values: Values },
  ): Promise<void> => {
    const card = secondTryCard(said, {
      errors,
      again: draft === null ? null : againId(draft),
      values,
      words: wordsFor(to),
    });
    await replies.say(to, renderCard(card, replies.linkTo));
  };

  /** Keeps what was typed and says how to come back to it. */
  const offerAgain = (
    { interaction, inboundEvent }: PlatformEvent,
    said: string,
    errors: FieldErrors,
  ): Promise<void> => {
    if (inboundEvent.kind !== "submit") return offer(interaction, { said, errors, draft: null, values: {} });
    const { action, values } = inboundEvent;
    return offer(interaction, {
      said,
      errors,
      draft: drafts.keep(interaction.by.user, action, values, errors),
      values,
    });
  };

  const work = async (happened: PlatformEvent): Promise<void> => {
    const { interaction, inboundEvent } = happened;
    const acknowledged = Promise.withResolvers<Heard>();
    // Words of our own, rather than Discord's "thinking": they stay true where there is nothing more to say.
    const speaks = !interaction.onMessage;
    const leave = core.admit?.(false);
    try {
      await core
        .accept(inboundEvent, replies.later(interaction, acknowledged.promise, speaks))
        .finally(() => leave?.());
    } catch (error) {
      log.error({ key: inboundEvent.key, err: errorKind(error) }, "discord.interaction-unrecorded");
      acknowledged.resolve("late");
      return offerAgain(happened, wordsFor(interaction).notSaved, {});
    }
    const received = renderCard(sentence(wordsFor(interaction).received), replies.linkTo);
    const heard = await (speaks ? replies.say(interaction, received) : replies.deferUpdate(interaction));
    acknowledged.resolve(heard);
    if (interaction.onQuestion && heard === "heard") await replies.clear(interaction);
  };

  const happens = async (happened: PlatformEvent): Promise<void> => {
    const { interaction, inboundEvent } = happened;
    const answer = core.acknowledge(inboundEvent);
    switch (answer.kind) {
      case "work":
        return work(happened);
      case "form":
        drafts.opened(interaction.by.user, answer.form);
        if (interaction.kind !== "submit") return void (await replies.form(interaction, answer.form));
        // A form cannot follow a form: a button stands between them.
        return offer(interaction, {
          said: answer.form.title,
          errors: {},
          draft: drafts.keep(interaction.by.user, answer.form.action, {}, {}),
          values: {},
        });
      case "private":
        return void (await replies.say(interaction, renderCard(answer.card, replies.linkTo)));
      case "fieldErrors":
        return offerAgain(happened, wordsFor(interaction).look, answer.errors);
      case "ignore":
        if (interaction.onMessage) return void (await replies.deferUpdate(interaction));
        return void (await replies.say(interaction, renderCard(sentence("…"), replies.linkTo)));
    }
  };

  const own = async ({ interaction, pressed, label }: Extract<DiscordInbound, { is: "own" }>): Promise<void> => {
    const words = wordsFor(interaction);
    const say = (text: string) => replies.say(interaction, renderCard(sentence(text), replies.linkTo));
    switch (pressed.is) {
      case "confirm":
        return void (await replies.say(
          interaction,
          renderCard(questionCard(label, pressed.action, words), replies.linkTo),
        ));
      case "again": {
        const draft = drafts.take(interaction.by.user, pressed.id);
        return void (await (draft === null
          ? say(words.formGone)
          : replies.form(interaction, draft.form, draft.errors)));
      }
      case "away":
        await replies.deferUpdate(interaction);
        return replies.clear(interaction);
    }
  };

  const suggest = async ({ interaction, typing }: Extract<DiscordInbound, { is: "typing" }>): Promise<void> => {
    const asked = core.suggest?.(typing) ?? Promise.resolve([]);
    await replies.offer(interaction, (await withTimeout(asked, suggestWithin)) ?? []);
  };

  /** Discord brings a message once: whatever stands in the way of recording it must be waited for. */
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

  /** The root of a thread has the thread's id; in a direct conversation the root is what they answer. */
  const rootOf = async ({ id, channel, answers }: DiscordMessage, info: ChannelInfo): Promise<string | null> => {
    if (info.is === "thread") return channel;
    if (answers !== null || info.is === "channel") return answers;
    return retry(`what ${id} answers`, () => latestRoot(channel, id));
  };

  const hear = async (body: unknown): Promise<void> => {
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
      ...wordsOf(written),
      ...(written.files.length === 0 ? {} : { files: written.files }),
      ...(written.mentionsBot ? { mentionsBot: true } : {}),
      ...(info.is === "direct" ? { direct: true } : {}),
    });
  };

  const change = async (body: unknown): Promise<void> => {
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
      by: written.by,
      channel,
      message: { channel, id: written.id, ...(thread === null ? {} : { thread }) },
      ...wordsOf(written),
    });
  };

  const remove = async (body: unknown): Promise<void> => {
    const gone = readDeletion(body);
    if (gone === null) return;
    const info = await deskChannel(gone.channel, `where ${gone.ids[0]} was`);
    if (info === null) return;
    const channel = `discord:${info.is === "thread" ? info.parent : gone.channel}` as const;
    for (const id of gone.ids)
      await record({
        kind: "deleted",
        key: `discord:del:${gone.channel}:${id}`,
        at: now(),
        by: { user: "discord:nobody", name: "" },
        channel,
        message: { channel, id, ...(info.is === "thread" ? { thread: gone.channel } : {}) },
      });
  };

  const react = async (body: unknown): Promise<void> => {
    const reaction = readReaction(body, self() ?? "");
    if (reaction === null) return;
    const info = await deskChannel(reaction.channel, `where ${reaction.message} is`);
    if (info === null) return;
    const channel = `discord:${info.is === "thread" ? info.parent : reaction.channel}` as const;
    await record({
      kind: "react",
      // Taken away and put there again is the same wish.
      key: `discord:react:${reaction.message}:${idOf(reaction.by.user)}`,
      at: now(),
      by: reaction.by,
      channel,
      message: { channel, id: reaction.message, ...(info.is === "thread" ? { thread: reaction.channel } : {}) },
      emoji: reaction.emoji,
    });
  };

  /** Whether it happened where the desk works; elsewhere the person reads so. */
  const belongs = async ({ is, interaction }: DiscordInbound): Promise<boolean> => {
    if (interaction.guild === null || (await isHome(interaction.guild))) return true;
    if (is === "typing") await replies.offer(interaction, []);
    else await replies.say(interaction, renderCard(sentence(wordsFor(interaction).otherServer), replies.linkTo));
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
    message: (body) => guarded(() => hear(body), "discord.message-failed"),
    edit: (body) => guarded(() => change(body), "discord.edit-failed"),
    deletion: (body) => guarded(() => remove(body), "discord.deletion-failed"),
    reaction: (body) => guarded(() => react(body), "discord.reaction-failed"),
    interaction: (body) =>
      guarded(async () => {
        const inbound = readInteraction(body, now());
        if (inbound === null || !(await belongs(inbound))) return;
        switch (inbound.is) {
          case "event":
            return happens(await withPost(inbound, channels));
          case "typing":
            return suggest(inbound);
          case "own":
            return own(inbound);
        }
      }, "discord.interaction-failed"),
  };
};
