import type { Instant } from "../../sla/instant.ts";

import { problemCard } from "../message-cards/problem-card.ts";
import { parseUntil } from "./parse-until.ts";
import type { ButtonHandlers } from "../../requests/action-handlers.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { answer, ifAllowed, work, type Routed } from "../../requests/routed.ts";

/** Somebody is out until a time they name, in their own zone. */
export const goOut = (context: RequestContext, text: string, at: Instant): Routed =>
  ifAllowed(context, "away", () => {
    if (context.principal.is !== "staff") return answer({ kind: "ignore" });
    const until = parseUntil(text, at, context.viewer.timezone);
    return until === null
      ? answer({ kind: "private", card: problemCard({ problem: "badUntil", text }, context.viewer) })
      : work({ kind: "away", person: context.principal.person.key, until });
  });

/** Somebody is back. */
export const comeBack = (context: RequestContext): Routed =>
  ifAllowed(context, "away", () =>
    context.principal.is === "staff"
      ? work({ kind: "away", person: context.principal.person.key, until: null })
      : answer({ kind: "ignore" }),
  );

export const availabilityButtons = {
  out: ({ until }, { at }, context) => goOut(context, until, at),
} satisfies ButtonHandlers<"out">;
