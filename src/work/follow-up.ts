import { handle } from "../app/handle.ts";
import { outcomeCard } from "../bot/respond.ts";
import type { Scene } from "../bot/scene.ts";
import type { Card } from "../chat/card.ts";
import type { Happening } from "../chat/happening.ts";
import { whatBecomes } from "../domain/reopening.ts";
import { isColleague, isTheirs } from "../domain/may.ts";
import { severityOf, type Ticket } from "../domain/ticket.ts";
import type { WorkDeps } from "./deps.ts";

/**
 * A customer wrote below a ticket that was closed too long ago to be opened again: their words open another one, and both say
 * so. Null where the words belong to the ticket itself. Each half is known by its key, so a repeat goes on where it stopped.
 */
export const followUp = async (
  deps: Pick<WorkDeps, "database" | "desk" | "now">,
  happening: Extract<Happening, { kind: "message" }>,
  ticket: Ticket,
  text: string,
  scene: Scene,
): Promise<Card | null> => {
  const { desk, standing, actor, reader } = scene;
  const { at, key } = happening;
  if (actor.user !== ticket.requester.user && isColleague(actor.user, actor.membership, desk)) return null;
  if (!isTheirs(actor.user, standing, ticket, desk)) return null;
  if (whatBecomes(ticket, text, at, desk) !== "followsUp") return null;
  const command = {
    type: "open",
    by: actor,
    at,
    title: ticket.title,
    description: text,
    severity: severityOf(ticket),
    askedIn: happening.channel,
    follows: ticket.number,
    kind: ticket.kind,
  } as const;
  const opened = await handle(deps, { key, number: null, command });
  if (opened.ok)
    await handle(deps, {
      key: `${key} follows`,
      number: ticket.number,
      command: { type: "followUp", by: actor, at, to: opened.ticket.number },
    });
  return outcomeCard({ kind: "open", command }, opened, desk, reader);
};
