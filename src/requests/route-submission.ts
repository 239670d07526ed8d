import { decodeForm, type FormAction, type FormVerb } from "../chat/action.ts";
import { assignmentForms } from "../features/assignment/requests.ts";
import { consultingForms } from "../features/consulting/requests.ts";
import { callbackForms } from "../features/callback/requests.ts";
import { noteForms } from "../features/notes/requests.ts";
import { openForms } from "../features/open/requests.ts";
import { promisedUpdateForms } from "../features/promised-updates/requests.ts";
import { replyForms } from "../features/reply/requests.ts";
import { severityForms } from "../features/severity/requests.ts";
import { techForms } from "../features/tech-handoff/requests.ts";
import { oldAction, type FormHandler, type FormHandlers, type Submission } from "./action-handlers.ts";
import type { RequestContext } from "./request-context.ts";
import type { Routed } from "./routed.ts";

/** The features' forms together. A form without a handler does not compile. */
const forms: FormHandlers<FormVerb> = {
  ...openForms,
  ...consultingForms,
  ...replyForms,
  ...noteForms,
  ...techForms,
  ...assignmentForms,
  ...severityForms,
  ...promisedUpdateForms,
  ...callbackForms,
};

const handlerOf = <Verb extends FormVerb>(verb: Verb): FormHandler<Verb> => forms[verb];

/** What a submitted form means, or what is wrong with its fields. */
export const routeSubmission = (submission: Submission, context: RequestContext): Routed => {
  const action: FormAction | null = decodeForm(submission.action);
  return action === null ? oldAction(context) : handlerOf(action.verb)(action, submission, context);
};
