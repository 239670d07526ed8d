import { sayIn } from "../../i18n/say.ts";
import { commandButton, whenRight, type ButtonHandlers, type FormHandlers } from "../../requests/action-handlers.ts";
import { changeTicket, ifAllowed } from "../../requests/routed.ts";
import { callValues } from "../callback/call-values.ts";
import { callMe, routeEscalation, routeRating } from "./route-escalation.ts";

/** The customer's ways to reach more people, and the rating. */
export const escalationButtons = {
  escalate: ({ ticket }, { at }, context) => routeEscalation(context, at, ticket, ""),
  requestCall: ({ ticket }, _, context) => callMe(context, ticket, ""),
  reportCalled: commandButton("reportCalled"),
  rate: ({ ticket, score }, { at }, context) => routeRating(context, at, ticket, score),
} satisfies ButtonHandlers<"escalate" | "requestCall" | "reportCalled" | "rate">;

export const escalationForms = {
  "submit-call": ({ ticket }, { values, at }, context) =>
    ifAllowed(context, "requestCall", () =>
      whenRight(callValues(values, sayIn(context.viewer.locale)), (wanted) =>
        changeTicket(context, at, ticket, { type: "requestCall", ...wanted }),
      ),
    ),
} satisfies FormHandlers<"submit-call">;
