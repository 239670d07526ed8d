import { sayIn } from "../../i18n/say.ts";
import { oldAction, whenRight, type ButtonHandlers, type FormHandlers } from "../../requests/action-handlers.ts";
import { answer, changeTicket, ifAllowed } from "../../requests/routed.ts";
import { accountValues, reasonValues } from "../../requests/submitted-values.ts";
import { problemCard } from "../../cards/problem-card.ts";
import { accountForm } from "./account-form.ts";
import { lowerForm } from "./lower-form.ts";

export const buttons = {
  severity: ({ ticket, severity }, { at }, context) =>
    ifAllowed(context, "setSeverity", () => changeTicket(context, at, ticket, { type: "setSeverity", severity })),
  /** Lowering a confirmed severity asks for a reason first. */
  lower: ({ ticket, severity }, _, context) =>
    ifAllowed(context, "setSeverity", () =>
      answer({ kind: "form", form: lowerForm(ticket, severity, context.desk, context.viewer) }),
    ),
  account: ({ ticket }, _, context) =>
    ifAllowed(context, "setAccount", () => {
      const form = accountForm(ticket, context.desk, context.viewer);
      return form === null
        ? answer({ kind: "private", card: problemCard({ problem: "noAccounts" }, context.viewer) })
        : answer({ kind: "form", form });
    }),
} satisfies ButtonHandlers<"severity" | "lower" | "account">;

export const forms = {
  "submit-lower": ({ ticket, severity }, { values, at }, context) =>
    ifAllowed(context, "setSeverity", () =>
      whenRight(reasonValues(values, sayIn(context.viewer.locale)), ({ text: reason }) =>
        changeTicket(context, at, ticket, { type: "setSeverity", severity, reason }),
      ),
    ),
  "submit-account": ({ ticket }, { values, at }, context) =>
    ifAllowed(context, "setAccount", () =>
      whenRight(accountValues(values, context.desk, sayIn(context.viewer.locale)), ({ account }) =>
        account === null ? oldAction(context) : changeTicket(context, at, ticket, { type: "setAccount", account }),
      ),
    ),
} satisfies FormHandlers<"submit-lower" | "submit-account">;
