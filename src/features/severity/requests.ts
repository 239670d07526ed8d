import { severities } from "../../sla/severity.ts";
import { aboutTicket, onlyTicket } from "../../chat/action-arguments.ts";
import { button, form, oldAction, whenRight } from "../../requests/action-handlers.ts";
import { sayIn } from "../../i18n/say.ts";
import { answer, changeTicket, ifAllowed } from "../../requests/routed.ts";
import { accountValues, reasonValues } from "../../requests/submitted-values.ts";
import { problemCard } from "../../cards/problem-card.ts";
import { accountForm } from "./account-form.ts";
import { lowerForm } from "./lower-form.ts";

const ticketAndSeverity = aboutTicket(([word]) => {
  const severity = severities.find((each) => each === word);
  return severity === undefined ? null : { severity };
});

export const buttons = {
  severity: button({
    carries: ticketAndSeverity,
    press: ({ ticket, severity }, { at }, context) =>
      ifAllowed(context, "setSeverity", () => changeTicket(context, at, ticket, { type: "setSeverity", severity })),
  }),
  /** Lowering a confirmed severity asks for a reason first. */
  lower: button({
    carries: ticketAndSeverity,
    press: ({ ticket, severity }, _, context) =>
      ifAllowed(context, "setSeverity", () =>
        answer({ kind: "form", form: lowerForm(ticket, severity, context.desk, context.viewer) }),
      ),
  }),
  account: button({
    carries: onlyTicket,
    press: ({ ticket }, _, context) =>
      ifAllowed(context, "setAccount", () => {
        const form = accountForm(ticket, context.desk, context.viewer);
        return form === null
          ? answer({ kind: "private", card: problemCard({ problem: "noAccounts" }, context.viewer) })
          : answer({ kind: "form", form });
      }),
  }),
};

export const forms = {
  "submit-lower": form({
    carries: ticketAndSeverity,
    submit: ({ ticket, severity }, { values, at }, context) =>
      ifAllowed(context, "setSeverity", () =>
        whenRight(reasonValues(values, sayIn(context.viewer.locale)), ({ text: reason }) =>
          changeTicket(context, at, ticket, { type: "setSeverity", severity, reason }),
        ),
      ),
  }),
  "submit-account": form({
    carries: onlyTicket,
    submit: ({ ticket }, { values, at }, context) =>
      ifAllowed(context, "setAccount", () =>
        whenRight(accountValues(values, context.desk, sayIn(context.viewer.locale)), ({ account }) =>
          account === null ? oldAction(context) : changeTicket(context, at, ticket, { type: "setAccount", account }),
        ),
      ),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly severity: { readonly button: keyof typeof buttons; readonly form: keyof typeof forms };
  }
}
