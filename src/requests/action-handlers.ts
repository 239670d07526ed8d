import type { ButtonAction, ButtonVerb, FormAction, FormVerb } from "../chat/action.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import { problemCard } from "../cards/problem-card.ts";
import type { RequestContext } from "./request-context.ts";
import { answer, changeTicket, ifAllowed, type Routed } from "./routed.ts";
import type { Parsed } from "./submitted-values.ts";

export type Press = Extract<InboundEvent, { kind: "press" }>;
export type Submission = Extract<InboundEvent, { kind: "submit" }>;

export type ButtonHandler<Verb extends ButtonVerb> = (
  action: Extract<ButtonAction, { verb: Verb }>,
  press: Press,
  context: RequestContext,
) => Routed;

/** What some buttons do. Each feature handles its own. */
export type ButtonHandlers<Verb extends ButtonVerb> = { readonly [Each in Verb]: ButtonHandler<Each> };

export type FormHandler<Verb extends FormVerb> = (
  action: Extract<FormAction, { verb: Verb }>,
  submission: Submission,
  context: RequestContext,
) => Routed;

/** What some forms do when they are submitted. Each feature handles its own. */
export type FormHandlers<Verb extends FormVerb> = { readonly [Each in Verb]: FormHandler<Each> };

/** The answer to a button or form that only an older version had. */
export const oldAction = ({ viewer }: RequestContext): Routed =>
  answer({ kind: "private", card: problemCard({ problem: "oldButton" }, viewer) });

/** Continues with the values of a form, or says which fields are wrong. */
export const whenRight = <Value>(parsed: Parsed<Value>, next: (value: Value) => Routed): Routed =>
  parsed.ok ? next(parsed.value) : answer({ kind: "fieldErrors", errors: parsed.errors });

type Plain = "claim" | "resolve" | "reopen" | "acknowledge" | "reportCalled" | "claimTech";

/** A button that is a command and needs only the ticket. */
export const commandButton =
  (type: Plain) =>
  ({ ticket }: { readonly ticket: number }, press: Press, context: RequestContext): Routed =>
    ifAllowed(context, type, () => changeTicket(context, press.at, ticket, { type }));
