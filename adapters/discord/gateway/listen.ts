import type { LogEvent } from "../../../src/chat/log-events.ts";
import type { ListenerDeps, GatewayListener } from "./listener.ts";

import { errorKind } from "../../../src/chat/error-kind.ts";
import type { FieldErrors } from "../../../src/chat/form.ts";

import { againId } from "../outbound/custom-id.ts";

import { readInteraction, type DiscordInbound, type Interaction } from "../inbound/inbound.ts";

import { questionCard, secondTryCard, sentence } from "../inbound/own-cards.ts";

import { withTimeout } from "../../shared/waiting.ts";
import { renderCard } from "../outbound/render-card.ts";
import type { FirstAnswerOutcome } from "../outbound/replies.ts";
import { createRecorder } from "./record.ts";
import { withPost, type PlatformEvent } from "../inbound/with-post.ts";
import { discordTexts } from "../inbound/texts.ts";

/** How long (ms) suggestions may take. Discord itself gives up after three seconds. */
const suggestWithin = 1_000;

/** Passes Discord's events to the core. */
export const createListener = (deps: ListenerDeps): GatewayListener => {
  const { core, replies, drafts, questions, channels, log, now, isHome } = deps;
  const recorder = createRecorder(deps);
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
    { errors, mayBeStored }: { readonly errors: FieldErrors; readonly mayBeStored: boolean },
  ): Promise<void> => {
    if (inboundEvent.kind !== "submit") return showRetry(interaction, { title, errors, draft: null, values: {} });
    const { action, values } = inboundEvent;
    const key = mayBeStored ? inboundEvent.key : null;
    const draft = drafts.keep(interaction.by.user, { action, values, errors, key });
    return showRetry(interaction, { title, errors, draft, values });
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
      drafts.stored(interaction.by.user, inboundEvent.key);
    } catch (error) {
      log.error({ key: inboundEvent.key, err: errorKind(error) }, "discord.interaction-unrecorded");
      acknowledged.resolve("late");
      return askAgain(event, textsFor(interaction).notSaved, { errors: {}, mayBeStored: true });
    }
    const received = renderCard(sentence(textsFor(interaction).received), replies.linkTo);
    const outcome = await (needsAnswer ? replies.say(interaction, received) : replies.deferUpdate(interaction));
    acknowledged.resolve(outcome);
    if (interaction.onQuestion && outcome === "acknowledged") await replies.clear(interaction);
  };

  /** A form that is sent again after a failure keeps the key of the first try, so that it cannot become a second ticket. */
  const withFirstKey = (event: PlatformEvent): PlatformEvent => {
    const { interaction, inboundEvent } = event;
    const key = inboundEvent.kind === "submit" ? drafts.repeats(interaction.by.user, inboundEvent.action) : null;
    return key === null ? event : { ...event, inboundEvent: { ...inboundEvent, key } };
  };

  const processInteraction = async (received: PlatformEvent): Promise<void> => {
    const event = withFirstKey(received);
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
          draft: drafts.keep(interaction.by.user, { action: answer.form.action, values: {}, errors: {}, key: null }),
          values: {},
        });
      case "private":
        questions.drawn(answer.card);
        return void (await replies.say(interaction, renderCard(answer.card, replies.linkTo)));
      case "fieldErrors":
        return askAgain(event, textsFor(interaction).look, { errors: answer.errors, mayBeStored: false });
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
          renderCard(questionCard(pressed.action, label, questions.of(pressed.action, label), texts), replies.linkTo),
        ));
      case "again": {
        const draft = drafts.take(interaction.by.user, pressed.id);
        return void (await (draft === null
          ? say(texts.formGone)
          : replies.form(interaction, draft.form, draft.errors)));
      }
      case "away":
        await replies.deferUpdate(interaction);
        // A client can forge this press on a public card, which must stay.
        return interaction.onPrivate ? replies.clear(interaction) : undefined;
    }
  };

  const suggest = async ({ interaction, typing }: Extract<DiscordInbound, { is: "typing" }>): Promise<void> => {
    const asked = core.suggest?.(typing) ?? Promise.resolve([]);
    await replies.suggest(interaction, (await withTimeout(asked, suggestWithin)) ?? []);
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
    message: (body, isLate) => guarded(() => recorder.message(body, isLate), "discord.message-failed"),
    edit: (body) => guarded(() => recorder.edit(body), "discord.edit-failed"),
    deletion: (body) => guarded(() => recorder.deletion(body), "discord.deletion-failed"),
    gone: (message) => guarded(() => recorder.gone(message), "discord.deletion-failed"),
    reaction: (body, isLate) => guarded(() => recorder.reaction(body, isLate), "discord.reaction-failed"),
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
