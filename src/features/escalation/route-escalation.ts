import type { Instant } from "../../sla/instant.ts";
import type { Account } from "../../desk/desk.ts";
import { accountOfChannel } from "../../tickets/principal.ts";
import type { ChannelRef } from "../../tickets/refs.ts";
import { scores } from "../../tickets/ticket-records.ts";
import { callForm } from "../callback/call-form.ts";
import { maxText } from "../../i18n/form-limits.ts";
import { problemCard } from "../message-cards/problem-card.ts";
import { cleanText } from "../../requests/clean-text.ts";
import { phoneAndTime } from "../callback/phone-and-time.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { answer, changeTicket, ifAllowed, work, type Routed } from "../../requests/routed.ts";

/** To the head of support, with or without a reason. */
export const routeEscalation = (context: RequestContext, at: Instant, number: number, said: string): Routed =>
  ifAllowed(context, "escalate", () => {
    const why = cleanText(said).slice(0, maxText);
    return changeTicket(context, at, number, { type: "escalate", why: why === "" ? null : why });
  });

/** The form that asks on which number, and when. */
export const callMe = (context: RequestContext, number: number, typed: string): Routed =>
  ifAllowed(context, "requestCall", () =>
    answer({ kind: "form", form: callForm(number, typed, context.principal, context.desk, context.viewer) }),
  );

/** A call: which number to ring where nothing was said, a request where a number was, else the form. */
export const askForCall = (context: RequestContext, at: Instant, number: number, said: string): Routed =>
  ifAllowed(context, "requestCall", () => {
    if (said === "") return work({ kind: "ask", question: { kind: "call", number } });
    const wanted = phoneAndTime(said);
    return wanted === null
      ? callMe(context, number, said)
      : changeTicket(context, at, number, { type: "requestCall", ...wanted });
  });

/** Whose account somebody asks about: their own, or for staff that of the channel they are in. */
export const accountHere = ({ principal, desk }: RequestContext, channel: ChannelRef): Account | null =>
  principal.is === "customer" ? principal.account : accountOfChannel(channel, desk);

/** An answer to how it was. */
export const routeRating = (
  context: RequestContext,
  at: Instant,
  number: number,
  argument: string | undefined,
): Routed =>
  ifAllowed(context, "rate", () => {
    const score = scores.find((each) => each === argument);
    return score === undefined
      ? answer({ kind: "private", card: problemCard({ problem: "oldButton" }, context.viewer) })
      : changeTicket(context, at, number, { type: "rate", score });
  });
