import type { Instant } from "../sla/instant.ts";
import type { FirstAnswer } from "../chat/answer.ts";

import type { Permission } from "../tickets/permissions.ts";
import { permitted } from "../tickets/permissions.ts";
import { sayIn } from "../i18n/say.ts";
import { sentenceCard } from "../i18n/spans.ts";
import type { NewCommand } from "../tickets/messages.ts";
import type { Intent } from "./intent.ts";
import type { RequestContext } from "./request-context.ts";

/** The meaning of an inbound event: an immediate answer, or work with an intent. */
export type Routed =
  | { readonly means: "answer"; readonly answer: Exclude<FirstAnswer, { kind: "work" }> }
  | { readonly means: "work"; readonly intent: Intent };

type Change = Exclude<NewCommand, { type: "open" }>;
/** A command without author and time. */
export type CommandBody = Change extends infer C ? (C extends Change ? Omit<C, "by" | "at"> : never) : never;

/** An immediate answer. */
export const answer = (first: Exclude<FirstAnswer, { kind: "work" }>): Routed => ({
  means: "answer",
  answer: first,
});

/** Work for later. */
export const work = (intent: Intent): Routed => ({ means: "work", intent });

/** A command about a ticket, by the person of the context. */
export const changeTicket = (context: RequestContext, at: Instant, number: number, command: CommandBody): Routed =>
  work({ kind: "change", number, command: { ...command, by: context.actor, at } as Change });

/** Continues if the person may do this at all, else refuses in private. `verb` is the name for the log. */
export const ifAllowed = (
  context: RequestContext,
  permission: Permission,
  next: () => Routed,
  verb: string = permission,
): Routed =>
  permitted(context.principal, permission) === "no"
    ? answer({
        kind: "private",
        card: sentenceCard(sayIn(context.viewer.locale)("refusal.notAllowed")),
        refused: verb,
      })
    : next();
