import type { Context } from "hono";
import { openTicketsOf, openTicketsWithTitles } from "../../../../db/affected-tickets-store.ts";
import type { Database } from "../../../../db/connection/handle.ts";
import type { DeskProposal } from "../../../../db/desk/proposal-store.ts";
import { withoutEntry, type NamingPlace } from "../../../../desk/editing/references.ts";
import type { WebEnv } from "../../../deps.ts";
import type { Posted } from "../../../posted.ts";
import type { DeskPage } from "../../desk-page.ts";
import { ticketsCounted } from "../leaving.ts";
import { proposeDocument } from "../propose.ts";
import { placeInput, successorInput, successorsAt, successorsOf, ticketInput, type Leaving } from "./leaving-page.ts";
import { removalPath } from "./paths.ts";
import { leftEmpty, placesOf, type Removable } from "./removal-page.ts";

/** More tickets than these go to one person. */
const ticketsListed = 50;

/** A person who is removed, with their open tickets. */
export const leavingOf = async (removable: Removable, db: Database): Promise<Leaving> => ({
  ...removable,
  tickets: await openTicketsWithTitles(db, removable.key, ticketsListed),
  open: (await openTicketsOf(db, removable.key, 0, ticketsCounted)).length,
});

type Succession = DeskProposal["handOver"][string];

/** Who takes over what, as the form says it. */
interface Answers {
  readonly succession: Succession;
  readonly at: (place: NamingPlace) => string | null;
}

/** The answers of the form; null if nothing is chosen for what has no choice of its own. */
const answersOf = (leaving: Leaving, { values }: Pick<Posted, "values">): Answers | null => {
  const known = successorsOf(leaving).map(({ value }) => value);
  const rest = values.get(successorInput) ?? "";
  const has = placesOf(leaving).length + leaving.open > 0;
  if (has && rest !== leftEmpty && !known.includes(rest)) return null;
  const to = known.includes(rest) ? rest : null;
  /** A choice of its own, or that for the rest. */
  const chosen = (input: string, allowed: readonly string[]): string | null => {
    const own = values.get(input) ?? "";
    if (own === leftEmpty) return null;
    const wanted = own === "" ? to : own;
    return wanted !== null && allowed.includes(wanted) ? wanted : null;
  };
  const tickets = leaving.tickets.flatMap(({ number }) => {
    const person = chosen(ticketInput(number), known);
    return person === to ? [] : [[String(number), person] as const];
  });
  return {
    succession: { to, tickets: Object.fromEntries(tickets) },
    at: (place) =>
      chosen(
        placeInput(place),
        successorsAt(place, leaving).map(({ value }) => value),
      ),
  };
};

/** Leads to the preview of a desk without the person; null if the form lacks an answer. */
export const proposeLeaving = async (
  context: Context<WebEnv>,
  leaving: Leaving,
  posted: Posted,
  page: DeskPage,
): Promise<Response | null> => {
  const answers = answersOf(leaving, posted);
  if (answers === null) return null;
  const { document, section, key, basedOn } = leaving;
  return proposeDocument(context, withoutEntry(document, section, key, answers.at), {
    page,
    basedOn,
    back: removalPath(section, key),
    handOver: { [key]: answers.succession },
  });
};
