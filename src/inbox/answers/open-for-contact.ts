import type { Card } from "../../chat/card.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import { contactsKnownAs } from "../../db/access/contact-store.ts";
import type { Database } from "../../db/connection/handle.ts";
import { withFallbackPlace } from "../../delivery/fallback-place.ts";
import type { WorkDeps } from "../../jobs/deps.ts";
import type { Intent } from "../../requests/intent.ts";
import { outcomeCard } from "../../requests/outcome-card.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { execute, type CommandOutcome } from "../../tickets/execute/execute.ts";
import { platformOf, type UserRef } from "../../tickets/refs.ts";

type Open = Extract<Intent, { kind: "open" }>;

interface NamedContact {
  readonly user: UserRef;
  readonly name: string;
}

/**
 * The contact whom the agent named. An address stands for the contact who has it: their tickets are those of their identity in the
 * client area, where mail is a way in. Null if no contact has it, or contacts of several accounts.
 */
const contactNamed = async (db: Database, named: NamedContact): Promise<NamedContact | null> => {
  if (platformOf(named.user) !== "email") return named;
  const invited = (await contactsKnownAs(db, named.user)).filter(({ how }) => how === "invited");
  const [only, ...others] = invited;
  return only === undefined || others.length > 0 ? null : { user: only.user, name: only.name };
};

/** Opens a ticket for a contact. The agent reads a private answer; the contact gets the receipt where they are. */
export const openForContact = async (
  deps: Pick<WorkDeps, "database" | "desk" | "now" | "onEvents" | "onOutcomes" | "onRefusal" | "ports">,
  { key }: InboundEvent,
  { command }: Open,
  { desk, viewer }: RequestContext,
): Promise<Card | null> => {
  const { contact: named } = command;
  if (named === undefined) throw new Error("the command names no contact");
  const contact = await contactNamed(deps.database.db, named);
  const outcome: CommandOutcome =
    contact === null
      ? { ok: false, refusal: { reason: "noContact", name: named.name } }
      : await execute(deps, { key, number: null, command: { ...command, contact } });
  return outcomeCard({ kind: "open", command }, await withFallbackPlace(deps, outcome, desk), desk, viewer);
};
