import { buttons } from "../features/surface.ts";
import { decodeButton, verbOf, type ButtonAction, type ButtonVerb } from "../chat/action.ts";
import { oldAction, type ButtonHandler, type Press } from "./action-handlers.ts";
import type { RequestContext } from "./request-context.ts";
import { ifAllowed, type Routed } from "./routed.ts";

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
