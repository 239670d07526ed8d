import { forgetMailFailure } from "../../db/mail/mail-failure-store.ts";
import type { Card } from "../../chat/card.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import {
  addContact,
  contactsAddedBy,
  everyContactOfAccount,
  holdingContacts,
  invitedByContactsSince,
  newContactIdentity,
  readContact,
  setContactRight,
  withdrawContact,
} from "../../db/access/contact-store.ts";
import type { Tx } from "../../db/connection/handle.ts";
import { readTicket } from "../../db/ticket-store.ts";
import type { Account } from "../../desk/desk.ts";
import {
  accessCard,
  invitationCard,
  invitedCard,
  isAccessManager,
  managesAccess,
  rememberedCard,
  rememberOffer,
  withdrawnCard,
} from "../../features/client-access/index.ts";
import { refusalCard } from "../../features/message-cards/index.ts";
import { sayIn } from "../../i18n/say.ts";
import { plainTextTimes } from "../../i18n/spelled-out.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type { Invitation, WorkDeps } from "../../jobs/deps.ts";
import type { AccessRequest, Intent } from "../../requests/intent.ts";
import { requestContextOf, type RequestContext } from "../../requests/request-context.ts";
import type { AddedContact } from "../../tickets/contact.ts";
import type { CommandOutcome } from "../../tickets/execute/execute.ts";
import { accountOfUser, seesWholeAccount } from "../../tickets/principal.ts";
import { idOf, platformOf } from "../../tickets/refs.ts";

type AccessDeps = Pick<WorkDeps, "database" | "desk" | "ports" | "now" | "invitation" | "traces">;
type RequestOf<Asks extends AccessRequest["asks"]> = Extract<AccessRequest, { asks: Asks }>;

/** At most this many people are invited for one account by its own contacts within a day, so that mail is not abused. */
const mostByContacts = 30;
const dayMs = 24 * 60 * 60 * 1_000;

/** Who asks, and what they may do, in the transaction that holds the contacts. */
interface Acting {
  readonly tx: Tx;
  readonly context: RequestContext;
}

/**
 * What staff and contacts who may manage access ask about contacts. Their rights are read again once the contacts are locked:
 * the desk, or the access of the person who asks, may have changed while the request waited.
 */
export const manageAccess = async (
  deps: AccessDeps,
  inboundEvent: InboundEvent,
  request: AccessRequest,
  context: RequestContext,
): Promise<Card> => {
  const holding = <T>(work: (acting: Acting) => Promise<T>): Promise<T> =>
    holdingContacts(deps.database.db, async (tx) =>
      work({ tx, context: requestContextOf(inboundEvent, await deps.desk.read(tx)) }),
    );
  switch (request.asks) {
    case "invite": {
      const admitted = await holding((acting) => admit(deps, request, acting));
      return "link" in admitted ? sendInvitation(deps, inboundEvent.key, admitted) : admitted;
    }
    case "list":
      return ifManaged(deps, { key: request.account, contacts: false }, context, async (account) =>
        accessCard(account, await everyContactOfAccount(deps.database.db, account.key), context.desk, context.viewer),
      );
    case "withdraw":
      return holding((acting) => withdraw(deps, request, acting));
    case "setRight":
      return holding((acting) => setRight(deps, request, acting));
    case "remember":
      return holding((acting) => remember(deps, request, acting));
  }
};

/**
 * Continues if this person may manage the access to the account. `contacts`: whether contacts who may manage it may do this,
 * too.
 */
const ifManaged = async <T>(
  { traces }: AccessDeps,
  { key, contacts }: { readonly key: string | null; readonly contacts: boolean },
  context: RequestContext,
  next: (account: Account) => Promise<T>,
): Promise<T | Card> => {
  const { desk, principal, actor, viewer } = context;
  const account = key !== null && Object.hasOwn(desk.accounts, key) ? desk.accounts[key] : undefined;
  const may =
    account !== undefined &&
    (principal.is === "staff"
      ? managesAccess(principal.person, account, desk)
      : contacts && isAccessManager(actor.user, principal, account));
  if (!may) {
    traces?.refused(actor, "notAllowed", "manageAccess");
    return refusalCard({ reason: "notAllowed" }, null, { desk, viewer });
  }
  return next(account);
};

/** A contact who was let in, and their link, which is not sent yet. */
interface Admitted {
  readonly contact: AddedContact;
  readonly link: Invitation;
  readonly account: Account;
  readonly context: RequestContext;
}

/**
 * Lets a person into the client area and makes their link. If the right of the person who invites ends later, the same change
 * finds the contact and the link.
 */
const admit = async (
  deps: AccessDeps,
  request: RequestOf<"invite">,
  { tx, context }: Acting,
): Promise<Admitted | Card> =>
  ifManaged(deps, { key: request.account, contacts: true }, context, async (account) => {
    const { desk, actor, viewer, principal } = context;
    const { now, invitation } = deps;
    const say = sayIn(viewer.locale);
    const byContact = principal.is === "customer";
    if (invitation === undefined) return sentenceCard(say("clientAccess.areaOff"));
    const { knownAs } = request;
    const other = accountOfUser(knownAs, desk);
    if (other !== null && other.key !== account.key)
      return sentenceCard(
        byContact ? say("clientAccess.cannotInvite") : say("clientAccess.ofAnother", { name: request.name }),
      );
    // A contact gets no link of another person, so they invite by mail only.
    if (byContact && platformOf(knownAs) !== "email") return sentenceCard(say("clientAccess.cannotInvite"));
    if (byContact && (await invitedByContactsSince(tx, account.key, now() - dayMs)) >= mostByContacts)
      return sentenceCard(say("clientAccess.tooMany"));
    const contact = await addContact(tx, {
      user: newContactIdentity(),
      account: account.key,
      knownAs,
      name: request.name,
      how: "invited",
      addedBy: actor.user,
      addedAt: now(),
      seesAll: request.seesAll && (!byContact || seesWholeAccount(actor.user, account)),
    });
    // Who invites them again says that their address works.
    await forgetMailFailure(tx, contact.user);
    return { contact, link: await invitation(tx, contact.user, actor.user), account, context };
  });

/**
 * Sends an invitation to the person's address or to their direct messages. If it cannot be sent, the person who invited gets the
 * link, once and in private, unless the contact signed in before. The link itself is stored nowhere.
 */
const sendInvitation = async (
  { ports, now }: AccessDeps,
  key: string,
  { contact, link, account, context: { desk, actor, viewer, principal } }: Admitted,
): Promise<Card> => {
  const say = sayIn(viewer.locale);
  const { name, seesAll, knownAs } = contact;
  const asks = invitationCard({ inviter: actor.name, account, link }, desk);
  // A mail program shows no time in the zone of its reader.
  const sentCard = platformOf(knownAs) === "email" ? plainTextTimes(asks, account, now()) : asks;
  const sent = await ports.get(platformOf(knownAs))?.tell(knownAs, sentCard, { key });
  if (principal.is === "customer" && sent?.ok !== true) return sentenceCard(say("clientAccess.notSent", { name }));
  // A link signs in as the contact, so it is shown to no other person once the contact has used theirs.
  if (contact.lastSeenAt !== null && sent?.ok !== true) return sentenceCard(say("clientAccess.linkNotShown", { name }));
  const to = platformOf(knownAs) === "email" ? idOf(knownAs) : name;
  return invitedCard({ name, seesAll, account, link, sentTo: sent?.ok === true ? to : null }, viewer);
};

const withdraw = async (deps: AccessDeps, { user }: RequestOf<"withdraw">, { tx, context }: Acting): Promise<Card> => {
  const contact = await readContact(tx, user);
  return ifManaged(deps, { key: contact?.account ?? null, contacts: true }, context, async (account) => {
    const say = sayIn(context.viewer.locale);
    if (user === context.actor.user) return sentenceCard(say("clientAccess.notYourself"));
    // Contacts see and withdraw access to the client area only, not who belongs to the account in chat.
    if (context.principal.is === "customer" && contact?.how !== "invited")
      return sentenceCard(say("clientAccess.noneToWithdraw"));
    // Who belongs to the account in chat is for the staff to say.
    const withdrawn = await withdrawContact(tx, user, {
      by: context.actor.user,
      at: deps.now(),
      staysInChat: context.principal.is === "customer" && platformOf(contact?.knownAs ?? user) !== "email",
    });
    if (withdrawn === null) return sentenceCard(say("clientAccess.noneToWithdraw"));
    // A contact who managed access may have let in an address of their own.
    const invitees = (await contactsAddedBy(tx, user)).filter((each) => each.how === "invited");
    return withdrawnCard(withdrawn, { account, invitees }, context.viewer);
  });
};

/**
 * Gives a contact a right, or takes it. Who manages access is decided by the staff alone. Which tickets a contact sees is also
 * decided by contacts who manage access, for other people and if they see all tickets themselves.
 */
const setRight = async (
  deps: AccessDeps,
  { user, right, given }: RequestOf<"setRight">,
  { tx, context }: Acting,
): Promise<Card> => {
  const { actor, principal, viewer } = context;
  const contact = await readContact(tx, user);
  const asked = { key: contact?.account ?? null, contacts: right === "seesAll" };
  return ifManaged(deps, asked, context, async (account) => {
    const say = sayIn(viewer.locale);
    if (contact === null || contact.withdrawnAt !== null || contact.how !== "invited")
      return sentenceCard(say("clientAccess.noneToWithdraw"));
    if (principal.is === "customer" && (user === actor.user || !seesWholeAccount(actor.user, account)))
      return sentenceCard(say("clientAccess.notSeeingAll"));
    await setContactRight(tx, user, { right, given, by: actor.user, at: deps.now() });
    const who = { name: contact.name, account: account.name };
    const done = {
      managesAccess: given ? say("clientAccess.managingGiven", who) : say("clientAccess.managingTaken", who),
      seesAll: given ? say("clientAccess.seeingAllGiven", who) : say("clientAccess.seeingAllTaken", who),
    };
    return sentenceCard(done[right]);
  });
};

/** Makes the requester of a ticket a contact of its account. They get no access to the client area by it. */
const remember = async (
  deps: AccessDeps,
  { ticket: number }: RequestOf<"remember">,
  { tx, context }: Acting,
): Promise<Card> => {
  const ticket = await readTicket(tx, number);
  return ifManaged(deps, { key: ticket?.account ?? null, contacts: false }, context, async (account) => {
    const { desk, principal, viewer, actor } = context;
    // Another member of the staff may have done it since.
    if (ticket !== null && rememberOffer(ticket, principal, desk, viewer) !== null)
      await addContact(tx, {
        user: newContactIdentity(),
        account: account.key,
        knownAs: ticket.requester.user,
        name: ticket.requester.name,
        how: "remembered",
        addedBy: actor.user,
        addedAt: deps.now(),
        seesAll: true,
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
