import { decodeAction } from "../chat/action.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import type { Article } from "../desk/desk.ts";
import { accountOfChannel } from "../tickets/principal.ts";
import { matchingArticles } from "../features/knowledge/matching-articles.ts";
import { severities, type Severity } from "../sla/severity.ts";
import { dueMark } from "../features/reply/render-canned-reply.ts";
import { problemCard } from "../features/message-cards/problem-card.ts";
import { audienceFrom, unnamedAudience } from "../chat/audience-argument.ts";
import { replyFlags } from "../features/reply/reply-form.ts";
import { sourceFrom } from "../chat/source-arguments.ts";
import { sayIn } from "../i18n/say.ts";
import type { NewCommand } from "./intent.ts";
import type { RequestContext } from "./request-context.ts";
import {
  accountValues,
  personValues,
  publicValues,
  reasonValues,
  saysNothing,
  textValues,
  ticketValues,
  type Parsed,
} from "./submitted-values.ts";
import { newsValues, updateValues } from "../features/promised-updates/update-values.ts";
import { consultingValues } from "../features/consulting/consulting-values.ts";
import { callValues } from "../features/callback/call-values.ts";
import { ticketNumber } from "./ticket-number.ts";
import { answer, changeTicket, ifAllowed, work, type Routed } from "./routed.ts";

type Submission = Extract<InboundEvent, { kind: "submit" }>;

const whenRight = <T>(parsed: Parsed<T>, next: (value: T) => Routed): Routed =>
  parsed.ok ? next(parsed.value) : answer({ kind: "fieldErrors", errors: parsed.errors });

const oldForm = (context: RequestContext): Routed =>
  answer({ kind: "private", card: problemCard({ problem: "oldButton" }, context.viewer) });

/** Nobody whose service is down is sent to read, nor are the staff, who know the manual. */
const worthReading = (
  severity: Severity,
  text: string,
  { principal, desk, viewer }: RequestContext,
): { readonly articles?: readonly Article[] } => {
  const found = matchingArticles(desk.articles, viewer.locale, text);
  return principal.is === "staff" || severity === "critical" || found.length === 0 ? {} : { articles: found };
};

/**
 * A form that was sent in a post of the account's forum: the ticket is talked about in that post. Elsewhere, among the team
 * or for another account, the post stays apart from the ticket.
 */
const inPost = (
  { channel, post }: Submission,
  account: string | null | undefined,
  { desk }: RequestContext,
): Pick<Extract<NewCommand, { type: "open" }>, "source" | "unlessTaken"> => {
  const own = accountOfChannel(channel, desk);
  if (post === undefined || own === null || (account != null && account !== own.key)) return {};
  return { source: { channel, message: post, root: post, how: "picked" }, unlessTaken: true };
};

const open = (submission: Submission, args: readonly string[], context: RequestContext): Routed => {
  const { values, at, channel } = submission;
  const source = args.length === 0 ? null : sourceFrom(args);
  // A form is submitted where its message stands.
  if (args.length > 0 && source?.channel !== channel) return oldForm(context);
  const parsed = ticketValues(values, context.desk, context.principal.is === "staff", sayIn(context.viewer.locale));
  return whenRight(parsed, ({ title, severity, description, account }) =>
    work({
      kind: "open",
      ...worthReading(severity, `${title}\n${description}`, context),
      command: {
        type: "open",
        by: context.actor,
        at,
        title,
        severity,
        description,
        account: account ?? undefined,
        askedIn: channel,
        ...(source === null ? inPost(submission, account, context) : { source: { ...source, how: "picked" } }),
      },
    }),
  );
};

const consulting = (submission: Submission, context: RequestContext): Routed => {
  const { values, at, channel } = submission;
  const parsed = consultingValues(values, context.desk, context.principal.is === "staff", sayIn(context.viewer.locale));
  return whenRight(parsed, ({ title, description, account }) =>
    work({
      kind: "open",
      command: {
        type: "open",
        kind: "consulting",
        by: context.actor,
        at,
        title,
        severity: "low",
        description,
        account: account ?? undefined,
        askedIn: channel,
        ...inPost(submission, account, context),
      },
    }),
  );
};

const reply = (
  { values, at }: Submission,
  number: number,
  args: readonly string[],
  context: RequestContext,
): Routed => {
  const [argument, ...given] = args;
  const audience = audienceFrom(argument ?? "");
  if (audience === null && argument !== unnamedAudience) return oldForm(context);
  const flags = replyFlags.filter((each) => given.includes(each));
  const say = sayIn(context.viewer.locale);
  if (flags.includes("asked") && saysNothing(values))
    return changeTicket(context, at, number, { type: "wait", asked: true });
  return whenRight(publicValues(values, context.desk, context.viewer.locale, say), ({ text, canned }) =>
    whenRight(newsValues(values, at, say), (update) => {
      const names = text.includes(dueMark);
      if (update === null && names && flags.includes("timed"))
        return answer({ kind: "fieldErrors", errors: { when: say("replying.dueNeedsTime") } });
      const news = update === null ? {} : { update };
      const waits = flags.includes("waits") ? ({ waits: true } as const) : {};
      const written = { type: "reply", by: context.actor, at, text, alreadyPosted: false, audience } as const;
      const command = { ...written, ...news, ...waits };
      return canned === null && !names
        ? work({ kind: "change", number, command })
        : work({ kind: "canned", number, canned, command });
    }),
  );
};

const lower = (
  { values, at }: Submission,
  number: number,
  argument: string | undefined,
  context: RequestContext,
): Routed => {
  const severity = severities.find((each) => each === argument);
  if (severity === undefined) return oldForm(context);
  return whenRight(reasonValues(values, sayIn(context.viewer.locale)), ({ text: reason }) =>
    changeTicket(context, at, number, { type: "setSeverity", severity, reason }),
  );
};

const ofTicket = (
  submission: Submission,
  verb: string,
  number: number,
  args: readonly string[],
  context: RequestContext,
): Routed => {
  const { values, at } = submission;
  const [argument] = args;
  const say = sayIn(context.viewer.locale);
  switch (verb) {
    case "submit-reply":
      return ifAllowed(context, "reply", () => reply(submission, number, args, context));
    case "submit-note":
      return ifAllowed(context, "note", () =>
        whenRight(textValues(values, say), ({ text }) =>
          changeTicket(context, at, number, { type: "note", text, alreadyPosted: false }),
        ),
      );
    case "submit-tech":
      return ifAllowed(context, "askTech", () =>
        whenRight(textValues(values, say), ({ text }) => changeTicket(context, at, number, { type: "askTech", text })),
      );
    case "submit-tech-return":
      return ifAllowed(context, "returnTech", () =>
        whenRight(textValues(values, say), ({ text }) =>
          changeTicket(context, at, number, { type: "returnTech", findings: text, done: false }),
        ),
      );
    case "submit-call":
      return ifAllowed(context, "requestCall", () =>
        whenRight(callValues(values, say), (wanted) =>
          changeTicket(context, at, number, { type: "requestCall", ...wanted }),
        ),
      );
    case "submit-assign":
      return ifAllowed(context, "assign", () =>
        whenRight(personValues(values, context.desk, say), ({ person }) =>
          changeTicket(context, at, number, { type: "assign", person }),
        ),
      );
    case "submit-lower":
      return ifAllowed(context, "setSeverity", () => lower(submission, number, argument, context));
    case "submit-update":
      return ifAllowed(context, "promiseUpdate", () =>
        whenRight(updateValues(values, at, say), (due) =>
          changeTicket(context, at, number, { type: "promiseUpdate", due }),
        ),
      );
    case "submit-account":
      return ifAllowed(context, "setAccount", () =>
        whenRight(accountValues(values, context.desk, say), ({ account }) =>
          account === null ? oldForm(context) : changeTicket(context, at, number, { type: "setAccount", account }),
        ),
      );
    default:
      return oldForm(context);
  }
};

/** What a filled-in form means, or what is wrong with it. */
export const routeSubmission = (submission: Submission, context: RequestContext): Routed => {
  const { verb, args } = decodeAction(submission.action);
  if (verb === "submit-ticket") return ifAllowed(context, "open", () => open(submission, args, context));
  if (verb === "submit-consulting") return ifAllowed(context, "open", () => consulting(submission, context));
  const number = ticketNumber(args[0] ?? "");
  return number === null ? oldForm(context) : ofTicket(submission, verb, number, args.slice(1), context);
};
