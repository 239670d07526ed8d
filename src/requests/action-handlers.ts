import type { ActionReader } from "../chat/action-arguments.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import { problemCard } from "../cards/problem-card.ts";
import type { RequestContext } from "./request-context.ts";
import { answer, changeTicket, ifAllowed, type Routed } from "./routed.ts";
import type { Parsed } from "./submitted-values.ts";

export type Press = Extract<InboundEvent, { kind: "press" }>;
export type Submission = Extract<InboundEvent, { kind: "submit" }>;

/** What a pressed button means, with what it carries. */
export interface ReadButton {
  readonly carried: object;
  readonly isForCustomers: boolean;
  readonly route: (press: Press, context: RequestContext) => Routed;
}

/** A button of a feature. */
export interface DeclaredButton {
  /** Customers may press it, so even one of an older version gets a friendly answer. */
  readonly isForCustomers: boolean;
  /** Reads its arguments; null if no button of this version has them. */
  readonly read: (words: readonly string[]) => ReadButton | null;
}

export type PressHandler<Carried extends object> = (carried: Carried, press: Press, context: RequestContext) => Routed;

interface ButtonDefinition<Carried extends object> {
  readonly carries: ActionReader<Carried>;
  /** Customers may press it, always or with this content. It checks only the permission of its own command. */
  readonly forCustomers?: true | ((carried: Carried) => boolean);
  readonly press: PressHandler<Carried>;
}

/** Declares a button: what it carries, and what a press does. */
export const button = <Carried extends object>({
  carries,
  forCustomers,
  press: handle,
}: ButtonDefinition<Carried>): DeclaredButton => ({
  isForCustomers: forCustomers === true,
  read: (words) => {
    const carried = carries(words);
    if (carried === null) return null;
    return {
      carried,
      isForCustomers: typeof forCustomers === "function" ? forCustomers(carried) : forCustomers === true,
      route: (press, context) => handle(carried, press, context),
    };
  },
});

/** What a submitted form means, with what its action carries. */
export interface ReadForm {
  readonly carried: object;
  readonly route: (submission: Submission, context: RequestContext) => Routed;
}

/** A form of a feature. */
export interface DeclaredForm {
  /** Reads its arguments; null if no form of this version has them. */
  readonly read: (words: readonly string[]) => ReadForm | null;
}

export type SubmitHandler<Carried extends object> = (
  carried: Carried,
  submission: Submission,
  context: RequestContext,
) => Routed;

/** Declares a form: what its action carries besides the fields, and what a submission does. */
export const form = <Carried extends object>({
  carries,
  submit,
}: {
  readonly carries: ActionReader<Carried>;
  readonly submit: SubmitHandler<Carried>;
}): DeclaredForm => ({
  read: (words) => {
    const carried = carries(words);
    return carried === null ? null : { carried, route: (submission, context) => submit(carried, submission, context) };
  },
});

/** The answer to a button or form that only an older version had. */
export const oldAction = ({ viewer }: RequestContext): Routed =>
  answer({ kind: "private", card: problemCard({ problem: "oldButton" }, viewer) });

/** Continues with the values of a form, or says which fields are wrong. */
export const whenRight = <Value>(parsed: Parsed<Value>, next: (value: Value) => Routed): Routed =>
  parsed.ok ? next(parsed.value) : answer({ kind: "fieldErrors", errors: parsed.errors });

type Plain = "claim" | "resolve" | "reopen" | "acknowledge" | "reportCalled" | "claimTech";

/** For a button that is a command and needs only the ticket. */
export const pressGives =
  (type: Plain) =>
  ({ ticket }: { readonly ticket: number }, press: Press, context: RequestContext): Routed =>
    ifAllowed(context, type, () => changeTicket(context, press.at, ticket, { type }));
