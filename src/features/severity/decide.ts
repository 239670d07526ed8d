import { changesSomething, noChange, termsOf, whenTermsChange } from "../../tickets/clocks/clock-changes.ts";
import { type Decision, accept, refuse } from "../../tickets/messages.ts";
import type { DecideContext } from "../../tickets/rules.ts";
import { accountOfChannel } from "../../tickets/principal.ts";
import { wouldShowOthers } from "../../tickets/conversation-place.ts";
import { lowers } from "../../sla/severity.ts";
import { pagesFor } from "../../tickets/routes/paging.ts";
import { severityOf } from "../../tickets/ticket.ts";

/** Triage sets the severity. Lowering a confirmed one needs a reason. */
export const setSeverity = ({ ticket, pauses, command, desk }: DecideContext<"setSeverity">): Decision => {
  const { severity: to } = command;
  const reason = command.reason?.trim() ?? "";
  if (ticket.kind === "consulting") return refuse({ reason: "consultingHasNone" });
  if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
  if (ticket.sla.confirmedSeverity === to) return refuse({ reason: "alreadyThat", what: "severity" });
  if (lowers(ticket.sla.confirmedSeverity, to) && reason === "") return refuse({ reason: "reasonNeeded" });
  const from = severityOf(ticket);
  const clocks =
    from === to ? noChange : whenTermsChange(ticket, { ...termsOf(ticket, desk), severity: to, pauses }, command.at);
  return accept(command, { type: "severitySet", from, to, reason: reason === "" ? null : reason, clocks });
};

/** Sets the ticket's account, and so its plan. */
export const setAccount = ({ ticket, pauses, command, desk }: DecideContext<"setAccount">): Decision => {
  const account = desk.accounts[command.account];
  if (account === undefined) return refuse({ reason: "noSuchAccount", name: command.account });
  if (ticket.account === account.key) return refuse({ reason: "alreadyThat", what: "account" });
  const { conversation } = ticket;
  const host = conversation.kind === "channel" ? accountOfChannel(conversation.channel, desk) : null;
  if (host !== null && host.key !== account.key) return refuse({ reason: "channelOfAnother", name: host.name });
  if (wouldShowOthers(ticket, account.key, desk))
    return refuse({ reason: "requesterOfAnother", requester: ticket.requester.name, name: account.name });
  // The customer knows a due time from before their plan was known. A slower plan does not move it later.
  const never = ticket.account === null ? "later" : undefined;
  const clocks = whenTermsChange(ticket, { ...termsOf(ticket, desk), account, pauses }, command.at, never);
  const set = { type: "accountSet", from: ticket.account, to: account.key, clocks } as const;
  if (ticket.kind !== "consulting" || ticket.status === "resolved") return accept(command, set);
  const theirs = { ...ticket, account: account.key };
  return accept(command, set, {
    type: "consultingRouted",
    page: pagesFor("consulting", theirs, desk, command.at),
  });
};

/** The open targets follow the current desk file; unchanged ones stay untouched. */
export const replan = ({ ticket, pauses, command, desk }: DecideContext<"replan">): Decision => {
  const clocks = whenTermsChange(ticket, { ...termsOf(ticket, desk), pauses }, command.at);
  return changesSomething(clocks) ? accept(command, { type: "replanned", clocks }) : refuse({ reason: "notDue" });
};
