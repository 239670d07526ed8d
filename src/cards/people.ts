import { readsLikeStaff } from "../desk/look-alike.ts";
import type { Desk } from "../desk/desk.ts";
import { isStaff } from "../tickets/principal.ts";
import type { Ticket } from "../tickets/ticket.ts";
import type { Say } from "../i18n/say.ts";

/** A customer's name for the team. One that reads like the name of a person on the staff is marked: people choose their names. */
export const customerName = (name: string, desk: Desk, say: Say): string =>
  readsLikeStaff(name, desk) ? say("said.notOfTeam", { name }) : name;

/** The same for who asked, which may be a person on the staff. */
export const requesterName = ({ requester }: Pick<Ticket, "requester">, desk: Desk, say: Say): string =>
  isStaff(requester.user, desk) ? requester.name : customerName(requester.name, desk, say);
