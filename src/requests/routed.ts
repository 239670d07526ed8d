import type { Instant } from "../sla/instant.ts";
import type { FirstAnswer } from "../chat/answer.ts";

import type { Permission } from "../tickets/permissions.ts";
import { permitted } from "../tickets/permissions.ts";
import { sayIn } from "../i18n/say.ts";
import { sentenceCard } from "../i18n/spans.ts";
import type { Intent, NewCommand } from "./intent.ts";
import type { RequestContext } from "./request-context.ts";

/** What an inbound event turned out to be: answered at once, or work with an intent. */
export type Routed =
  | { readonly means: "answer"; readonly answer: Exclude<FirstAnswer, { kind: "work" }> }
  | { readonly means: "work"; readonly intent: Intent };

type Change = Exclude<NewCommand, { type: "open" }>;
/** A change of a ticket without who and when. */
export type CommandBody = Change extends infer C ? (C extends Change ? Omit<C, "by" | "at"> : never) : never;

/** Answered at once. */
export const answer = (first: Exclude<FirstAnswer, { kind: "work" }>): Routed => ({
  means: "answer",
  answer: first,
});

/** To be worked on. */
export const work = (intent: Intent): Routed => ({ means: "work", intent });

/** A change of a ticket, by the person of the scene. */
export const changeTicket = (context: RequestContext, at: Instant, number: number, deed: CommandBody): Routed =>
  work({ kind: "change", number, command: { ...deed, by: context.actor, at } as Change });

/** Goes on where the person may wish this at all, else refuses in private. `verb` is what the log calls it. */
export const ifAllowed = (context: RequestContext, wish: Permission, next: () => Routed, verb: string = wish): Routed =>
  permitted(context.principal, wish) === "no"
    ? answer({
        kind: "private",
        card: sentenceCard(sayIn(context.viewer.locale)("refusal.notAllowed")),
        refused: verb,
      })
    : next();
