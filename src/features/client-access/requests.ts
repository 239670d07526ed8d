import { onlyTicket } from "../../chat/action-arguments.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { Account } from "../../desk/desk.ts";
import { sayIn } from "../../i18n/say.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import { button } from "../../requests/action-handlers.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { answer, ifAllowed, work, type Routed } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { areaPlatform } from "../../tickets/contact.ts";
import { accountOfChannel, accountOfUser, isStaff } from "../../tickets/principal.ts";
import { platformOf, type UserRef } from "../../tickets/refs.ts";
import { managesAccess } from "./rules.ts";

type Command = Extract<InboundEvent, { kind: "command" }>;

const address = /^[^\s<>()[\],;:\\"@]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;
/** The word that names an account outside its channel: `account:acme`. */
const accountWord = /^(?:account|cuenta|conta):(.+)$/i;
const longestName = 80;

const say = (
  context: RequestContext,
  text: "clientAccess.whom" | "clientAccess.whichAccount" | "clientAccess.isStaff",
): Routed => answer({ kind: "private", card: sentenceCard(sayIn(context.viewer.locale)(text)) });

/** Continues with the account that the words or the channel name, if this person decides who has access for it. */
const forAccount = (
  words: readonly string[],
  { channel }: Command,
  context: RequestContext,
  next: (account: Account) => Routed,
): Routed => {
  const { desk, principal, viewer } = context;
  const key = words.map((each) => accountWord.exec(each)?.[1]).find((each) => each !== undefined);
  const named = key !== undefined && Object.hasOwn(desk.accounts, key) ? (desk.accounts[key] ?? null) : null;
  const account = key === undefined ? accountOfChannel(channel, desk) : named;
  if (account === null) return say(context, "clientAccess.whichAccount");
  if (principal.is !== "staff" || !managesAccess(principal.person, account, desk))
    return answer({
      kind: "private",
      card: sentenceCard(sayIn(viewer.locale)("clientAccess.notYours", { account: account.name })),
      refused: "manageAccess",
    });
  return next(account);
};

const isAddressOfStaff = (text: string, { desk }: RequestContext): boolean =>
  Object.values(desk.people).some(({ email }) => email?.toLowerCase() === text.toLowerCase());

/** The person whom the words name: an e-mail address and perhaps a name, or a mention. Null if they name none. */
const invitee = (
  words: readonly string[],
  command: Command,
): { readonly knownAs: UserRef; readonly name: string } | null => {
  const [first = "", ...others] = words.filter((each) => !accountWord.test(each));
  const nameOf = (given: readonly string[], otherwise: string): string =>
    (given.join(" ") || otherwise).slice(0, longestName).trim();
  if (address.test(first))
    return { knownAs: `email:${first.toLowerCase()}`, name: nameOf(others, first.split("@")[0] ?? first) };
  const [user] = command.people ?? [];
  if (user === undefined || !first.startsWith("@")) return null;
  return { knownAs: user, name: nameOf([first.slice(1), ...others], user) };
};

const webIdentity = ([user = ""]: readonly string[]) => {
  const [platform = "", id = ""] = user.split(":");
  return platform === areaPlatform && id !== "" ? { user: `${areaPlatform}:${id}` as const } : null;
};

export const buttons = {
  withdraw: button({
    carries: webIdentity,
    press: ({ user }, _, context) =>
      ifAllowed(context, "manageAccess", () => work({ kind: "access", request: { asks: "withdraw", user } })),
  }),
  /** The requester of the ticket becomes a contact of its account. */
  remember: button({
    carries: onlyTicket,
    press: ({ ticket }, _, context) =>
      ifAllowed(context, "manageAccess", () => work({ kind: "access", request: { asks: "remember", ticket } })),
  }),
};

export const subcommands = {
  invite: subcommand({
    of: "ticket",
    words: ["invite", "invitar", "convidar"],
    menu: "invite [person]",
    permission: "manageAccess",
    help: ({ say }) => ({ usage: say("help.invite"), means: "help.inviteMeans" }),
    /** "Invite link is broken" is a title. */
    parse: ({ rest }) =>
      rest.length === 0 || rest.some((each) => address.test(each) || each.startsWith("@")) ? { words: rest } : null,
    route: ({ words }, { event, context }) => {
      const person = invitee(words, event);
      if (person === null) return say(context, "clientAccess.whom");
      const { desk } = context;
      const isAgent = platformOf(person.knownAs) === "email" && isAddressOfStaff(person.knownAs.slice(6), context);
      if (isAgent || isStaff(person.knownAs, desk)) return say(context, "clientAccess.isStaff");
      return forAccount(words, event, context, (account) => {
        const own = accountOfUser(person.knownAs, desk);
        if (own !== null && own.key !== account.key)
          return answer({
            kind: "private",
            card: sentenceCard(sayIn(context.viewer.locale)("clientAccess.ofAnother", { name: person.name })),
          });
        return work({ kind: "access", request: { asks: "invite", account: account.key, ...person } });
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
    readonly clientAccess: { readonly button: keyof typeof buttons };
  }
}
