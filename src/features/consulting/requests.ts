import { sayIn } from "../../i18n/say.ts";
import { whenRight, type FormHandler, type FormHandlers } from "../../requests/action-handlers.ts";
import { ifAllowed, work } from "../../requests/routed.ts";
import { inPost } from "../open/in-post.ts";
import { consultingValues } from "./consulting-values.ts";

const submitConsulting: FormHandler<"submit-consulting"> = (_, submission, context) => {
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

export const consultingForms = {
  "submit-consulting": (action, submission, context) =>
    ifAllowed(context, "open", () => submitConsulting(action, submission, context)),
} satisfies FormHandlers<"submit-consulting">;
