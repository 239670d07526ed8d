import type { Card } from "../../chat/card.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import {
  addContact,
  contactsOfAccount,
  newContactIdentity,
  readContact,
  withdrawContact,
} from "../../db/access/contact-store.ts";
import { readTicket } from "../../db/ticket-store.ts";
import type { Account } from "../../desk/desk.ts";
import {
  accessCard,
  invitationCard,
  invitedCard,
  managesAccess,
  rememberedCard,
  rememberOffer,
} from "../../features/client-access/index.ts";
import { refusalCard } from "../../features/message-cards/index.ts";
import { sayIn } from "../../i18n/say.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type { WorkDeps } from "../../jobs/deps.ts";
import type { AccessRequest, Intent } from "../../requests/intent.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import type { CommandOutcome } from "../../tickets/execute/execute.ts";
import { accountOfUser } from "../../tickets/principal.ts";
import { idOf, platformOf } from "../../tickets/refs.ts";

type AccessDeps = Pick<WorkDeps, "database" | "ports" | "now" | "invitation" | "traces">;
type RequestOf<Asks extends AccessRequest["asks"]> = Extract<AccessRequest, { asks: Asks }>;

/** What a member of the staff asks about contacts. Their rights are checked again, because the desk may have changed. */
export const manageAccess = async (
  deps: AccessDeps,
  inboundEvent: InboundEvent,
  request: AccessRequest,
  context: RequestContext,
): Promise<Card> => {
  switch (request.asks) {
    case "invite":
      return ifManaged(deps, request.account, context, (account) =>
        invite(deps, { inboundEvent, request, account }, context),
      );
    case "list":
      return ifManaged(deps, request.account, context, async (account) =>
        accessCard(account, await contactsOfAccount(deps.database.db, account.key), context.desk, context.viewer),
      );
    case "withdraw":
      return withdraw(deps, request, context);
    case "remember":
      return remember(deps, request, context);
  }
};

const ifManaged = async (
  { traces }: AccessDeps,
  key: string | null,
  context: RequestContext,
  next: (account: Account) => Promise<Card>,
): Promise<Card> => {
  const { desk, principal, actor, viewer } = context;
  const account = key !== null && Object.hasOwn(desk.accounts, key) ? desk.accounts[key] : undefined;
  if (account === undefined || principal.is !== "staff" || !managesAccess(principal.person, account, desk)) {
    traces?.refused(actor, "notAllowed", "manageAccess");
    return refusalCard({ reason: "notAllowed" }, null, { desk, viewer });
  }
  return next(account);
};

/**
 * Lets a person into the client area. The invitation goes to their address or to their direct messages; if it cannot, the
 * person who invited gets the link, once and in private. The link itself is stored nowhere.
 */
const invite = async (
  { database, ports, now, invitation }: AccessDeps,
  {
    inboundEvent,
    request,
    account,
  }: { readonly inboundEvent: InboundEvent; readonly request: RequestOf<"invite">; readonly account: Account },
  { desk, actor, viewer }: RequestContext,
): Promise<Card> => {
  const say = sayIn(viewer.locale);
  if (invitation === undefined) return sentenceCard(say("clientAccess.areaOff"));
  const { knownAs } = request;
  const other = accountOfUser(knownAs, desk);
  if (other !== null && other.key !== account.key)
    return sentenceCard(say("clientAccess.ofAnother", { name: request.name }));
  const contact = await addContact(database.db, {
    user: newContactIdentity(),
    account: account.key,
    knownAs,
    name: request.name,
    how: "invited",
    addedBy: actor.user,
    addedAt: now(),
  });
  const link = await invitation(contact.user, actor.user);
  const sent = await ports
    .get(platformOf(knownAs))
    ?.tell(knownAs, invitationCard({ inviter: actor.name, account, link }, desk), { key: inboundEvent.key });
  const to = platformOf(knownAs) === "email" ? idOf(knownAs) : contact.name;
  return invitedCard({ name: contact.name, account, link, sentTo: sent?.ok === true ? to : null }, viewer);
};

const withdraw = async (deps: AccessDeps, { user }: RequestOf<"withdraw">, context: RequestContext): Promise<Card> => {
  const { db } = deps.database;
  const contact = await readContact(db, user);
  return ifManaged(deps, contact?.account ?? null, context, async (account) => {
    const say = sayIn(context.viewer.locale);
    const withdrawn = await withdrawContact(db, user, { by: context.actor.user, at: deps.now() });
    return sentenceCard(
      withdrawn === null
        ? say("clientAccess.noneToWithdraw")
        : say("clientAccess.withdrawn", { name: withdrawn.name, account: account.name }),
    );
  });
};

/** Makes the requester of a ticket a contact of its account. They get no access to the client area by it. */
const remember = async (
  deps: AccessDeps,
  { ticket: number }: RequestOf<"remember">,
  context: RequestContext,
): Promise<Card> => {
  const ticket = await readTicket(deps.database.db, number);
  return ifManaged(deps, ticket?.account ?? null, context, async (account) => {
    const { desk, principal, viewer, actor } = context;
    // Another member of the staff may have done it since.
    if (ticket !== null && rememberOffer(ticket, principal, desk, viewer) !== null)
      await addContact(deps.database.db, {
        user: newContactIdentity(),
        account: account.key,
        knownAs: ticket.requester.user,
        name: ticket.requester.name,
        how: "remembered",
        addedBy: actor.user,
        addedAt: deps.now(),
      });
    return rememberedCard(ticket?.requester.name ?? "", account, viewer);
  });
};

/** Adds an offer to remember the requester, if staff just named the account of an unknown one. */
export const withRememberOffer = (
  card: Card | null,
  intent: Intent,
  outcome: CommandOutcome,
  { principal, desk, viewer }: RequestContext,
): Card | null => {
  if (!outcome.ok || intent.kind !== "change" || intent.command.type !== "setAccount") return card;
  const offer = rememberOffer(outcome.ticket, principal, desk, viewer);
  if (offer === null) return card;
  return card === null ? offer : { ...card, parts: [...card.parts, ...offer.parts] };
};
