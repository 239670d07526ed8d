import {
  type SubmitHandler,
  type Submission,
  button,
  form,
  oldAction,
  whenRight,
} from "../../requests/action-handlers.ts";
import { nothing, reference, sourceFrom } from "../../chat/action-arguments.ts";
import { severityTraits, type Severity } from "../../sla/severity.ts";
import type { Article } from "../../desk/desk.ts";
import { sayIn } from "../../i18n/say.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { answer, ifAllowed, work } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { ticketValues, bothValid } from "../../requests/submitted-values.ts";
import { matchingArticles } from "../knowledge/index.ts";
import { factAnswers } from "../ticket-facts.ts";
import { longestContact, ticketForm, ticketFormFor } from "./ticket-form.ts";
import { cleanLine } from "../../requests/clean-text.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { UserRef } from "../../tickets/refs.ts";
import { foldedAddress, isInternetAddress } from "../../text/mail-address.ts";
import { accountOfChannel, accountOfChannelFor, accountOfUser, hasLeft } from "../../tickets/principal.ts";
import type { NewCommand } from "../../tickets/messages.ts";
import type { Source } from "../../tickets/ticket.ts";

type CommandEvent = Extract<InboundEvent, { kind: "command" }>;

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

/** A person in an action, and their name in the words after it. */
const personAndName = ([user = "", ...name]: readonly string[]) => {
  const named = reference(user);
  return named === null ? null : { user: named, name: name.join(" ") };
};

/** Shows an agent the form for a contact. */
const formFor = (
  { user, name, title }: { readonly user: UserRef; readonly name: string; readonly title: string },
  { desk, viewer }: RequestContext,
) =>
  answer({
    kind: "form",
    form: ticketFormFor({ user, name, account: accountOfUser(user, desk), title }, desk, viewer),
  });

export const buttons = {
  /** Opens the form for a contact. The name stands in the form, where the agent may correct it. */
  "open-for": button({
    carries: personAndName,
    press: (person, _, context) => ifAllowed(context, "openFor", () => formFor({ ...person, title: "" }, context)),
  }),
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

/** The person whom the words name, an address or a mention, and the title after them. Null if they name no person. */
const forWhom = ([first = "", ...others]: readonly string[], { people }: Pick<CommandEvent, "people">) => {
  const title = others.join(" ");
  if (isInternetAddress(first)) {
    const address = foldedAddress(first);
    return { user: `email:${address}` as const, name: address.split("@")[0] ?? address, title };
  }
  const [user] = people ?? [];
  return user === undefined || !first.startsWith("@") ? null : { user, name: first.slice(1), title };
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

const submitFor: SubmitHandler<{ readonly user: UserRef }> = ({ user }, submission, context) => {
  const { values, at, channel } = submission;
  const { desk, viewer } = context;
  const say = sayIn(viewer.locale);
  const name = cleanLine(values["contact"] ?? "")
    .slice(0, longestContact)
    .trim();
  const named =
    name === ""
      ? { ok: false as const, errors: { contact: say("error.contactMissing") } }
      : { ok: true as const, value: { name } };
  const ticket = ticketValues(values, desk, false, say);
  return whenRight(bothValid(bothValid(ticket, named), factAnswers(values, context)), (right) =>
    work({
      kind: "open",
      command: {
        type: "open",
        by: context.actor,
        at,
        title: right.title,
        severity: right.severity,
        description: right.description,
        contact: { user, name: right.name },
        askedIn: channel,
        ...(right.facts === null ? {} : { facts: right.facts }),
      },
    }),
  );
};

export const forms = {
  "submit-for": form({
    carries: personAndName,
    submit: (action, submission, context) =>
      ifAllowed(context, "openFor", () => submitFor(action, submission, context)),
  }),
  "submit-ticket": form({
    carries: source,
    submit: (action, submission, context) =>
      ifAllowed(context, "open", () => submitTicket(action, submission, context)),
  }),
};

export const subcommands = {
  for: subcommand({
    of: "ticket",
    words: ["for", "para"],
    menu: "for [person] [title]",
    permission: "openFor",
    help: ({ say }) => ({ usage: say("help.openFor"), means: "help.openForMeans" }),
    /** "For two hours no sound" is a title. */
    parse: ({ rest }) =>
      rest.length === 0 || isInternetAddress(rest[0] ?? "") || rest[0]?.startsWith("@") === true
        ? { words: rest }
        : null,
    route: ({ words }, { event, context }) => {
      const person = forWhom(words, event);
      return person === null
        ? answer({ kind: "private", card: sentenceCard(sayIn(context.viewer.locale)("open.forWhom")) })
        : formFor(person, context);
    },
  }),
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
