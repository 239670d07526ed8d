import type { Account, Desk, Person, StaffRole } from "../desk/desk.ts";
import { leftBy } from "../desk/former.ts";
import type { CommandType } from "./messages.ts";
import { platformOf, type ChannelRef, type Membership, type UserRef } from "./refs.ts";

/** Who somebody is to this desk: one of its staff, or a customer (of an account, where one is known). */
export type Principal =
  | { readonly is: "staff"; readonly person: Person }
  | { readonly is: "customer"; readonly account: Account | null };

/** The account a channel belongs to. */
export const accountOfChannel = (channel: ChannelRef, desk: Desk): Account | null =>
  Object.values(desk.accounts).find((each) => each.channels.includes(channel)) ?? null;

/** The account a person was named in. */
export const accountOfUser = (user: UserRef, desk: Desk): Account | null =>
  Object.values(desk.accounts).find((each) => each.contacts.includes(user)) ?? null;

/** Whether an id is that of a person whom the desk names. A person of another workspace may have the same id. */
export const isStaff = (user: UserRef, desk: Desk, membership?: Membership): boolean =>
  membership !== "outside" && Object.values(desk.people).some((person) => person.identities.includes(user));

/**
 * Who somebody is. Staff are those the desk names, by id, everywhere, in its own workspace; so a guest of a shared channel
 * (Slack Connect) is a customer. A customer belongs to the account that names them, else to the account of the channel they
 * are in.
 */
export const identify = (user: UserRef, channel: ChannelRef, desk: Desk, membership?: Membership): Principal => {
  const person =
    membership === "outside" ? undefined : Object.values(desk.people).find((each) => each.identities.includes(user));
  if (person !== undefined) return { is: "staff", person };
  // A colleague who was removed may still sit in a customer's channel, and is no customer for it.
  const byChannel = desk.former.staff.includes(user) ? null : accountOfChannel(channel, desk);
  return { is: "customer", account: accountOfUser(user, desk) ?? byChannel };
};

/**
 * Whether a person is a colleague whom the desk file does not name: a full member of our own workspace who is neither staff nor
 * named in an account. They write in customers' channels, but are no customer.
 */
export const isColleague = (user: UserRef, membership: Membership | undefined, desk: Desk): boolean =>
  membership === "member" && !isStaff(user, desk, membership) && accountOfUser(user, desk) === null;

/** What can be wished for: every command, every question, and the buttons as such. */
export type Permission =
  | CommandType
  | "list"
  | "show"
  | "queue"
  | "history"
  | "transcript"
  | "manager"
  | "help"
  | "away"
  | "notify"
  | "pressButton"
  | "answerPrompt";

const everyStaff: readonly StaffRole[] = ["agent", "manager", "tech", "head", "admin"];
const desk: readonly StaffRole[] = ["agent", "manager", "head", "admin"];
const techs: readonly StaffRole[] = ["tech", "head", "admin"];

/**
 * The one table of who may do what. `customer` says how far a customer may: not at all, or on tickets of their own
 * account (or that they opened themselves). A wish that is missing here does not compile; the clock's own wishes are
 * nobody's.
 */
export const permissions: Readonly<
  Record<Permission, { readonly staff: readonly StaffRole[]; readonly customer: "no" | "own" | "yes" }>
> = {
  open: { staff: everyStaff, customer: "yes" },
  claim: { staff: desk, customer: "no" },
  assign: { staff: desk, customer: "no" },
  setSeverity: { staff: desk, customer: "no" },
  setAccount: { staff: desk, customer: "no" },
  reply: { staff: desk, customer: "no" },
  releaseReply: { staff: desk, customer: "no" },
  resend: { staff: desk, customer: "no" },
  markDelivered: { staff: desk, customer: "no" },
  undoReply: { staff: desk, customer: "no" },
  note: { staff: everyStaff, customer: "no" },
  askTech: { staff: desk, customer: "no" },
  claimTech: { staff: techs, customer: "no" },
  commentAsTech: { staff: everyStaff, customer: "no" },
  returnTech: { staff: techs, customer: "no" },
  hear: { staff: [], customer: "yes" },
  /** Their own words only, which is looked at by whoever decides. */
  editMessage: { staff: everyStaff, customer: "yes" },
  deleteMessage: { staff: everyStaff, customer: "yes" },
  merge: { staff: desk, customer: "no" },
  mergeFrom: { staff: desk, customer: "no" },
  link: { staff: desk, customer: "no" },
  /** Follows from what a customer wrote. */
  followUp: { staff: [], customer: "own" },
  dismiss: { staff: desk, customer: "no" },
  wait: { staff: desk, customer: "no" },
  resolve: { staff: desk, customer: "own" },
  reopen: { staff: desk, customer: "own" },
  acknowledge: { staff: desk, customer: "no" },
  snooze: { staff: desk, customer: "no" },
  promiseUpdate: { staff: desk, customer: "no" },
  escalate: { staff: desk, customer: "own" },
  requestCall: { staff: desk, customer: "own" },
  reportCalled: { staff: desk, customer: "no" },
  rate: { staff: [], customer: "own" },
  checkInactivity: { staff: [], customer: "no" },
  pageNext: { staff: [], customer: "no" },
  reportPaged: { staff: [], customer: "no" },
  replan: { staff: [], customer: "no" },
  reassign: { staff: [], customer: "no" },
  remind: { staff: [], customer: "no" },
  takeFallback: { staff: [], customer: "no" },
  reroute: { staff: [], customer: "no" },
  requeue: { staff: [], customer: "no" },
  reportOtherRoute: { staff: [], customer: "no" },
  moveConversation: { staff: [], customer: "no" },
  reportUndelivered: { staff: [], customer: "no" },
  list: { staff: everyStaff, customer: "yes" },
  show: { staff: everyStaff, customer: "own" },
  queue: { staff: everyStaff, customer: "no" },
  history: { staff: everyStaff, customer: "no" },
  /** Customers get what their side was shown. */
  transcript: { staff: everyStaff, customer: "own" },
  /** Customers read who looks after their own account. */
  manager: { staff: everyStaff, customer: "yes" },
  help: { staff: everyStaff, customer: "yes" },
  /** To be out, and back. */
  away: { staff: everyStaff, customer: "no" },
  /** To switch one's own notifications. */
  notify: { staff: everyStaff, customer: "no" },
  /** The buttons of the staff's cards. A customer's own buttons go by the wish behind them. */
  pressButton: { staff: everyStaff, customer: "no" },
  /** To answer what the bot asked oneself: whether an article helped, or which ticket is meant. */
  answerPrompt: { staff: everyStaff, customer: "yes" },
};

/** What of a ticket decides whose business it is. */
export interface Owned {
  readonly account: string | null;
  readonly requester: { readonly user: UserRef; readonly account?: string | undefined };
}

/**
 * The accounts among whose tickets a requester still counts as one of the account. A person whom the desk knows at one account
 * is a stranger to the tickets of every other one; so is a contact who was removed, and everybody where an account was.
 */
export const accountsOfRequester = (user: UserRef, account: Account | null, desk: Desk): readonly string[] => {
  if (account !== null) return [account.key];
  const left = leftBy(user, desk.former);
  return Object.keys(desk.accounts).filter((key) => !left.includes(key));
};

/**
 * Whether a ticket is this customer's business: their account's, or opened by themselves while they belong to the account
 * they opened it for.
 */
export const isOwn = (user: UserRef, account: Account | null, ticket: Owned, desk: Desk): boolean => {
  if (account !== null && ticket.account === account.key) return true;
  if (ticket.requester.user !== user) return false;
  const askedFor = ticket.requester.account ?? ticket.account;
  return askedFor === null || accountsOfRequester(user, account, desk).includes(askedFor);
};

/** The same of somebody of whom it is not known yet whether they are a customer. */
export const isTheirs = (user: UserRef, principal: Principal, ticket: Owned, desk: Desk): boolean =>
  principal.is === "customer" && isOwn(user, principal.account, ticket, desk);

/**
 * Whether somebody may wish this at all, before any ticket is looked at: "own" still has to be checked against the
 * ticket with `isOwn`.
 */
export const permitted = (principal: Principal, wish: Permission): "yes" | "own" | "no" =>
  principal.is === "customer"
    ? permissions[wish].customer
    : principal.person.roles.some((role) => permissions[wish].staff.includes(role))
      ? "yes"
      : "no";

/** The identity of a person on a platform, where they have one. */
export const identityOn = (person: Person, platform: string): UserRef | null =>
  person.identities.find((each) => platformOf(each) === platform) ?? null;
