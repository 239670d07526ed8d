import type { Instant } from "../../sla/instant.ts";
import type { Severity } from "../../sla/severity.ts";
import type { ClockChanges } from "../../tickets/clocks/changed-clocks.ts";
import { changesSomething, noChange, termsOf, whenTermsChange } from "../../tickets/clocks/clock-changes.ts";
import { type Decision, accept, refuse } from "../../tickets/messages.ts";
import type { DecideContext } from "../../tickets/rules.ts";
import { accountOfChannel } from "../../tickets/principal.ts";
import { wouldShowOthers } from "../../tickets/conversation-place.ts";
import { lowers } from "../../sla/severity.ts";
import { pagesFor } from "../../tickets/routes/paging.ts";
import { severityOf } from "../../tickets/ticket.ts";

/** A ticket whose terms change, with its ended pauses, and the desk that names the terms. */
type Planned = Pick<DecideContext<"replan">, "ticket" | "pauses" | "desk">;

/** What another severity changes on the clocks. */
export const clocksOfSeverity = ({ ticket, pauses, desk }: Planned, to: Severity, at: Instant): ClockChanges =>
  severityOf(ticket) === to
    ? noChange
    : whenTermsChange(ticket, { ...termsOf(ticket, desk), severity: to, pauses }, at);

/** What another account changes on the clocks. An account that the desk does not name has the terms of an unknown one. */
export const clocksOfAccount = ({ ticket, pauses, desk }: Planned, to: string, at: Instant): ClockChanges =>
  whenTermsChange(
    ticket,
    { ...termsOf(ticket, desk), account: desk.accounts[to] ?? null, pauses },
    at,
    // The customer knows a due time from before their plan was known. A slower plan does not move it later.
    ticket.account === null ? "later" : undefined,
  );

/** What following the desk again changes on the clocks. */
export const clocksOfReplan = ({ ticket, pauses, desk }: Planned, at: Instant): ClockChanges =>
  whenTermsChange(ticket, { ...termsOf(ticket, desk), pauses }, at);

/** Triage sets the severity. Lowering a confirmed one needs a reason. */
export const setSeverity = (context: DecideContext<"setSeverity">): Decision => {
  const { ticket, command } = context;
  const { severity: to } = command;
  const reason = command.reason?.trim() ?? "";
  if (ticket.kind === "consulting") return refuse({ reason: "consultingHasNone" });
  if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
  if (ticket.sla.confirmedSeverity === to) return refuse({ reason: "alreadyThat", what: "severity" });
  if (lowers(ticket.sla.confirmedSeverity, to) && reason === "") return refuse({ reason: "reasonNeeded" });
  const from = severityOf(ticket);
  const clocks = clocksOfSeverity(context, to, command.at);
  return accept(command, { type: "severitySet", from, to, reason: reason === "" ? null : reason, clocks });
};

/** Sets the ticket's account, and so its plan. */
export const setAccount = (context: DecideContext<"setAccount">): Decision => {
  const { ticket, command, desk } = context;
  const account = desk.accounts[command.account];
  if (account === undefined) return refuse({ reason: "noSuchAccount", name: command.account });
  if (ticket.account === account.key) return refuse({ reason: "alreadyThat", what: "account" });
  const { conversation } = ticket;
  const host = conversation.kind === "channel" ? accountOfChannel(conversation.channel, desk) : null;
  if (host !== null && host.key !== account.key) return refuse({ reason: "channelOfAnother", name: host.name });
  if (wouldShowOthers(ticket, account.key, desk))
    return refuse({ reason: "requesterOfAnother", requester: ticket.requester.name, name: account.name });
  const clocks = clocksOfAccount(context, account.key, command.at);
  const set = { type: "accountSet", from: ticket.account, to: account.key, clocks } as const;
  if (ticket.kind !== "consulting" || ticket.status === "resolved") return accept(command, set);
  const theirs = { ...ticket, account: account.key };
  return accept(command, set, {
    type: "consultingRouted",
    page: pagesFor("consulting", theirs, desk, command.at),
  });
};

/** The open targets follow the current desk file; unchanged ones stay untouched. */
export const replan = (context: DecideContext<"replan">): Decision => {
  const { command } = context;
  const clocks = clocksOfReplan(context, command.at);
  return changesSomething(clocks) ? accept(command, { type: "replanned", clocks }) : refuse({ reason: "notDue" });
};
