import {
  noFilter,
  queueTabs,
  type QueueFilter,
  type QueueView,
  type QueueViewer,
} from "../../../src/db/queue/queue-view.ts";
import type { TicketSearch } from "../../../src/db/search/search-tickets.ts";
import type { TicketFilter } from "../../../src/db/ticket-lists.ts";
import type { Messages } from "../../../src/tickets/thread/thread-message.ts";

export const day = 24 * 3_600_000;
export const leftToOthers = { people: ["luis"], platforms: ["web"] };
export const closed = () => ({ people: ["ana"], channels: ["slack:C0X"], platforms: ["discord"] });

export const closedForCards = () => ({ posts: ["slack:C0X"], edits: ["slack:C0X"] });

export const user = "slack:U0A0" as const;
export const visibleTo = { account: "a0", ownOnly: false, users: [user], askedFor: ["a0"] } as const;

/** A message of a thread, and the same after an edit. */
export const messages: Messages = [
  {
    message: { channel: "slack:C0X", id: "1.1" },
    kind: "customerWrote",
    by: { user, name: "A" },
    company: "a0",
    text: "channel 3",
    cut: 0,
    format: [],
    files: [],
    at: 0,
    needsReplySince: 0,
    colleague: false,
    editedAt: null,
    deletedAt: null,
    textKept: false,
    staff: false,
    usedFor: [],
  },
];
export const edited = messages.map((each) => ({ ...each, text: "channel 8" }));
export const small = { account: "a1", ownOnly: false, users: ["slack:U0A1"], askedFor: ["a1"] } as const;

/** A contact of the large account who sees only their own tickets. */
const limited = { ...visibleTo, ownOnly: true } as const;

/** A limited contact who asks in chat and in the client area. */
const inTwoPlaces = { ...limited, users: [user, "web:a0"] } as const;

/** A person who worked for the large account before. They asked for many tickets, and may see few of them now. */
const moved = { account: "a2", ownOnly: false, users: [user], askedFor: ["a2", "a3"] } as const;

/** A person without an account. They may see what they asked for at every account that they did not leave: all but the large one. */
export const stranger = {
  account: null,
  ownOnly: false,
  users: [user],
  askedFor: Array.from({ length: 1_999 }, (_, n) => `a${n + 1}`),
} as const;

/** A person who manages every account. */
const manager = { users: [], person: "s1", accounts: Array.from({ length: 2_000 }, (_, n) => `a${n}`) } as const;

/** Every list that a person may ask for: of staff, of a customer of a large account and of a small one, and while they type. */
export const filters: readonly TicketFilter[] = [
  { byDue: false },
  { byDue: true, open: true },
  { byDue: false, open: true, mine: { users: [user], person: "s1", accounts: ["a1", "a2"] } },
  { byDue: false, open: true, mine: { users: ["slack:U0NONE"], person: null, accounts: [] } },
  { byDue: true, open: true, dueBy: 0 },
  { byDue: true, open: true, mine: manager },
  { byDue: false, person: manager },
  ...[
    { byDue: true, open: true } as const,
    { byDue: false, resolved: true } as const,
    { byDue: false } as const,
  ].flatMap((status): readonly TicketFilter[] => [
    { ...status, account: "a1" },
    { ...status, account: "a1", severity: "high", unassigned: true },
    { ...status, person: { person: "s1", accounts: [] } },
    { ...status, person: { person: "s1", accounts: ["a1", "a2"] }, severity: "low" },
    { ...status, severity: "critical" },
    { ...status, unassigned: true },
    { ...status, unassigned: true, severity: "high" },
    { ...status, unassigned: true, severity: "critical" },
    { ...status, account: "a0", severity: "critical" },
    { ...status, account: "a0", unassigned: true },
    { ...status, account: "a0", severity: "critical", unassigned: true },
    { ...status, account: "a0", person: { person: "s1", accounts: ["a0", "a1"] } },
    { ...status, severity: "critical", unassigned: true, person: { person: "s1", accounts: ["a0"] } },
    { ...status, account: "a0", visibleTo },
    { ...status, visibleTo: limited },
    { ...status, severity: "critical", visibleTo },
    { ...status, severity: "critical", visibleTo: stranger },
  ]),
  { byDue: true, open: true, unassigned: true, dueBy: Date.now() },
  { byDue: true, open: true, tech: true, waiting: true, severity: "critical" },
  { byDue: true, open: true, waiting: true, visibleTo },
  { byDue: true, open: true, waiting: true },
  { byDue: true, open: true, tech: true },
  { byDue: true, open: true, waiting: true, unassigned: true, account: "a0" },
  ...[{}, { account: "a0" }, { unassigned: true }, { waiting: true }, { visibleTo }, { visibleTo: stranger }].flatMap(
    (seen): readonly TicketFilter[] =>
      (["after", "before"] as const).flatMap((side) => [
        { byDue: true, open: true, ...seen, place: { side, due: Date.now(), number: 110_000 } },
        { byDue: true, open: true, ...seen, place: { side, due: null, number: 110_000 } },
        { byDue: false, ...seen, place: { side, due: null, number: 110_000 } },
      ]),
  ),
  ...[visibleTo, small, inTwoPlaces, moved, stranger].flatMap((seen) => [
    { byDue: false, visibleTo: seen },
    { byDue: true, open: true, visibleTo: seen },
    { byDue: false, open: true, visibleTo: seen, mine: { users: seen.users, person: null, accounts: [] } },
  ]),
];

const agent: QueueViewer = { person: "s1", accounts: ["a1", "a2"], now: Date.now() };
const narrowing: readonly Partial<QueueFilter>[] = [
  {},
  { account: "a0" },
  { severity: "critical" },
  { area: "player" },
  { assignee: "s2" },
  { status: "waiting" },
  { clock: "update" },
  { account: "a0", severity: "critical" },
  { account: "a0", assignee: "s2", severity: "high" },
  { area: "player", clock: "update", severity: "critical" },
];

const filtersOfQueue: readonly QueueFilter[] = narrowing.map((filter) => ({ ...noFilter, ...filter }));
const managerOfAll: QueueViewer = { person: "s1", accounts: manager.accounts, now: Date.now() };

/** Every list of the staff's queue, also narrowed, and for a person who manages all accounts. */
export const queueViews: readonly (readonly [QueueView, QueueViewer])[] = [
  ...filtersOfQueue.flatMap((filter) => queueTabs.map((tab) => [{ tab, filter }, agent] as const)),
  [{ tab: "accounts", filter: noFilter }, managerOfAll],
];

/** The counts of every list of the staff's queue. */
export const queueCounts: readonly (readonly [QueueFilter, QueueViewer])[] = [
  ...filtersOfQueue.map((filter) => [filter, agent] as const),
  [noFilter, managerOfAll],
];

const plain = { people: [], accounts: [], after: null } as const;

/** A word of every ticket, one of a few, one of none, several, an unfinished one, a person, and a later page. */
export const searches: readonly TicketSearch[] = [
  { ...plain, text: "ticket" },
  { ...plain, text: "ticket", after: { rank: 0, number: 110_000 } },
  { ...plain, text: "100123" },
  { ...plain, text: "nothing like this" },
  { ...plain, text: "tick" },
  { ...plain, text: '"of account"' },
  { ...plain, text: "luis", people: ["s1"], accounts: ["a0"] },
];
