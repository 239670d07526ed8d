import {
  type SubmitHandler,
  type Submission,
  button,
  form,
  oldAction,
  whenRight,
} from "../../requests/action-handlers.ts";
import { nothing, sourceFrom } from "../../chat/action-arguments.ts";
import { severityTraits, type Severity } from "../../sla/severity.ts";
import type { Article } from "../../desk/desk.ts";
import { sayIn } from "../../i18n/say.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { answer, ifAllowed, work } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { ticketValues, bothValid } from "../../requests/submitted-values.ts";
import { matchingArticles } from "../knowledge/index.ts";
import { factAnswers } from "../ticket-facts.ts";
import { ticketForm } from "./ticket-form.ts";
import { accountOfChannel, accountOfChannelFor, hasLeft } from "../../tickets/principal.ts";
import type { NewCommand } from "../../tickets/messages.ts";
import type { Source } from "../../tickets/ticket.ts";

/**
 * A form that was submitted in a post of the account's forum makes that post the ticket's conversation. If the ticket
 * is for another account, or the post is the team's, they stay separate.
 */
export const inPost = (
  { channel, post }: Submission,
  account: string | null,
  { actor, desk }: RequestContext,
): Pick<Extract<NewCommand, { type: "open" }>, "source" | "unlessTaken"> => {
  const own = accountOfChannelFor(actor.user, channel, desk);
  if (post === undefined || own === null || (account !== null && account !== own.key)) return {};
  return { source: { channel, message: post, root: post, how: "picked" }, unlessTaken: true };
};

/** The text and the files of a form that was sent with files: the ticket stores them as its first message. */
const withFiles = (
  { key, channel, at, attached: files = [] }: Submission,
  text: string,
  { actor }: RequestContext,
): Pick<Extract<NewCommand, { type: "open" }>, "openingMessage"> =>
  files.length === 0
    ? {}
    : {
        openingMessage: {
          message: { channel, id: key },
          by: { user: actor.user, name: actor.name },
          text,
          format: [],
          at,
          files,
        },
      };

/**
 * The message that a person chose from its menu. A person who left takes no message of an account's channel: that would
 * keep the people there from opening a ticket from it.
 */
const picked = (
  source: Omit<Source, "how">,
  { actor, desk }: RequestContext,
): Pick<Extract<NewCommand, { type: "open" }>, "source"> =>
  accountOfChannel(source.channel, desk) !== null && hasLeft(actor.user, desk)
    ? {}
    : { source: { ...source, how: "picked" } };

/** The message that the form is about, if any. */
const source = (words: readonly string[]) => {
  const found = sourceFrom(words);
  return words.length > 0 && found === null ? null : { source: found };
};

export const buttons = {
  /** Opens the form with the text that was read as a command. */
  new: button({
    carries: nothing,
    forCustomers: true,
    press: (_, { quote = "", channel }, context) =>
      ifAllowed(context, "open", () => {
        const { principal, desk, viewer } = context;
        return answer({ kind: "form", form: ticketForm({ title: quote, principal, desk, channel, viewer }) });
      }),
  }),
};

/** Manual articles to offer before the ticket opens; none for an urgent ticket or for staff. */
const readable = (
  severity: Severity,
  text: string,
  { principal, desk, viewer }: RequestContext,
): { readonly articles?: readonly Article[] } => {
  const found = matchingArticles(desk.articles, viewer.locale, text);
  return principal.is === "staff" || !severityTraits[severity].offersArticles || found.length === 0
    ? {}
    : { articles: found };
};

const submitTicket: SubmitHandler<NonNullable<ReturnType<typeof source>>> = ({ source }, submission, context) => {
  const { values, at, channel } = submission;
  // The form of a message must be submitted in that message's channel.
  if (source !== null && source.channel !== channel) return oldAction(context);
  const { desk, principal, viewer } = context;
  const ticket = ticketValues(values, desk, principal.is === "staff", sayIn(viewer.locale));
  return whenRight(
    bothValid(ticket, factAnswers(values, context)),
    ({ title, severity, description, account, facts }) =>
      work({
        kind: "open",
        ...readable(severity, `${title}\n${description}`, context),
        command: {
          type: "open",
          by: context.actor,
          at,
          title,
          severity,
          description,
          ...(account === null ? {} : { account }),
          askedIn: channel,
          ...(facts === null ? {} : { facts }),
          ...withFiles(submission, description, context),
          ...(source === null ? inPost(submission, account, context) : picked(source, context)),
        },
      }),
  );
};

export const forms = {
  "submit-ticket": form({
    carries: source,
    submit: (action, submission, context) =>
      ifAllowed(context, "open", () => submitTicket(action, submission, context)),
  }),
};

export const subcommands = {
  open: subcommand({
    of: "ticket",
    words: ["new", "nuevo", "novo"],
    menu: "[title]",
    permission: "open",
    help: ({ say }) => ({ usage: say("help.open"), means: "help.openMeans" }),
    /** "New release broke login" is a title. */
    parse: ({ word, rest }) => (word === word.toLowerCase() ? { title: rest.join(" ") } : null),
    route: ({ title }, { event: { channel }, context: { principal, desk, viewer } }) =>
      answer({ kind: "form", form: ticketForm({ title, principal, desk, channel, viewer }) }),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly open: { readonly button: keyof typeof buttons; readonly form: keyof typeof forms };
  }
}
