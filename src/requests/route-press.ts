import { decodeButton, verbOf, type ButtonAction, type ButtonVerb } from "../chat/action.ts";
import { assignmentButtons } from "../features/assignment/requests.ts";
import { availabilityButtons } from "../features/availability/requests.ts";
import { callbackButtons } from "../features/callback/requests.ts";
import { conversationButtons } from "../features/conversation/requests.ts";
import { explanationButtons } from "../features/explanation/requests.ts";
import { ratingButtons } from "../features/rating/requests.ts";
import { resolutionButtons } from "../features/resolution/requests.ts";
import { escalationButtons } from "../features/escalation/requests.ts";
import { promptButtons } from "../features/knowledge/requests.ts";
import { listButtons } from "../features/lists/requests.ts";
import { noteButtons } from "../features/notes/requests.ts";
import { openButtons } from "../features/open/requests.ts";
import { promisedUpdateButtons } from "../features/promised-updates/requests.ts";
import { reminderButtons } from "../features/reminders/requests.ts";
import { replyButtons } from "../features/reply/requests.ts";
import { severityButtons } from "../features/severity/requests.ts";
import { techButtons } from "../features/tech-handoff/requests.ts";
import { ticketButtons } from "../features/ticket-cards/requests.ts";
import { waitingButtons } from "../features/waiting/requests.ts";
import { oldAction, type ButtonHandler, type ButtonHandlers, type Press } from "./action-handlers.ts";
import type { RequestContext } from "./request-context.ts";
import { ifAllowed, type Routed } from "./routed.ts";

/** The features' buttons together. A button without a handler does not compile. */
const buttons: ButtonHandlers<ButtonVerb> = {
  ...openButtons,
  ...ticketButtons,
  ...listButtons,
  ...assignmentButtons,
  ...severityButtons,
  ...replyButtons,
  ...waitingButtons,
  ...noteButtons,
  ...techButtons,
  ...reminderButtons,
  ...promisedUpdateButtons,
  ...callbackButtons,
  ...conversationButtons,
  ...explanationButtons,
  ...ratingButtons,
  ...resolutionButtons,
  ...escalationButtons,
  ...availabilityButtons,
  ...promptButtons,
};

const handlerOf = <Verb extends ButtonVerb>(verb: Verb): ButtonHandler<Verb> => buttons[verb];

/** Buttons on customers' cards: each asks for the permission of its own command alone. */
const forCustomers = ["escalate", "requestCall", "rate", "show", "why", "new", "list"] as const satisfies ButtonVerb[];
const prompts = ["solved", "open-anyway", "add-words"] as const satisfies ButtonVerb[];

/** Whether a button may be pressed by everybody. Staff have `resolve` and `reopen` too: those of customers carry `own`. */
const isForCustomers = (text: string, action: ButtonAction | null): boolean => {
  const verb = verbOf(text);
  if (forCustomers.some((each) => each === verb)) return true;
  if (action === null) return false;
  return prompts.some((each) => each === verb) || ("own" in action && action.own);
};

/** A button of ours carries a short word first; anything else was forged and is not logged. */
const verbForLog = ({ action }: Press): string => {
  const verb = verbOf(action);
  return /^[a-z-]{1,24}$/i.test(verb) ? verb : "pressButton";
};

/** What a press means: a form to fill in, a change, or a button that only an older version had. */
export const routePress = (press: Press, context: RequestContext): Routed => {
  const action = decodeButton(press.action);
  const handle = (): Routed => (action === null ? oldAction(context) : handlerOf(action.verb)(action, press, context));
  return isForCustomers(press.action, action) ? handle() : ifAllowed(context, "pressButton", handle, verbForLog(press));
};
