import { onlyTicket } from "../../chat/action-arguments.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { Account } from "../../desk/desk.ts";
import { isMarkedName } from "../../cards/people.ts";
import { sayIn } from "../../i18n/say.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import { button, form } from "../../requests/action-handlers.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { cleanLine } from "../../requests/clean-text.ts";
import { answer, ifAllowed, work, type Routed } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { areaPlatform } from "../../tickets/contact.ts";
import { accountOfChannel, accountOfUser, isStaff, seesWholeAccount } from "../../tickets/principal.ts";
import { idOf, platformOf, type UserRef } from "../../tickets/refs.ts";
import { foldedAddress, isInternetAddress } from "../../text/mail-address.ts";
import { inviteForm, longestName } from "./invite-form.ts";
import { isAccessManager, managesAccess } from "./rules.ts";

type Command = Extract<InboundEvent, { kind: "command" }>;

/** The word that names an account outside its channel: `account:acme`. */
const accountWord = /^(?:account|cuenta|conta):(.+)$/i;

/** The word that says which tickets a person sees: `tickets:own`. */
const ticketsWord = /^tickets:(.*)$/i;
const seesWords: ReadonlyMap<string, boolean> = new Map([
  ...["all", "todos"].map((word) => [word, true] as const),
  ...["own", "propios", "proprios", "próprios"].map((word) => [word, false] as const),
]);

const isOptionWord = (word: string): boolean => accountWord.test(word) || ticketsWord.test(word);

const say = (
  context: RequestContext,
  text: "clientAccess.whom" | "clientAccess.whichAccount" | "clientAccess.whichTickets",
): Routed => answer({ kind: "private", card: sentenceCard(sayIn(context.viewer.locale)(text)) });

/** Continues if this person decides who has access for the account. */
const ifManages = (account: Account, { desk, principal, viewer }: RequestContext, next: () => Routed): Routed =>
  principal.is === "staff" && managesAccess(principal.person, account, desk)
    ? next()
    : answer({
        kind: "private",
        card: sentenceCard(sayIn(viewer.locale)("clientAccess.notYours", { account: account.name })),
        refused: "manageAccess",
      });

/** Continues with the account that the words or the channel name, if this person decides who has access for it. */
const forAccount = (
  words: readonly string[],
  { channel }: Command,
  context: RequestContext,
  next: (account: Account) => Routed,
): Routed => {
  const { desk } = context;
  const key = words.map((each) => accountWord.exec(each)?.[1]).find((each) => each !== undefined);
  const named = key !== undefined && Object.hasOwn(desk.accounts, key) ? (desk.accounts[key] ?? null) : null;
  const account = key === undefined ? accountOfChannel(channel, desk) : named;
  if (account === null) return say(context, "clientAccess.whichAccount");
  return ifManages(account, context, () => next(account));
};

const ownAccount = ({ actor, principal }: RequestContext): Account | null =>
  principal.is === "customer" && principal.account !== null && isAccessManager(actor.user, principal, principal.account)
    ? principal.account
    : null;

/** Continues for staff who may manage access, and for a contact who may do so. */
const ifMayManage = (context: RequestContext, next: () => Routed): Routed =>
  ownAccount(context) === null ? ifAllowed(context, "manageAccess", next) : next();

/** The same for a button or a form that carries the account's key. A contact manages the access to their own account only. */
const forCarriedAccount = (key: string, context: RequestContext, next: (account: Account) => Routed): Routed => {
  const own = ownAccount(context);
  if (own?.key === key) return next(own);
  return ifAllowed(context, "manageAccess", () => {
    const { accounts } = context.desk;
    const account = Object.hasOwn(accounts, key) ? accounts[key] : undefined;
    return account === undefined
      ? say(context, "clientAccess.whichAccount")
      : ifManages(account, context, () => next(account));
  });
};

const isAddressOfStaff = (text: string, { desk }: RequestContext): boolean =>
  Object.values(desk.people).some(({ email }) => email !== null && foldedAddress(email) === foldedAddress(text));

interface Invitee {
  readonly knownAs: UserRef;
  readonly name: string;
}

/** Why this person cannot be invited for the account; null if they can. */
const whyNot = ({ knownAs, name }: Invitee, account: Account, context: RequestContext): string | null => {
  const { desk, viewer, principal } = context;
  const text = sayIn(viewer.locale);
  const isAgent = platformOf(knownAs) === "email" && isAddressOfStaff(idOf(knownAs), context);
  const isOfStaff = isAgent || isStaff(knownAs, desk);
  const own = accountOfUser(knownAs, desk);
  const isOfAnother = own !== null && own.key !== account.key;
  // A contact learns nothing about people outside their account.
  // What they choose as a name stands above messages, so it must not read like an agent's.
  if (principal.is === "customer")
    return isOfStaff || isOfAnother || isMarkedName(name, desk) ? text("clientAccess.cannotInvite") : null;
  if (isOfStaff) return text("clientAccess.isStaff");
  return isOfAnother ? text("clientAccess.ofAnother", { name }) : null;
};

/** A contact who sees only their own tickets invites only people who see only theirs. */
const mayGiveAll = ({ actor, principal }: RequestContext, account: Account): boolean =>
  principal.is === "staff" || seesWholeAccount(actor.user, account);

/** `seesAll`: null if the person who invites did not say. */
const inviting = (
  account: Account,
  person: Invitee,
  { seesAll, context }: { readonly seesAll: boolean | null; readonly context: RequestContext },
): Routed => {
  const sees = mayGiveAll(context, account) && (seesAll ?? seesWholeAccount(person.knownAs, account));
  return work({ kind: "access", request: { asks: "invite", account: account.key, ...person, seesAll: sees } });
};

const byAddress = (typed: string, name: string): Invitee => ({
  knownAs: `email:${foldedAddress(typed)}`,
  name: (name || (typed.split("@")[0] ?? typed)).slice(0, longestName).trim(),
});

/** The person whom the words name: an e-mail address and perhaps a name, or a mention. Null if they name none. */
const invitee = (words: readonly string[], command: Command): Invitee | null => {
  const [first = "", ...others] = words.filter((each) => !isOptionWord(each));
  if (isInternetAddress(first)) return byAddress(first, others.join(" "));
  const [user] = command.people ?? [];
  if (user === undefined || !first.startsWith("@")) return null;
  return { knownAs: user, name: ([first.slice(1), ...others].join(" ") || user).slice(0, longestName).trim() };
};

const webIdentity = ([user = ""]: readonly string[]) => {
  const [platform = "", id = ""] = user.split(":");
  return platform === areaPlatform && id !== "" ? { user: `${areaPlatform}:${id}` as const } : null;
};

const rightCarried = ([user = "", may = "", ...others]: readonly string[]) => {
  const identity = webIdentity([user]);
  return identity === null || others.length > 0 || (may !== "yes" && may !== "no")
    ? null
    : { ...identity, given: may === "yes" };
};

const oneAccount = ([account = "", ...others]: readonly string[]) =>
  account === "" || others.length > 0 ? null : { account };

export const buttons = {
  /** Asks for the person whom to invite for the account. */
  invite: button({
    carries: oneAccount,
    forCustomers: true,
    press: ({ account: key }, _, context) =>
      forCarriedAccount(key, context, (account) =>
        answer({ kind: "form", form: inviteForm(account, mayGiveAll(context, account), context.viewer) }),
      ),
  }),
  withdraw: button({
    carries: webIdentity,
    forCustomers: true,
    press: ({ user }, _, context) =>
      ifMayManage(context, () => work({ kind: "access", request: { asks: "withdraw", user } })),
  }),
  /** Lets a contact manage the access to their account, or takes this right from them. */
  "manage-access": button({
    carries: rightCarried,
    press: (carried, _, context) =>
      ifAllowed(context, "manageAccess", () =>
        work({ kind: "access", request: { asks: "setRight", right: "managesAccess", ...carried } }),
      ),
  }),
  /** Lets a contact see all tickets of the account, or only those that they ask for. */
  "see-all": button({
    carries: rightCarried,
    forCustomers: true,
    press: (carried, _, context) =>
      ifMayManage(context, () => work({ kind: "access", request: { asks: "setRight", right: "seesAll", ...carried } })),
  }),
  /** The requester of the ticket becomes a contact of its account. */
  remember: button({
    carries: onlyTicket,
    press: ({ ticket }, _, context) =>
      ifAllowed(context, "manageAccess", () => work({ kind: "access", request: { asks: "remember", ticket } })),
  }),
};

export const forms = {
  "submit-invite": form({
    carries: oneAccount,
    submit: ({ account: key }, { values }, context) =>
      forCarriedAccount(key, context, (account) => {
        const typed = cleanLine(values["email"] ?? "");
        const wrong = (email: string): Routed => answer({ kind: "fieldErrors", errors: { email } });
        if (!isInternetAddress(typed)) return wrong(sayIn(context.viewer.locale)("clientAccess.noAddress"));
        const person = byAddress(typed, cleanLine(values["name"] ?? ""));
        const why = whyNot(person, account, context);
        const seesAll = values["sees"] === undefined ? null : values["sees"] === "all";
        return why === null ? inviting(account, person, { seesAll, context }) : wrong(why);
      }),
  }),
};

export const subcommands = {
  invite: subcommand({
    of: "ticket",
    words: ["invite", "invitar", "convidar"],
    menu: "invite [person] [tickets:own]",
    permission: "manageAccess",
    help: ({ say }) => ({ usage: say("help.invite"), means: "help.inviteMeans" }),
    /** "Invite link is broken" is a title. */
    parse: ({ rest }) =>
      rest.length === 0 || rest.some((each) => isInternetAddress(each) || each.startsWith("@"))
        ? { words: rest }
        : null,
    route: ({ words }, { event, context }) => {
      const person = invitee(words, event);
      if (person === null) return say(context, "clientAccess.whom");
      const asked = words.map((each) => ticketsWord.exec(each)?.[1]).find((each) => each !== undefined);
      const seesAll = asked === undefined ? null : seesWords.get(asked.toLowerCase());
      if (seesAll === undefined) return say(context, "clientAccess.whichTickets");
      return forAccount(words, event, context, (account) => {
        const why = whyNot(person, account, context);
        return why === null
          ? inviting(account, person, { seesAll, context })
          : answer({ kind: "private", card: sentenceCard(why) });
      });
    },
  }),
  access: subcommand({
    of: "ticket",
    words: ["access", "accesos", "acessos"],
    menu: "access",
    permission: "manageAccess",
    help: ({ say }) => ({ usage: say("help.access"), means: "help.accessMeans" }),
    /** "Access denied" is a title. */
    parse: ({ rest }) => (rest.every((each) => accountWord.test(each)) ? { words: rest } : null),
    route: ({ words }, { event, context }) =>
      forAccount(words, event, context, ({ key }) => work({ kind: "access", request: { asks: "list", account: key } })),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly clientAccess: { readonly button: keyof typeof buttons; readonly form: keyof typeof forms };
  }
}
