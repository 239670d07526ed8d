import { describe, expect, test } from "vitest";
import type { Desk } from "../../src/desk/desk.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import { readDeskDocument } from "../../src/desk/read-desk-file.ts";
import type { DeskDocument } from "../../src/desk/schema.ts";
import { withContacts, type AddedContact } from "../../src/tickets/contact.ts";
import { contactsElsewhere, customersToNotify } from "../../src/tickets/customer-to-notify.ts";
import { decide } from "../../src/tickets/decide.ts";
import { visibleTo } from "../../src/tickets/execute/queries.ts";
import type { Command } from "../../src/tickets/messages.ts";
import { identify, isTicketOf } from "../../src/tickets/principal.ts";
import type { ChannelRef, Place, UserRef } from "../../src/tickets/refs.ts";
import { commands } from "../../src/tickets/registry.ts";
import type { TicketState } from "../../src/tickets/ticket.ts";
import { mayWriteIn } from "../../src/tickets/who-may-write.ts";
import { cast, given, monday, opening } from "../support/given.ts";
import { stateOf } from "../support/story.ts";

const plans = { basic: { calendar: "always" } };
const staff = {
  ana: { name: "Ana Ruiz", roles: ["manager"], slack: "U0ANA" },
  luis: { name: "Luis Gil", roles: ["agent"], slack: "U0LUIS" },
} as const;
const acme = {
  name: "Acme TV",
  plan: "basic",
  manager: "ana",
  channels: ["slack:C0ACME"],
  contacts: ["slack:U0CARLA", "slack:U0SAM"],
  ownTicketsOnly: ["slack:U0SAM"],
};
const northwind = {
  name: "Northwind",
  plan: "basic",
  channels: ["slack:C0NORTH"],
  contacts: ["slack:U0OLIVER"],
};
const whole = {
  calendars: { always: { open: "always" } },
  plans,
  channels: { triage: "slack:C0TRIAGE" },
  people: staff,
  accounts: { acme, northwind },
} as unknown as DeskDocument;
const changed = (change: object): DeskDocument => ({ ...whole, ...change });

/** Dora is known by her identity in chat, Nuria by her address. */
const added = (user: UserRef, knownAs: UserRef, change: Partial<AddedContact> = {}): AddedContact => ({
  user,
  account: "acme",
  knownAs,
  name: user,
  how: "invited",
  addedBy: "slack:U0ANA",
  addedAt: 0,
  withdrawnAt: null,
  lastSeenAt: 1,
  managesAccess: false,
  seesAll: true,
  ...change,
});
const dora = added("web:dora", "slack:U0DORA");
const limitedDora = { ...dora, seesAll: false };
const nuria = added("web:nuria", "email:nuria@acme.example");

/** The desk after each document replaced the one before, as stored desks are read. */
const deskAfter = (documents: readonly DeskDocument[], contacts: readonly AddedContact[] = []): Desk => {
  let inForce: { readonly document: DeskDocument; readonly former: object } | null = null;
  for (const document of documents) {
    const reading = readDeskDocument(document, inForce?.document ?? null, { former: inForce?.former ?? null });
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    inForce = reading;
  }
  return withContacts(deskOf(inForce?.document ?? {}, 1, inForce?.former), contacts);
};

const base = deskAfter([whole]);

const people: readonly UserRef[] = [
  "slack:U0CARLA",
  "slack:U0SAM",
  "slack:U0DORA",
  "slack:U0UNKNOWN",
  "slack:U0OLIVER",
  "slack:U0LUIS",
  "web:dora",
  "web:nuria",
];
const places: readonly ChannelRef[] = ["slack:C0ACME", "slack:C0NORTH", "slack:D0SOME", "web:page"];

const opened = stateOf(given().when(cast.carla, opening()));

const requesters: readonly UserRef[] = ["slack:U0CARLA", "slack:U0SAM", "slack:U0DORA", "web:dora", "slack:U0OLIVER"];

/**
 * Tickets of each requester, account, place, and account that they were asked for. People ask for their own account only: what
 * they asked for at another one is theirs again when they have no account.
 */
const tickets: readonly TicketState[] = requesters.flatMap((user) =>
  (["acme", "northwind", null] as const).flatMap((account) => {
    const own = user === "slack:U0OLIVER" ? "northwind" : "acme";
    const conversations: readonly Place[] = [
      { kind: "person", user },
      ...(account === null
        ? []
        : [{ kind: "channel", channel: account === "acme" ? "slack:C0ACME" : "slack:C0NORTH" } as const]),
    ];
    return conversations.flatMap((conversation) =>
      (account === own || account === null ? [null, own] : [own]).map((askedFor) => ({
        ...opened,
        ticket: {
          ...opened.ticket,
          account,
          requester: { user, name: user, account: askedFor },
          writers: [{ user, name: user }],
          conversation: { ...conversation, state: "inFirstPlace" },
        },
      })),
    );
  }),
);

const isRefused = (state: TicketState | null, command: Command, desk: Desk): boolean => {
  try {
    const decided = decide(state, command, desk);
    return !decided.ok && (decided.refusal.reason === "noSuchTicket" || decided.refusal.reason === "notAllowed");
  } catch {
    // The command was granted, and lacks what it needs.
    return false;
  }
};

/** Whether lists and searches give the ticket to the person, as the statements of `visible-tickets.ts` say it. */
const isListed = (user: UserRef, channel: ChannelRef, { ticket }: TicketState, desk: Desk): boolean => {
  const visible = visibleTo({ user, channel }, identify(user, channel, desk), desk);
  if (visible === null) return true;
  const isOfAccount = visible.account !== null && ticket.account === visible.account;
  const isShared = ticket.conversation.kind === "channel" || ticket.conversation.user.startsWith("web:");
  if (isOfAccount && isShared && !visible.ownOnly) return true;
  if (!visible.users.includes(ticket.requester.user)) return false;
  const askedFor = ticket.requester.account ?? ticket.account;
  return isOfAccount || askedFor === null || visible.askedFor.includes(askedFor);
};

const customersCommands = Object.entries(commands).flatMap(([type, { permission }]) =>
  type === "open" || permission.customer === "no" ? [] : [type],
);

/**
 * What a person in a place may do and read under a desk. All people may open a ticket of no account. Staff may do more on every
 * ticket than any customer.
 */
const rightsOf = (user: UserRef, channel: ChannelRef, desk: Desk): ReadonlySet<string> => {
  const principal = identify(user, channel, desk);
  const by = { kind: "person", user, name: user, channel } as const;
  const rights = new Set<string>();
  if (principal.is === "customer" && principal.account !== null) rights.add(`is of ${principal.account.key}`);
  if (principal.is === "staff") for (const key of Object.keys(desk.accounts)) rights.add(`is of ${key}`);
  const decided = decide(null, { ...opening("high", channel), number: 1, by, at: monday }, desk);
  const [first] = decided.ok ? decided.events : [];
  if (first?.type === "opened" && first.account !== null) rights.add(`is of ${first.account}`);
  for (const [at, state] of tickets.entries()) {
    const { ticket } = state;
    const name = `${at} (${ticket.requester.user} of ${ticket.account}, ${ticket.conversation.kind})`;
    const may = (what: string, isSo: boolean) => isSo && rights.add(`${what} ${name}`);
    const isStaff = principal.is === "staff";
    may("sees", isStaff || isTicketOf(user, principal, ticket, desk));
    may("lists", isListed(user, channel, state, desk));
    may("writes on", mayWriteIn(ticket, { user, principal, channel }, desk));
    may("is mentioned on", isStaff || customersToNotify(ticket, desk).some((each) => each.user === user));
    may("is notified of", isStaff || contactsElsewhere(ticket, desk).includes(user));
    for (const type of customersCommands)
      may(type, isStaff || !isRefused(state, { type, by, at: monday, message: null } as unknown as Command, desk));
  }
  return rights;
};

const known = new WeakMap<Desk, Map<string, ReadonlySet<string>>>();
/** The same, counted once for each desk. */
const knownRights = (user: UserRef, channel: ChannelRef, desk: Desk): ReadonlySet<string> => {
  const ofDesk = known.get(desk) ?? new Map<string, ReadonlySet<string>>();
  known.set(desk, ofDesk);
  const rights = ofDesk.get(`${user} ${channel}`) ?? rightsOf(user, channel, desk);
  ofDesk.set(`${user} ${channel}`, rights);
  return rights;
};

const gainedBy = (user: UserRef, before: Desk, after: Desk): readonly string[] =>
  places.flatMap((channel) => {
    const had = knownRights(user, channel, before);
    return [...rightsOf(user, channel, after)].filter((right) => !had.has(right)).map((each) => `${channel}: ${each}`);
  });

const without = (...left: readonly string[]) => ({
  ...acme,
  contacts: acme.contacts.filter((each) => !left.includes(each)),
  ownTicketsOnly: acme.ownTicketsOnly.filter((each) => !left.includes(each)),
});
const carlaLeft = changed({ accounts: { acme: without("slack:U0CARLA"), northwind } });
const bothLeft = changed({ accounts: { acme: without("slack:U0CARLA", "slack:U0SAM"), northwind } });
const { luis: _, ...withoutLuis } = staff;

/** Changes that take rights from people and give nothing to any. */
const changes: readonly (readonly [string, Desk, Desk])[] = [
  ["contacts are removed from the file", base, deskAfter([whole, bothLeft])],
  [
    "they are removed one after the other, and the file changes again",
    base,
    deskAfter([whole, carlaLeft, bothLeft, { ...bothLeft, locale: "pt" }]),
  ],
  [
    "a contact is limited to their own tickets",
    base,
    deskAfter([whole, changed({ accounts: { acme: { ...acme, ownTicketsOnly: acme.contacts }, northwind } })]),
  ],
  ["the account is removed", base, deskAfter([whole, changed({ accounts: { northwind } })])],
  [
    "the account is removed, and comes back without its contacts",
    base,
    deskAfter([
      whole,
      changed({ accounts: { northwind } }),
      changed({ accounts: { acme: without(...acme.contacts), northwind } }),
    ]),
  ],
  [
    "the account loses its channel",
    base,
    deskAfter([whole, changed({ accounts: { acme: { ...acme, channels: [] }, northwind } })]),
  ],
  [
    "access is withdrawn",
    deskAfter([whole], [dora, nuria]),
    deskAfter(
      [whole],
      [
        { ...dora, withdrawnAt: 2 },
        { ...nuria, withdrawnAt: 2 },
      ],
    ),
  ],
  [
    "access to their own tickets is withdrawn",
    deskAfter([whole], [limitedDora]),
    deskAfter([whole], [{ ...limitedDora, withdrawnAt: 2 }]),
  ],
  ["added contacts are limited", deskAfter([whole], [dora]), deskAfter([whole], [limitedDora])],
  ["an agent is removed", base, deskAfter([whole, changed({ people: withoutLuis })])],
  [
    "an agent's entry goes to another person",
    base,
    deskAfter([whole, changed({ people: { ...staff, luis: { ...staff.luis, name: "Ines", slack: "U0INES" } } })]),
  ],
];

describe("no person may do more than before, in any place, after", () => {
  test.each(changes)("%s", (_name, before, after) => {
    expect(people.flatMap((user) => gainedBy(user, before, after).map((each) => `${user} ${each}`))).toEqual([]);
  });
});

test("a contact who moves to another account gains nothing of the old one, and what they gain is of the new one", () => {
  const moved = changed({
    accounts: {
      acme: without("slack:U0SAM"),
      northwind: { ...northwind, contacts: [...northwind.contacts, "slack:U0SAM"] },
    },
  });
  const gained = gainedBy("slack:U0SAM", base, deskAfter([whole, moved]));
  expect(gained.length).toBeGreaterThan(0);
  expect(gained.filter((each) => !each.includes("northwind"))).toEqual([]);
});

test("a contact who was removed gets no account from the channel of another one, until a desk file names them again", () => {
  const seen = (desk: Desk) => places.map((channel) => identify("slack:U0CARLA", channel, desk));
  const stranger = { is: "customer", account: null };
  expect(seen(deskAfter([whole, carlaLeft]))).toEqual(places.map(() => stranger));
  expect(seen(deskAfter([whole, carlaLeft, whole]))).toMatchObject(places.map(() => ({ account: { key: "acme" } })));
  expect(identify("slack:U0UNKNOWN", "slack:C0ACME", deskAfter([whole, carlaLeft]))).toMatchObject({
    account: { key: "acme" },
  });
});
