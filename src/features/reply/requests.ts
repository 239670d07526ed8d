import { type SubmitHandler, button, form, whenRight } from "../../requests/action-handlers.ts";
import {
  type ReplyAction,
  aboutTicket,
  audienceFrom,
  replyFlagsIn,
  replyTo,
  unnamedAudience,
} from "../../chat/action-arguments.ts";
import { ticketNumber } from "../../tickets/ticket.ts";
import { maxText } from "../../chat/form.ts";
import { sayIn } from "../../i18n/say.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { answer, changeTicket, ifAllowed, work, type Routed } from "../../requests/routed.ts";
import { publicValues, saysNothing } from "../../requests/submitted-values.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { ticketAndText } from "../../requests/ticket-in-line.ts";
import { newsValues } from "../promised-updates/index.ts";
import { dueMark } from "./render-canned-reply.ts";
import { replyForm, type ReplyDraft } from "./reply-form.ts";

/** Opens the form of a public reply. */
export const askForReply = (
  { ticket, audience, flags }: ReplyAction,
  context: RequestContext,
  draft: ReplyDraft,
): Routed =>
  ifAllowed(context, "reply", () =>
    answer({
      kind: "form",
      form: replyForm(ticket, { audience, desk: context.desk, viewer: context.viewer, draft: { flags, ...draft } }),
    }),
  );

const pendingReply = aboutTicket(([word = ""]) => {
  const replyId = ticketNumber(word);
  return replyId === null ? null : { replyId };
});

const undeliveredMessage = aboutTicket(([word = "", named = ""]) => {
  const undeliveredId = ticketNumber(word);
  const audience = audienceFrom(named);
  return undeliveredId === null ? null : { undeliveredId, ...(audience === null ? {} : { audience }) };
});

const replySent = aboutTicket(([argument = "", ...flags]) => {
  const audience = audienceFrom(argument);
  return audience === null && argument !== unnamedAudience ? null : { audience, flags: replyFlagsIn(flags) };
});

export const buttons = {
  reply: button({
    carries: replyTo,
    press: (action, _, context) => askForReply(action, context, {}),
  }),
  /** A reply that was not sent, with its text. */
  editReply: button({
    carries: replyTo,
    press: (action, { quote = "" }, context) => askForReply(action, context, { text: quote.slice(0, maxText) }),
  }),
  releaseReply: button({
    carries: pendingReply,
    press: ({ ticket, replyId }, { at }, context) =>
      ifAllowed(context, "releaseReply", () => changeTicket(context, at, ticket, { type: "releaseReply", replyId })),
  }),
  undoReply: button({
    carries: pendingReply,
    press: ({ ticket, replyId }, { at }, context) =>
      ifAllowed(context, "undoReply", () => changeTicket(context, at, ticket, { type: "undoReply", replyId })),
  }),
  resend: button({
    carries: undeliveredMessage,
    press: ({ ticket, undeliveredId, audience }, { at }, context) =>
      ifAllowed(context, "resend", () =>
        changeTicket(context, at, ticket, {
          type: "resend",
          undeliveredId,
          ...(audience === undefined ? {} : { audience }),
        }),
      ),
  }),
  markDelivered: button({
    carries: undeliveredMessage,
    press: ({ ticket, undeliveredId }, { at }, context) =>
      ifAllowed(context, "markDelivered", () =>
        changeTicket(context, at, ticket, { type: "markDelivered", undeliveredId }),
      ),
  }),
};

const submitReply: SubmitHandler<NonNullable<ReturnType<typeof replySent>>> = (
  { ticket, audience, flags },
  { values, at },
  context,
) => {
  const say = sayIn(context.viewer.locale);
  if (flags.includes("asked") && saysNothing(values))
    return changeTicket(context, at, ticket, { type: "wait", asked: true });
  return whenRight(publicValues(values, context.desk, context.viewer.locale, say), ({ text, canned }) =>
    whenRight(newsValues(values, at, say), (update) => {
      const namesTime = text.includes(dueMark);
      if (update === null && namesTime && flags.includes("timed"))
        return answer({ kind: "fieldErrors", errors: { when: say("replying.dueNeedsTime") } });
      const command = {
        type: "reply",
        by: context.actor,
        at,
        text,
        alreadyPosted: false,
        audience,
        dueNamed: null,
        update,
        setsWaiting: flags.includes("setsWaiting"),
        filled: false,
      } as const;
      return canned === null && !namesTime
        ? work({ kind: "change", number: ticket, command })
        : work({ kind: "canned", number: ticket, canned, command });
    }),
  );
};

export const forms = {
  "submit-reply": form({
    carries: replySent,
    submit: (action, submission, context) =>
      ifAllowed(context, "reply", () => submitReply(action, submission, context)),
  }),
};

export const subcommands = {
  reply: subcommand({
    of: "ticket",
    words: ["reply", "responder"],
    menu: "reply N [text]",
    otherWords: "answer respond write contestar escribir escrever",
    namesTicket: true,
    permission: "reply",
    help: ({ say }) => ({ usage: say("help.reply"), means: "help.replyMeans" }),
    /** The text after the number becomes the initial text of the reply. */
    parse: ticketAndText,
    route: ({ number, text }, { context: { desk, viewer } }) =>
      answer({
        kind: "form",
        form: replyForm(number, { audience: null, desk, viewer, draft: { text: text.slice(0, maxText) } }),
      }),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly reply: { readonly button: keyof typeof buttons; readonly form: keyof typeof forms };
  }
}
