import type { Desk } from "../../desk/desk.ts";
import { dateAt } from "../../sla/wall-clock.ts";
import { refreshCards } from "../../tickets/effect.ts";
import { accept, refuse, type Decision } from "../../tickets/messages.ts";
import { sendPage } from "../../tickets/routes/paging.ts";
import { support, type CommandOf, type FeatureRules, type Fields } from "../../tickets/rules.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import type { ConsultingEvent, TimeCommand } from "./messages.ts";

/** The zone whose days count on a ticket: the account's, as in its statements. */
const zoneOfTicket = ({ account }: Pick<Ticket, "account">, { accounts, timezone }: Desk): string =>
  (account !== null && Object.hasOwn(accounts, account) ? accounts[account]?.timezone : undefined) ?? timezone;

/** Staff record time on a consulting ticket, whatever its status. The sum never falls below zero. */
const recordTime = (ticket: Ticket, command: CommandOf<"recordTime">, desk: Desk): Decision => {
  const { minutes, day, note } = command;
  if (ticket.kind !== "consulting") return refuse({ reason: "notConsulting" });
  if (ticket.consultingMinutes + minutes < 0)
    return refuse({ reason: "tooMuchTakenAway", minutes: ticket.consultingMinutes });
  if (day > dateAt(zoneOfTicket(ticket, desk), command.at)) return refuse({ reason: "dayNotReached" });
  return accept(command, { type: "timeRecorded", minutes, day, note });
};

export const consulting = {
  fields: { consultingMinutes: 0 },
  commands: {
    recordTime: { permission: support, decide: ({ ticket, command, desk }) => recordTime(ticket, command, desk) },
  },
  events: {
    consultingRouted: { evolve: () => ({}), effects: (event) => event.page.map(sendPage) },
    timeRecorded: {
      evolve: (ticket, { minutes }) => ({ consultingMinutes: ticket.consultingMinutes + minutes }),
      effects: () => [refreshCards],
    },
  },
} satisfies Fields<"consultingMinutes"> & FeatureRules<TimeCommand, ConsultingEvent>;
