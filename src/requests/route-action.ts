import { buttons, forms } from "../features/surface.ts";
import {
  decodeButton,
  verbOf,
  type ButtonAction,
  type ButtonVerb,
  decodeForm,
  type FormAction,
  type FormVerb,
} from "../chat/action.ts";
import { oldAction, type ButtonHandler, type Press, type FormHandler, type Submission } from "./action-handlers.ts";
import type { RequestContext } from "./request-context.ts";
import { ifAllowed, type Routed } from "./routed.ts";

const handlerOf = <Verb extends ButtonVerb>(verb: Verb): ButtonHandler<Verb> => buttons[verb];

/** Buttons on customers' cards; each checks only the permission of its own command. */
const forCustomers = ["escalate", "requestCall", "rate", "show", "why", "new", "list"] as const satisfies ButtonVerb[];
const prompts = ["solved", "open-anyway", "add-words"] as const satisfies ButtonVerb[];

/**
 * Whether customers may press a button. Staff have `resolve` and `reopen` too; on customers' cards these carry `own`.
 */
const isForCustomers = (text: string, action: ButtonAction | null): boolean => {
  const verb = verbOf(text);
  if (forCustomers.some((each) => each === verb)) return true;
  if (action === null) return false;
  return prompts.some((each) => each === verb) || ("own" in action && action.own);
};

/** The verb of a button for the log. A long or odd verb is not ours, so it is not logged. */
const verbForLog = ({ action }: Press): string => {
  const verb = verbOf(action);
  return /^[a-z-]{1,24}$/i.test(verb) ? verb : "pressButton";
};

/** What a press means: a form, a change, or a button that only an older version had. */
export const routePress = (press: Press, context: RequestContext): Routed => {
  const action = decodeButton(press.action);
  const handle = (): Routed => (action === null ? oldAction(context) : handlerOf(action.verb)(action, press, context));
  return isForCustomers(press.action, action) ? handle() : ifAllowed(context, "pressButton", handle, verbForLog(press));
};

const formHandlerOf = <Verb extends FormVerb>(verb: Verb): FormHandler<Verb> => forms[verb];

/** What a submitted form means, or what is wrong with its fields. */
export const routeSubmission = (submission: Submission, context: RequestContext): Routed => {
  const action: FormAction | null = decodeForm(submission.action);
  return action === null ? oldAction(context) : formHandlerOf(action.verb)(action, submission, context);
};
