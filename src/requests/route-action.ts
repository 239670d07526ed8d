import { buttons, forms } from "../features/surface.ts";
import { verbOf } from "../chat/action.ts";
import { oldAction, type Press, type ReadButton, type ReadForm, type Submission } from "./action-handlers.ts";
import type { RequestContext } from "./request-context.ts";
import { ifAllowed, type Routed } from "./routed.ts";

type Declared<Read> = Readonly<Record<string, { readonly read: (words: readonly string[]) => Read | null }>>;

const readAction = <Read>(declared: Declared<Read>, text: string): Read | null => {
  const [verb = "", ...words] = text.split(" ");
  return Object.hasOwn(declared, verb) ? (declared[verb]?.read(words) ?? null) : null;
};

/** Decodes the action of a pressed button; null if no button of this version has such an action. */
export const readButton = (text: string): ReadButton | null => readAction(buttons, text);

/** Decodes the action of a submitted form; null if no form of this version has such an action. */
export const readForm = (text: string): ReadForm | null => readAction(forms, text);

const forCustomers: ReadonlySet<string> = new Set(
  Object.entries(buttons).flatMap(([verb, { isForCustomers }]) => (isForCustomers ? [verb] : [])),
);

/** The verb of a button for the log. A long or odd verb is not ours, so it is not logged. */
const verbForLog = ({ action }: Press): string => {
  const verb = verbOf(action);
  return /^[a-z-]{1,24}$/i.test(verb) ? verb : "pressButton";
};

/** What a press means: a form, a change, or a button that only an older version had. */
export const routePress = (press: Press, context: RequestContext): Routed => {
  const pressed = readButton(press.action);
  const handle = (): Routed => pressed?.route(press, context) ?? oldAction(context);
  return (pressed?.isForCustomers ?? forCustomers.has(verbOf(press.action)))
    ? handle()
    : ifAllowed(context, "pressButton", handle, verbForLog(press));
};

/** What a submitted form means, or what is wrong with its fields. */
export const routeSubmission = (submission: Submission, context: RequestContext): Routed =>
  readForm(submission.action)?.route(submission, context) ?? oldAction(context);
