import { encodeAction } from "../../chat/action.ts";
import type { Button, Card, CardPart, Line } from "../../chat/card.ts";
import type { Account, Desk } from "../../desk/desk.ts";
import { rich } from "../../i18n/rich.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import { dotted, faint, moment, plain, quietly, sentenceCard, strong } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { AddedContact } from "../../tickets/contact.ts";
import { idOf, platformOf } from "../../tickets/refs.ts";

/** More people do not fit into one message of every platform. */
const mostShown = 15;
/** So many people have their buttons below them. Those of more people stand together, because Discord takes 40 components. */
const mostWithButtonsBelow = 8;

/** The name of the person who added a contact: a member of the staff, or one of these contacts. */
export const inviterOf = ({ addedBy }: AddedContact, desk: Desk, contacts: readonly AddedContact[]): string =>
  Object.values(desk.people).find(({ identities }) => identities.includes(addedBy))?.name ??
  contacts.find(({ user }) => user === addedBy)?.name ??
  "—";

const reachOf = ({ name, knownAs }: AddedContact): Line[number] =>
  platformOf(knownAs) === "email" ? plain(idOf(knownAs)) : quietly(knownAs, name);

const aboutContact = (
  contact: AddedContact,
  desk: Desk,
  { contacts, say }: { readonly contacts: readonly AddedContact[]; readonly say: Say },
): readonly Line[] => {
  const { name, how, addedAt, lastSeenAt } = contact;
  const seen =
    how === "remembered"
      ? [faint(say("clientAccess.chatOnly"))]
      : lastSeenAt === null
        ? [faint(say("clientAccess.neverSeen"))]
        : rich(say, "clientAccess.lastSeen", { at: moment(lastSeenAt) });
  return [
    dotted([strong(name)], [reachOf(contact)], contact.seesAll ? [] : [faint(say("clientAccess.seesOwn"))]),
    dotted(rich(say, "clientAccess.since", { at: moment(addedAt), by: inviterOf(contact, desk, contacts) }), seen),
  ];
};

/** The button that withdraws a contact's access after a question. `label` is what stands on it. */
export const withdrawButton = (
  { user, name }: AddedContact,
  account: Account,
  { label, say }: { readonly label: string; readonly say: Say },
): Button => ({
  action: encodeAction("withdraw", user),
  label,
  style: "danger",
  confirm: {
    title: say("clientAccess.withdrawTitle", { name }),
    text: say("clientAccess.withdrawText", { account: account.name }),
    yes: say("clientAccess.withdrawYes"),
    no: say("form.cancel"),
  },
});

/** The button that lets a contact manage access, or takes this right from them. */
export const managingButton = ({ user, managesAccess }: AddedContact, say: Say): Button => ({
  action: encodeAction("manage-access", user, managesAccess ? "no" : "yes"),
  label: managesAccess ? say("clientAccess.takeManaging") : say("clientAccess.giveManaging"),
});

/** The button that lets a contact see all tickets of the account, or only those that they ask for. */
export const seeingButton = ({ user, seesAll }: AddedContact, say: Say): Button => ({
  action: encodeAction("see-all", user, seesAll ? "no" : "yes"),
  label: seesAll ? say("clientAccess.takeSeeingAll") : say("clientAccess.giveSeeingAll"),
});

/** The same button where it stands among those of other people. */
const namedSeeingButton = ({ user, name, seesAll }: AddedContact, say: Say): Button => ({
  action: encodeAction("see-all", user, seesAll ? "no" : "yes"),
  label: seesAll ? say("clientAccess.limitToOwn", { name }) : say("clientAccess.letSeeAll", { name }),
});

/** A person in a list: what the list says of them, and the buttons that change their access. */
interface Listed {
  readonly name: string;
  readonly about: readonly Line[];
  readonly buttons: readonly Button[];
}

const withdrawing = (contact: AddedContact, account: Account, say: Say): Button =>
  withdrawButton(contact, account, { label: say("clientAccess.withdraw", { name: contact.name }), say });

const moreLine = (count: number, say: Say): readonly CardPart[] =>
  count <= 0 ? [] : [{ part: "small", line: [faint(say("clientAccess.more", { count }))] }];

/** The people with their buttons: below each person, or below all of them if they are many. `count`: how many there are. */
const listed = (people: readonly Listed[], count: number, say: Say): readonly CardPart[] => {
  const text = ({ about }: Listed): CardPart => ({ part: "text", lines: about });
  if (people.length > mostWithButtonsBelow)
    return [
      ...people.map(text),
      ...moreLine(count - people.length, say),
      { part: "buttons", label: say("clientAccess.actions"), buttons: people.flatMap(({ buttons }) => buttons) },
    ];
  return people.flatMap((each): readonly CardPart[] => [
    text(each),
    { part: "buttons", label: say("clientAccess.actionsFor", { name: each.name }), buttons: each.buttons },
  ]);
};

/**
 * Says that a contact's access was withdrawn. It names the people whom the contact invited and who still have access, with a
 * button that withdraws it.
 */
export const withdrawnCard = (
  { name }: AddedContact,
  { account, invitees }: { readonly account: Account; readonly invitees: readonly AddedContact[] },
  viewer: Viewer,
): Card => {
  const say = sayIn(viewer.locale);
  const card = sentenceCard(say("clientAccess.withdrawn", { name, account: account.name }));
  if (invitees.length === 0) return card;
  const shown = invitees.slice(0, mostShown);
  return {
    ...card,
    parts: [
      ...card.parts,
      { part: "text", lines: [[plain(say("clientAccess.inviteesKeep", { name }))]] },
      ...listed(
        shown.map((each) => ({
          name: each.name,
          about: [dotted([strong(each.name)], [reachOf(each)])],
          buttons: [withdrawing(each, account, say)],
        })),
        invitees.length,
        say,
      ),
    ],
  };
};

/**
 * Who has access for an account, since when, when they were last seen, and buttons that withdraw it and change which tickets
 * they see. `everyone`: also the contacts whose access was withdrawn, because they may have invited others.
 */
export const accessCard = (account: Account, everyone: readonly AddedContact[], desk: Desk, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  const contacts = everyone.filter(({ withdrawnAt }) => withdrawnAt === null);
  const summary = say("clientAccess.heading", { account: account.name });
  const added = new Set(contacts.flatMap(({ user, knownAs }) => [user, knownAs]));
  const inFile = account.contacts.filter((each) => !added.has(each));
  const about: readonly CardPart[] = [
    {
      part: "buttons",
      label: say("clientAccess.inviteTitle"),
      buttons: [{ action: encodeAction("invite", account.key), label: say("clientAccess.inviteTitle") }],
    },
    { part: "small", line: [faint(say("clientAccess.howToInvite"))] },
    ...(inFile.length === 0
      ? []
      : [{ part: "small", line: [faint(say("clientAccess.inFile", { count: inFile.length }))] } as const]),
  ];
  if (contacts.length === 0) {
    const none = sentenceCard(say("clientAccess.none", { account: account.name }));
    return { ...none, parts: [...none.parts, ...about] };
  }
  const shown = contacts.slice(0, mostShown);
  return {
    summary,
    parts: [
      { part: "heading", text: summary },
      ...listed(
        shown.map((each) => ({
          name: each.name,
          about: aboutContact(each, desk, { contacts: everyone, say }),
          buttons: [withdrawing(each, account, say), ...(each.how === "invited" ? [namedSeeingButton(each, say)] : [])],
        })),
        contacts.length,
        say,
      ),
      ...about,
    ],
  };
};
