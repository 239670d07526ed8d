import {
  addContact,
  contactsOfAccount,
  everyContactOfAccount,
  newContactIdentity,
} from "../../db/access/contact-store.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { Card } from "../../chat/card.ts";
import type { Account } from "../../desk/desk.ts";
import { addressNamed, type Follower } from "../../features/followers/index.ts";
import { refusalCard } from "../../features/message-cards/index.ts";
import type { WorkDeps } from "../../jobs/deps.ts";
import type { Intent } from "../../requests/intent.ts";
import { outcomeCard } from "../../requests/outcome-card.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { execute } from "../../tickets/execute/execute.ts";
import { askerOf, oneTicket } from "../../tickets/execute/queries.ts";
import type { Refusal } from "../../tickets/messages.ts";
import { managesAccess } from "../../features/client-access/index.ts";
import type { Ticket } from "../../tickets/ticket.ts";

type Deps = Pick<WorkDeps, "database" | "desk" | "now" | "onEvents" | "onOutcomes" | "onRefusal" | "traces">;

/** The contact with an address. One whom nobody invited becomes a contact who sees their own tickets and those they follow. */
const withAddress = async (
  { database: { db }, now }: Deps,
  {
    address,
    ticket,
    account,
    context,
  }: { readonly address: string; readonly ticket: Ticket; readonly account: Account; readonly context: RequestContext },
): Promise<Follower | Refusal> => {
  const knownAs = `email:${address}` as const;
  const before = (await everyContactOfAccount(db, account.key)).find((each) => each.knownAs === knownAs);
  const name = ticket.copied.find((each) => each.address === address)?.name ?? "";
  const shown = before?.name ?? (name === "" ? address : name);
  const { principal, desk, actor } = context;
  const mayInvite = principal.is === "staff" && managesAccess(principal.person, account, desk);
  if (before !== undefined && before.withdrawnAt !== null && !mayInvite)
    return { reason: "accessWithdrawn", name: shown };
  const added = { account: account.key, knownAs, name: shown, how: "invited", seesAll: false } as const;
  const { user } = await addContact(db, { ...added, user: newContactIdentity(), addedBy: actor.user, addedAt: now() });
  return { user, name: shown };
};

const withName = async ({ database: { db } }: Deps, name: string, account: Account): Promise<Follower | Refusal> => {
  const alike = (await contactsOfAccount(db, account.key)).filter(
    (each) => each.name.localeCompare(name, undefined, { sensitivity: "base" }) === 0,
  );
  const [only, ...others] = alike;
  return only === undefined || others.length > 0 ? { reason: "noContact", name } : { user: only.user, name: only.name };
};

/** Adds a follower to a ticket, by address or name. The contact is told. */
export const follow = async (
  deps: Deps,
  inboundEvent: InboundEvent,
  { number, person }: Extract<Intent, { kind: "follow" }>,
  context: RequestContext,
): Promise<Card> => {
  const { desk, viewer, actor } = context;
  const refused = (refusal: Refusal): Card => refusalCard(refusal, number, { desk, viewer });
  const found = await oneTicket(deps.database.db, desk, askerOf(inboundEvent), { number });
  if (!found.ok) return refused(found.refusal);
  const { ticket } = found;
  const account = ticket.account === null ? undefined : desk.accounts[ticket.account];
  if (account === undefined) return refused({ reason: "noAccount" });
  const address = addressNamed(person);
  const follower =
    address === null
      ? await withName(deps, person, account)
      : await withAddress(deps, { address, ticket, account, context });
  if ("reason" in follower) return refused(follower);
  const command = { type: "addFollower", by: actor, at: inboundEvent.at, ...follower } as const;
  const outcome = await execute(deps, { key: inboundEvent.key, number, command });
  return (
    outcomeCard({ kind: "change", number, command }, outcome, desk, viewer) ?? refused({ reason: "doesNotFollow" })
  );
};
