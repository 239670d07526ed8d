import { forms } from "../features/surface.ts";
import { decodeForm, type FormAction, type FormVerb } from "../chat/action.ts";
import { oldAction, type FormHandler, type Submission } from "./action-handlers.ts";
import type { RequestContext } from "./request-context.ts";
import type { Routed } from "./routed.ts";

const handlerOf = <Verb extends FormVerb>(verb: Verb): FormHandler<Verb> => forms[verb];

/** What a submitted form means, or what is wrong with its fields. */
export const routeSubmission = (submission: Submission, context: RequestContext): Routed => {
  const action: FormAction | null = decodeForm(submission.action);
  return action === null ? oldAction(context) : handlerOf(action.verb)(action, submission, context);
};
