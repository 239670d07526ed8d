import { isPicture, type AnswerPrivately } from "../../../../src/chat/answer.ts";
import { OperatorError } from "../../../../src/chat/error-kind.ts";
import type { Adapter, AdapterDeps, LinkTo } from "../../../../src/chat/port.ts";
import { createWarnOncePerMinute } from "../../../../src/chat/refusals.ts";
import { idOf, platformOf } from "../../../../src/tickets/refs.ts";
import type { BotApi, Update, UpdateAnswer } from "../api.ts";
import { serverAt } from "../server.ts";
import { failureOf } from "./errors.ts";
import { createOutbound } from "./outbound.ts";
import { readUpdate } from "./read-update.ts";
import { renderCard } from "./render-card.ts";
import { renderForm } from "./render-form.ts";

interface Settings {
  readonly token: string;
  readonly url: string;
}

const ownLink: LinkTo = ({ channel, id }) => `https://testchat.example/c/${idOf(channel)}/${id}`;

/** The test platform as one of Plazo's platforms. */
export const createTestChat = (
  { token, url }: Settings,
  { core, log, now, linkTo: elsewhere }: AdapterDeps,
): Adapter => {
  const api: BotApi = serverAt(url).connect(token);
  const linkTo: LinkTo = (ref) => (platformOf(ref.channel) === "testchat" ? ownLink(ref) : (elsewhere?.(ref) ?? null));
  const warn = createWarnOncePerMinute(log, now);
  const underway = new Set<Promise<unknown>>();
  let leave: (() => void) | null = null;

  /** Answers in the person's private chat. The platform has no messages that only one member of a group sees. */
  const privately =
    (update: Update): AnswerPrivately =>
    async (card, files = [], replaces = false) => {
      const chat = update.from.id;
      const pressed = replaces && update.kind === "press" && update.isAnswer ? update.message.id : null;
      const show = async (next: typeof card, id: number | null): Promise<number | null> => {
        const content = renderCard(next, linkTo);
        try {
          if (id === null) {
            const message = { ...content, chat, replyTo: null, randomId: crypto.randomUUID(), answers: update.id };
            return (await api.sendMessage(message)).id;
          }
          await api.editMessage(chat, id, content);
        } catch (error) {
          warn("answer", { err: failureOf(error, now()).why }, "answer.undelivered");
        }
        return id;
      };
      for (const file of files) {
        if (isPicture(file)) await api.sendPhoto(chat, { name: file.name, caption: file.alt, bytes: file.bytes });
        else await api.sendDocument(chat, file.name, file.text);
      }
      const shown = await show(card, pressed);
      return async (next) => void (await show(next, shown));
    };

  const answer = async (update: Update): Promise<UpdateAnswer> => {
    const done = { kind: "done" } as const;
    const inboundEvent = readUpdate(update);
    if (inboundEvent === null) return done;
    const first = core.acknowledge(inboundEvent);
    switch (first.kind) {
      case "form":
        return { kind: "form", form: renderForm(first.form) };
      case "fieldErrors":
        return { kind: "errors", errors: first.errors };
      case "private":
        await privately(update)(first.card);
        return done;
      case "work":
        await core.accept(inboundEvent, privately(update));
        return done;
      case "ignore":
        return done;
    }
  };

  const take = async (update: Update): Promise<UpdateAnswer> => {
    const finish = core.admit === undefined ? () => {} : core.admit(true);
    // The platform repeats an update that was not taken.
    if (finish === null) throw new Error("too many updates wait");
    const work = answer(update);
    underway.add(work);
    try {
      return await work;
    } finally {
      underway.delete(work);
      finish();
    }
  };

  return {
    platform: "testchat",
    port: { ...createOutbound(api, linkTo, now), linkTo: ownLink },
    start: async () => {
      try {
        await api.getMe();
      } catch (error) {
        throw new OperatorError(`the test platform refuses TESTCHAT_TOKEN: ${failureOf(error, now()).why}`, {
          cause: error,
        });
      }
      leave = api.takeUpdates(take);
    },
    stop: async () => {
      leave?.();
      leave = null;
      await Promise.allSettled(underway);
    },
    notReady: () => (leave === null ? "the test platform is not connected yet" : null),
    probe: async (channels) => {
      const findings = await Promise.all(
        channels.map(async (channel) => {
          try {
            await api.getChat(Number(idOf(channel)));
            return [];
          } catch (error) {
            return [`${channel} cannot be used: ${failureOf(error, now()).why}`];
          }
        }),
      );
      return findings.flat();
    },
  };
};
