import { digits, type ActionReader } from "../../chat/action-arguments.ts";
import { button } from "../../requests/action-handlers.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { ifAllowed, work, type Routed } from "../../requests/routed.ts";
import type { UnticketedChoice } from "../../tickets/thread/unticketed.ts";

interface Chosen {
  readonly unticketed: number;
}

const chosen: ActionReader<Chosen> = ([row]) => {
  const unticketed = digits(row, 14);
  return unticketed === null ? null : { unticketed };
};

const choose = (choice: UnticketedChoice) => ({
  carries: chosen,
  press: ({ unticketed }: Chosen, _: unknown, context: RequestContext): Routed =>
    ifAllowed(context, "unticketed", () => work({ kind: "decideUnticketed", unticketed, choice })),
});

/** What triage can choose about messages that belong to no ticket. */
export const buttons = {
  "ticket-from-channel": button(choose("ticket")),
  "answered-elsewhere": button(choose("elsewhere")),
  "not-a-request": button(choose("notRequest")),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly unticketed: { readonly button: keyof typeof buttons };
  }
}
