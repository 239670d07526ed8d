import type { TicketFilter } from "../../../src/db/ticket-lists.ts";
import type { Messages } from "../../../src/tickets/thread/thread-message.ts";

export const day = 24 * 3_600_000;
export const leftToOthers = { people: ["luis"], platforms: ["web"] };
export const closed = () => ({ people: ["ana"], channels: ["slack:C0X"], platforms: ["discord"] });

export const closedForCards = () => ({ posts: ["slack:C0X"], edits: ["slack:C0X"] });

export const user = "slack:U0A0" as const;
export const visibleTo = { account: "a0", user, askedFor: ["a0"] } as const;

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
export const small = { account: "a1", user: "slack:U0A1", askedFor: ["a1"] } as const;

/** A person who worked for the large account before. They asked for many tickets, and may see few of them now. */
const moved = { account: "a2", user, askedFor: ["a2", "a3"] } as const;

/** A person without an account. They may see what they asked for at every account that they did not leave: all but the large one. */
export const stranger = {
  account: null,
  user,
  askedFor: Array.from({ length: 1_999 }, (_, n) => `a${n + 1}`),
} as const;

/** A person who manages every account. */
const manager = { user: null, person: "s1", accounts: Array.from({ length: 2_000 }, (_, n) => `a${n}`) } as const;

/** Every list that a person may ask for: of staff, of a customer of a large account and of a small one, and while they type. */
export const filters: readonly TicketFilter[] = [
  { byDue: false },
  { byDue: true, open: true },
  { byDue: false, open: true, mine: { user, person: "s1", accounts: ["a1", "a2"] } },
  { byDue: false, open: true, mine: { user: "slack:U0NONE", person: null, accounts: [] } },
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
    { ...status, severity: "critical", visibleTo },
    { ...status, severity: "critical", visibleTo: stranger },
  ]),
  { byDue: true, open: true, unassigned: true, dueBy: Date.now() },
  { byDue: true, open: true, tech: true, waiting: true, severity: "critical" },
  { byDue: true, open: true, waiting: true, visibleTo },
  { byDue: true, open: true, waiting: true },
  { byDue: true, open: true, tech: true },
  { byDue: true, open: true, waiting: true, unassigned: true, account: "a0" },
  ...[visibleTo, small, moved, stranger].flatMap((seen) => [
    { byDue: false, visibleTo: seen },
    { byDue: true, open: true, visibleTo: seen },
    { byDue: false, open: true, visibleTo: seen, mine: { user: seen.user, person: null, accounts: [] } },
  ]),
];
