import type { Instant } from "../../../src/sla/instant.ts";
import { errorKind } from "../../../src/chat/error-kind.ts";
import {
  InteractionResponseType,
  MessageFlags,
  RESTJSONErrorCodes,
  Routes,
  type APIInteractionResponse,
} from "discord.js";
import { z } from "zod";
import type { AnswerPrivately, Suggestion } from "../../../src/chat/answer.ts";
import type { Form } from "../../../src/chat/form.ts";
import type { ChatPort, LinkTo, Log } from "../../../src/chat/port.ts";
import { createWarnOncePerMinute } from "../../../src/chat/refusals.ts";
import type { FieldErrors } from "../../../src/chat/form.ts";
import type { UserRef } from "../../../src/tickets/refs.ts";
import type { Api } from "../api.ts";
import { discordErrorOf } from "../errors.ts";
import { enclosedFiles, withFiles, renderCard, type DiscordContent } from "./render-card.ts";
import type { Interaction } from "../inbound/inbound.ts";
import type { AttemptPause } from "../../shared/waiting.ts";
import type { ButtonQuestions } from "./questions.ts";
import { renderForm } from "./render-form.ts";
import { label } from "../inbound/text.ts";
import { createAnswerQueue } from "./answer-queue.ts";

/** The outcome of a first answer. After "late", Discord no longer knows the interaction. */
export type FirstAnswerOutcome = "acknowledged" | "late";

/** How people are answered in private. */
export interface Replies {
  /** Shows a form. It must be the first answer. */
  form(to: Interaction, form: Form, errors?: FieldErrors): Promise<FirstAnswerOutcome>;
  /** Sends a private message as the first answer. */
  say(to: Interaction, content: DiscordContent): Promise<FirstAnswerOutcome>;
  /** Shows suggestions while a person types. If they are late, the next key asks again. */
  suggest(to: Interaction, suggestions: readonly Suggestion[]): Promise<void>;
  /** Acknowledges without a message. Only for interactions on a message. */
  deferUpdate(to: Interaction): Promise<FirstAnswerOutcome>;
  /** Removes the first answer, or after `deferUpdate` the private message that was pressed. */
  clear(to: Interaction): Promise<void>;
  /** Answers after the work is done. `isAnswered`: a message of the bot is already there and is replaced. */
  later(to: Interaction, acknowledged: Promise<FirstAnswerOutcome>, isAnswered: boolean): AnswerPrivately;
  /** Writes a direct message to a person without an interaction. */
  write(user: UserRef, key: string): AnswerPrivately;
  readonly linkTo: LinkTo;
}

interface RepliesDeps {
  readonly api: Api;
  /** Sends a direct message that answers a person. */
  readonly tell: ChatPort["tell"];
  readonly log: Log;
  readonly linkTo: LinkTo;
  readonly now: () => Instant;
  readonly pause: AttemptPause;
  readonly questions: ButtonQuestions;
}

const anything = z.unknown();
/** A private message, as Discord confirms it. */
const followUp = z.object({ id: z.string() }).optional().catch(undefined);
const maxChoices = 25;

/** Answers with the interaction's token; if that expired, by direct message. */
export const createReplies = ({ api, tell, log, linkTo, now, pause, questions }: RepliesDeps): Replies => {
  // A customer can cause answers that fail as often as they like.
  const warn = createWarnOncePerMinute(log, now);
  const first = async (to: Interaction, body: APIInteractionResponse): Promise<FirstAnswerOutcome> => {
    try {
      await api.call(
        { method: "post", route: Routes.interactionCallback(to.id, to.token), body, auth: false },
        anything,
      );
      return "acknowledged";
    } catch (error) {
      const code = discordErrorOf(error);
      // The interaction was already answered, perhaps by an earlier try of ours whose response was lost. Its token is still valid.
      if (code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) return "acknowledged";
      const err = code ?? nameOf(error);
      warn(`late ${err}`, { interaction: to.id, kind: to.kind, err }, "discord.answer-late");
      return "late";
    }
  };

  const hidden = <T extends Pick<DiscordContent, "flags">>(content: T) => ({
    ...content,
    flags: content.flags | MessageFlags.Ephemeral,
  });

  const queue = createAnswerQueue(now, pause);
  const write: Replies["write"] = (user, about) => {
    let count = 0;
    return (card) => {
      const key = `${about} answer ${++count}`;
      return queue({
        user,
        send: () => tell(user, card, { key }),
        undelivered: ({ kind, why }) =>
          warn(`answer ${why}`, { key, failure: kind, err: why }, "discord.answer-undelivered"),
      });
    };
  };

  return {
    linkTo,
    write,
    form: (to, form, errors) => first(to, { type: InteractionResponseType.Modal, data: renderForm(form, errors) }),
    say: (to, content) => first(to, { type: InteractionResponseType.ChannelMessageWithSource, data: hidden(content) }),
    suggest: async (to, suggestions) => {
      const choices = suggestions
        .slice(0, maxChoices)
        .map(({ value, label: name }) => ({ name: label(name, 100), value: value.slice(0, 100) }));
      const body = { type: InteractionResponseType.ApplicationCommandAutocompleteResult as const, data: { choices } };
      try {
        const route = Routes.interactionCallback(to.id, to.token);
        await api.call({ method: "post", route, body, auth: false }, anything);
      } catch (error) {
        log.debug({ interaction: to.id, err: nameOf(error) }, "discord.suggestions-late");
      }
    },
    deferUpdate: (to) => first(to, { type: InteractionResponseType.DeferredMessageUpdate }),
    clear: async (to) => {
      try {
        const route = Routes.webhookMessage(to.application, to.token, "@original");
        await api.call({ method: "delete", route, auth: false }, anything);
      } catch (error) {
        log.debug({ interaction: to.id, err: nameOf(error) }, "discord.dismiss-failed");
      }
    },
    later: (to, acknowledged, alreadyAnswered) => {
      let replaces = alreadyAnswered;
      const byMessage = write(to.by.user, `discord:int:${to.id}`);
      const change = (message: string, content: DiscordContent): Promise<unknown> =>
        api.call(
          {
            method: "patch",
            route: Routes.webhookMessage(to.application, to.token, message),
            body: content,
            auth: false,
          },
          anything,
        );
      return async (card, files = [], inPlace = false) => {
        const outcome = await acknowledged;
        questions.drawn(card);
        const content = withFiles(renderCard(card, linkTo), files);
        const enclosed = enclosedFiles(files);
        try {
          if (outcome === "late") throw new Error("not acknowledged");
          const original = replaces || (inPlace && to.onPrivate && !to.onQuestion);
          replaces = false;
          const posted = await api.call(
            original
              ? {
                  method: "patch",
                  route: Routes.webhookMessage(to.application, to.token, "@original"),
                  body: content,
                  files: enclosed,
                  auth: false,
                }
              : {
                  method: "post",
                  route: Routes.webhook(to.application, to.token),
                  body: hidden(content),
                  files: enclosed,
                  auth: false,
                },
            followUp,
          );
          const message = original ? "@original" : posted?.id;
          if (message === undefined) return undefined;
          return async (next) => {
            questions.drawn(next);
            await change(message, renderCard(next, linkTo));
          };
        } catch (error) {
          log.warn(
            { interaction: to.id, err: discordErrorOf(error) ?? nameOf(error) },
            "discord.answer-by-direct-message",
          );
          if (files.length > 0) throw error;
          await byMessage(card);
          return undefined;
        }
      };
    },
  };
};

const nameOf = (error: unknown): string => errorKind(error);
