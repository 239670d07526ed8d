import { lengthOf } from "./duration.ts";
import { expects } from "./expectation.ts";
import { duration, strict } from "./shapes.ts";

/** When Plazo acts on a ticket that waits for the customer: it asks once more, then closes the ticket. */
export const waiting = strict({ nudge: duration.optional(), close: duration.optional() }).superRefine(
  ({ nudge, close }, context) => {
    if (nudge === undefined && close === undefined)
      context.addIssue({ code: "custom", path: ["nudge"], message: expects("durationOrClose") });
    if (close !== undefined && lengthOf(nudge) >= lengthOf(close))
      context.addIssue({ code: "custom", path: ["close"], message: expects("longerThanNudge") });
  },
);

/**
 * When Plazo acts on a customer's message that belongs to no ticket: it asks triage, then opens a ticket. Both count from the message,
 * in the plan's calendar.
 */
export const watch = strict({ ask: duration, open: duration.optional() }).superRefine(({ ask, open }, context) => {
  if (open !== undefined && lengthOf(ask) >= lengthOf(open))
    context.addIssue({ code: "custom", path: ["open"], message: expects("longerThanAsk") });
});
