import { sourceFrom } from "../chat/source-arguments.ts";
import { decodeAction, type Action } from "../chat/action.ts";
import type { Form } from "../chat/form.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import { severities } from "../sla/severity.ts";
import { accountForm } from "../features/severity/account-form.ts";
import { assignForm } from "../features/assignment/assign-form.ts";
import { maxText } from "../i18n/form-limits.ts";
import { lowerForm } from "../features/severity/lower-form.ts";
import { noteForm } from "../features/notes/note-form.ts";
import { problemCard } from "../features/message-cards/problem-card.ts";
import { audienceFrom } from "../chat/audience-argument.ts";
import { replyFlags, replyForm, type ReplyDraft, type ReplyFlag } from "../features/reply/reply-form.ts";
import { techForm, techReturnForm } from "../features/tech-handoff/tech-form.ts";
import { ticketForm } from "../features/open/ticket-form.ts";
import { updateForm } from "../features/promised-updates/update-form.ts";
import { list, queue } from "../features/lists/ask-for-list.ts";
import { notify } from "../features/assignment/route-notify.ts";
import type { RequestContext } from "./request-context.ts";
import { ticketNumber } from "./ticket-number.ts";
import { goOut } from "../features/availability/route-away.ts";
import { callMe, routeEscalation, routeRating } from "../features/escalation/route-escalation.ts";
import { routePromptAnswer } from "../features/knowledge/route-prompt.ts";
import { answer, changeTicket, ifAllowed, work, type Routed } from "./routed.ts";

type Press = Extract<InboundEvent, { kind: "press" }>;

const oldButton = (context: RequestContext): Routed =>
  answer({ kind: "private", card: problemCard({ problem: "oldButton" }, context.viewer) });

const setSeverity = (press: Press, number: number, argument: string | undefined, context: RequestContext): Routed => {
  const severity = severities.find((each) => each === argument);
  return severity === undefined
    ? oldButton(context)
    : changeTicket(context, press.at, number, { type: "setSeverity", severity });
};

/** Lowering what was confirmed asks for a reason first. */
const lower = (number: number, argument: string | undefined, context: RequestContext): Routed => {
  const severity = severities.find((each) => each === argument);
  return severity === undefined
    ? oldButton(context)
    : answer({ kind: "form", form: lowerForm(number, severity, context.viewer) });
};

const snooze = (press: Press, number: number, argument: string | undefined, context: RequestContext): Routed => {
  const minutes = /^\d{1,4}$/.test(argument ?? "") ? Number(argument) : 0;
  return minutes === 0
    ? oldButton(context)
    : changeTicket(context, press.at, number, { type: "snooze", until: press.at + minutes * 60_000 });
};

/** The words it stands below, and those before them, need no answer. */
const dismiss = (press: Press, number: number, argument: string | undefined, context: RequestContext): Routed =>
  /^\d{1,14}$/.test(argument ?? "")
    ? changeTicket(context, press.at, number, { type: "dismiss", upTo: Number(argument) })
    : oldButton(context);

const flagsOf = (given: readonly string[]): readonly ReplyFlag[] => replyFlags.filter((each) => given.includes(each));

const reply = (number: number, args: readonly string[], context: RequestContext, draft: ReplyDraft = {}): Routed => {
  const [argument = "", ...given] = args;
  const audience = audienceFrom(argument);
  const form = (): Form =>
    replyForm(number, audience, context.desk, context.viewer, { flags: flagsOf(given), ...draft });
  return audience === null ? oldButton(context) : answer({ kind: "form", form: form() });
};

/** Waiting asks what the customer is asked for. Buttons of cards that were drawn before that name no readers. */
const wait = (number: number, [argument = "", ...given]: readonly string[], context: RequestContext): Routed =>
  answer({
    kind: "form",
    form: replyForm(number, audienceFrom(argument), context.desk, context.viewer, {
      flags: ["waits", ...flagsOf(given)],
    }),
  });

/** Which of a ticket's pending replies a button is about. */
const heldReply = (
  press: Press,
  type: "releaseReply" | "undoReply",
  number: number,
  argument: string | undefined,
  context: RequestContext,
): Routed => {
  const held = ticketNumber(argument ?? "");
  return held === null ? oldButton(context) : changeTicket(context, press.at, number, { type, held });
};

/** Which of the things that did not arrive a button is about. */
const lostWords = (
  press: Press,
  type: "resend" | "markDelivered",
  number: number,
  argument: string | undefined,
  context: RequestContext,
): Routed => {
  const lost = ticketNumber(argument ?? "");
  return lost === null ? oldButton(context) : changeTicket(context, press.at, number, { type, lost });
};

const setAccount = (number: number, context: RequestContext): Routed => {
  const form = accountForm(number, context.desk, context.viewer);
  return form === null
    ? answer({ kind: "private", card: problemCard({ problem: "noAccounts" }, context.viewer) })
    : answer({ kind: "form", form });
};

/** The buttons that stand on the customers' cards: each goes by the wish behind it. */
const customersOwn: readonly string[] = ["escalate", "requestCall", "rate", "show", "why", "new", "list"];

/** Buttons that staff have as well: on the customers' cards they say that they are theirs. */
const isTheirs = ({ verb, args }: Action): boolean =>
  customersOwn.includes(verb) || (["resolve", "reopen"].includes(verb) && args[1] === "own");

/** A form with the words that were taken for a command. */
const openForm = ({ quote, channel }: Press, context: RequestContext): Routed =>
  ifAllowed(context, "open", () => {
    const { principal, desk, viewer } = context;
    return answer({ kind: "form", form: ticketForm({ title: quote ?? "", principal, desk, channel, viewer }) });
  });

/** A ticket again: why it is due, or an earlier page of its conversation. */
const show = (number: number, [argument, ...rest]: readonly string[], context: RequestContext): Routed => {
  if (argument === "all") {
    const message = sourceFrom(rest);
    const key = message === null ? {} : { message: { channel: message.channel, id: message.message } };
    return work({ kind: "ask", question: { kind: "whole", number, ...key } });
  }
  if (argument === "why") return work({ kind: "ask", question: { kind: "why", number } });
  return /^\d{1,4}$/.test(argument ?? "")
    ? work({ kind: "ask", question: { kind: "show", number, page: Number(argument) } })
    : oldButton(context);
};

/** What a press means: a form to fill in, a change, or a button nobody knows any more. All other buttons are the staff's. */
export const routePress = (press: Press, context: RequestContext): Routed =>
  routePromptAnswer(press, context) ??
  (isTheirs(decodeAction(press.action))
    ? whatWasPressed(press, context)
    : ifAllowed(context, "pressButton", () => whatWasPressed(press, context), verbForLog(press)));

/** A button of ours carries a short word first; what does not look like one was forged, and is not logged. */
const verbForLog = ({ action }: Press): string => {
  const { verb } = decodeAction(action);
  return /^[a-z-]{1,24}$/i.test(verb) ? verb : "pressButton";
};

const whatWasPressed = (press: Press, context: RequestContext): Routed => {
  const { verb, args } = decodeAction(press.action);
  const [named = "", argument] = args;
  if (verb === "new") return openForm(press, context);
  if (verb === "list") return list(args, context) ?? oldButton(context);
  if (verb === "queue") return queue(args, context) ?? oldButton(context);
  if (verb === "out") return goOut(context, named, press.at);
  if (verb === "notify") return notify(context, named);
  const number = ticketNumber(named);
  if (number === null) return oldButton(context);
  switch (verb) {
    case "wait":
      return ifAllowed(context, verb, () => wait(number, args.slice(1), context));
    case "claim":
    case "resolve":
    case "reopen":
    case "acknowledge":
    case "reportCalled":
      return ifAllowed(context, verb, () => changeTicket(context, press.at, number, { type: verb }));
    case "show":
      return ifAllowed(context, verb, () => show(number, args.slice(1), context));
    case "escalate":
      return routeEscalation(context, press.at, number, "");
    case "requestCall":
      return callMe(context, number, "");
    case "rate":
      return routeRating(context, press.at, number, argument);
    case "severity":
      return ifAllowed(context, "setSeverity", () => setSeverity(press, number, argument, context));
    case "lower":
      return ifAllowed(context, "setSeverity", () => lower(number, argument, context));
    case "snooze":
      return ifAllowed(context, "snooze", () => snooze(press, number, argument, context));
    case "promiseUpdate":
      return ifAllowed(context, "promiseUpdate", () =>
        answer({ kind: "form", form: updateForm(number, context.viewer) }),
      );
    case "why":
      return ifAllowed(context, "show", () => work({ kind: "ask", question: { kind: "why", number } }));
    case "reply":
      return ifAllowed(context, "reply", () => reply(number, args.slice(1), context));
    case "resend":
    case "markDelivered":
      return ifAllowed(context, verb, () => lostWords(press, verb, number, argument, context));
    case "releaseReply":
    case "undoReply":
      return ifAllowed(context, verb, () => heldReply(press, verb, number, argument, context));
    // What the technical team said, to be put into words for the customer.
    case "clientUpdate":
      return ifAllowed(context, "reply", () => reply(number, args.slice(1), context, { remark: press.quote ?? "" }));
    // A reply that did not leave, with its words.
    case "editReply":
      return ifAllowed(context, "reply", () =>
        reply(number, args.slice(1), context, { text: (press.quote ?? "").slice(0, maxText) }),
      );
    case "note":
      return ifAllowed(context, "note", () => answer({ kind: "form", form: noteForm(number, context.viewer) }));
    case "tech":
      return ifAllowed(context, "askTech", () => answer({ kind: "form", form: techForm(number, context.viewer) }));
    case "dismiss":
      return ifAllowed(context, verb, () => dismiss(press, number, argument, context));
    case "claimTech":
      return ifAllowed(context, verb, () => changeTicket(context, press.at, number, { type: verb }));
    case "returnTech":
      return ifAllowed(context, verb, () => answer({ kind: "form", form: techReturnForm(number, context.viewer) }));
    case "doneTech":
      return ifAllowed(context, "returnTech", () =>
        changeTicket(context, press.at, number, { type: "returnTech", findings: "", done: true }),
      );
    case "assign":
      return ifAllowed(context, "assign", () =>
        answer({ kind: "form", form: assignForm(number, context.desk, context.viewer) }),
      );
    case "account":
      return ifAllowed(context, "setAccount", () => setAccount(number, context));
    default:
      return oldButton(context);
  }
};
