import type { ButtonAction } from "../../chat/action.ts";
import { maxText } from "../../chat/form.ts";
import { sayIn } from "../../i18n/say.ts";
import { whenRight, type ButtonHandlers, type FormHandler, type FormHandlers } from "../../requests/action-handlers.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { answer, changeTicket, ifAllowed, work, type Routed } from "../../requests/routed.ts";
import { publicValues, saysNothing } from "../../requests/submitted-values.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { ticketAndText } from "../../requests/ticket-in-line.ts";
import { newsValues } from "../promised-updates/index.ts";
import { dueMark } from "./render-canned-reply.ts";
import { replyForm, type ReplyDraft } from "./reply-form.ts";

type Replying = Extract<ButtonAction, { verb: "reply" | "editReply" | "clientUpdate" }>;

/** Opens the form of a public reply. */
export const askForReply = (
  { ticket, audience, flags }: Replying,
  context: RequestContext,
  draft: ReplyDraft,
): Routed =>
  ifAllowed(context, "reply", () =>
    answer({
      kind: "form",
      form: replyForm(ticket, { audience, desk: context.desk, viewer: context.viewer, draft: { flags, ...draft } }),
    }),
  );

export const buttons = {
  reply: (action, _, context) => askForReply(action, context, {}),
  /** A reply that was not sent, with its text. */
  editReply: (action, { quote = "" }, context) => askForReply(action, context, { text: quote.slice(0, maxText) }),
  releaseReply: ({ ticket, replyId }, { at }, context) =>
    ifAllowed(context, "releaseReply", () => changeTicket(context, at, ticket, { type: "releaseReply", replyId })),
  undoReply: ({ ticket, replyId }, { at }, context) =>
    ifAllowed(context, "undoReply", () => changeTicket(context, at, ticket, { type: "undoReply", replyId })),
  resend: ({ ticket, undeliveredId }, { at }, context) =>
    ifAllowed(context, "resend", () => changeTicket(context, at, ticket, { type: "resend", undeliveredId })),
  markDelivered: ({ ticket, undeliveredId }, { at }, context) =>
    ifAllowed(context, "markDelivered", () =>
      changeTicket(context, at, ticket, { type: "markDelivered", undeliveredId }),
    ),
} satisfies ButtonHandlers<"reply" | "editReply" | "releaseReply" | "undoReply" | "resend" | "markDelivered">;

const submitReply: FormHandler<"submit-reply"> = ({ ticket, audience, flags }, { values, at }, context) => {
  const say = sayIn(context.viewer.locale);
  if (flags.includes("asked") && saysNothing(values))
    return changeTicket(context, at, ticket, { type: "wait", asked: true });
  return whenRight(publicValues(values, context.desk, context.viewer.locale, say), ({ text, canned }) =>
    whenRight(newsValues(values, at, say), (update) => {
      const namesTime = text.includes(dueMark);
      if (update === null && namesTime && flags.includes("timed"))
        return answer({ kind: "fieldErrors", errors: { when: say("replying.dueNeedsTime") } });
      const news = update === null ? {} : { update };
      const setsWaiting = flags.includes("setsWaiting") ? ({ setsWaiting: true } as const) : {};
      const written = { type: "reply", by: context.actor, at, text, alreadyPosted: false, audience } as const;
      const command = { ...written, ...news, ...setsWaiting };
      return canned === null && !namesTime
        ? work({ kind: "change", number: ticket, command })
        : work({ kind: "canned", number: ticket, canned, command });
    }),
  );
};

export const forms = {
  "submit-reply": (action, submission, context) =>
    ifAllowed(context, "reply", () => submitReply(action, submission, context)),
} satisfies FormHandlers<"submit-reply">;

export const subcommands = {
  reply: subcommand({
    of: "ticket",
    words: ["reply", "responder"],
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
