import type { ShownList } from "../../../src/features/lists/list-card.ts";
import { withSla } from "../../../src/tickets/clocks/evolve-clocks.ts";
import { openTickets } from "../../../src/tickets/list-filter.ts";
import { asResolved, asWaiting } from "../../../src/tickets/status-change.ts";
import type { Inactivity } from "../../../src/tickets/ticket-records.ts";
import type { Ticket } from "../../../src/tickets/ticket.ts";
import { clock, hostile, hour, minute, now, office, promised, ticket, unnamed } from "./sample.ts";

export const inactivity: Inactivity = {
  since: now,
  terms: { nudge: { days: 2, ms: 0 }, close: { days: 5, ms: 0 }, calendar: office },
  nudgeAt: now + 48 * hour,
  closeAt: now + 120 * hour,
  nudged: false,
};

/** Tickets in every state, of every kind of account, with every kind of clock and of text. */
export const tickets: Readonly<Record<string, Ticket>> = {
  "opened by a mention": {
    ...ticket,
    source: { channel: "slack:C0ACME", message: "1.1", root: "1.1", how: "mentioned" },
    conversation: { kind: "channel", channel: "slack:C0ACME", thread: "1.1", state: "inFirstPlace" },
  },
  "just opened": ticket,
  "of an unknown account": {
    ...ticket,
    account: null,
    conversation: { kind: "person", user: "slack:U0SAM", state: "inFirstPlace" },
  },
  "of an account that is gone": { ...ticket, account: "gone", assignee: "gone" },
  "without a manager": { ...ticket, account: "north", ...withSla(ticket, { clocks: [] }) },
  "claimed, acknowledged and with messages": {
    ...ticket,
    assignee: "marta",
    lastCustomerMessage: { ...unnamed, text: "Any news?\nWe go live in an hour.", by: "Carla Núñez", at: now - minute },
    notes: 1,
    replies: 2,
    ...withSla(ticket, {
      confirmedSeverity: "high",
      clocks: [
        {
          ...clock,
          target: promised("high", { days: 1, ms: 90 * minute }, office, now + 5 * hour),
          earlier: [clock.target],
          acknowledged: { by: "luis", at: now - minute },
        },
      ],
    }),
  },
  missed: {
    ...ticket,
    ...withSla(ticket, {
      clocks: [{ ...clock, fired: [50, 80, 100], target: { ...clock.target, due: now - minute } }],
    }),
  },
  "answered in time": {
    ...ticket,
    replies: 1,
    ...withSla(ticket, { clocks: [{ ...clock, end: { at: now, how: "met" } }] }),
  },
  "answered late": {
    ...asWaiting(ticket, null),
    replies: 1,
    ...withSla(ticket, {
      clocks: [
        { ...clock, target: { ...clock.target, due: now - 3 * hour - 20 * minute }, end: { at: now, how: "breached" } },
      ],
    }),
  },
  "resolved without an answer": {
    ...asResolved(ticket, now),
    ...withSla(ticket, { clocks: [{ ...clock, end: { at: now, how: "cancelled" } }] }),
  },
  "with every clock": {
    ...ticket,
    ...withSla(ticket, {
      clocks: (["firstResponse", "nextResponse", "update", "resolution"] as const).map((kind) => ({ ...clock, kind })),
    }),
  },
  "merged, with ties": {
    ...asResolved(ticket, now),
    ...withSla(ticket, { clocks: [{ ...clock, end: { at: now, how: "cancelled" } }] }),
    links: (["linked", "mergedFrom", "follows", "followedBy", "mergedInto"] as const).map((how, index) => ({
      number: 1001 + index,
      how,
    })),
  },
  "with the technical team": {
    ...ticket,
    assignee: "luis",
    tech: { need: hostile, by: "Luis Gil", at: now - minute, takenBy: null, end: null },
    ...withSla(ticket, { clocks: [clock, { ...clock, kind: "tech" }] }),
  },
  "taken by the technical team": {
    ...ticket,
    tech: { need: "Look at the encoder.", by: "Luis Gil", at: now - minute, takenBy: "teo", end: null },
  },
  "back from the technical team": {
    ...ticket,
    tech: {
      need: "Look at the encoder.",
      by: "Luis Gil",
      at: now - minute,
      takenBy: "teo",
      end: { at: now, how: "returned" },
    },
  },
  "of consulting": { ...ticket, kind: "consulting", ...withSla(ticket, { claimedSeverity: "low" }) },
  "of consulting without a promise": {
    ...ticket,
    kind: "consulting",
    account: null,
    ...withSla(ticket, { claimedSeverity: "low", clocks: [] }),
  },
  "that waits and will be closed": asWaiting(ticket, inactivity),
  "to be called about": {
    ...ticket,
    callBack: { at: now, by: "Carla Núñez", number: "+34 600 000 009", time: hostile, notified: null },
  },
  "to be called about, as ana knows": {
    ...ticket,
    callBack: {
      at: now,
      by: "Carla Núñez",
      number: "+34 600 000 009",
      time: null,
      notified: { person: "ana", at: now },
    },
  },
  "solved and found good": {
    ...asResolved(ticket, now),
    ...withSla(ticket, { clocks: [] }),
    rating: {
      askedAt: now,
      given: {
        score: "good",
        by: "slack:U0CARLA",
        name: hostile.slice(0, 40).toWellFormed(),
        at: now,
        comment: null,
        changes: 0,
      },
    },
  },
  "taken to the head of support": {
    ...ticket,
    replies: 1,
    lastReplyAt: now - hour,
    escalation: {
      at: now,
      by: "Carla Núñez",
      why: "We go live in an hour.",
      breached: { clock: "firstResponse", cycle: 1, due: now - minute },
      notified: { person: "eva", at: now },
    },
  },
  "taken to the head of support, and nobody knows": {
    ...ticket,
    escalation: { at: now, by: "Carla Núñez", why: null, breached: null, notified: null },
  },
  "of hostile words": {
    ...ticket,
    escalation: {
      at: now,
      by: hostile.slice(0, 80).toWellFormed(),
      why: hostile,
      breached: null,
      notified: { person: null, at: now },
    },
    title: `${hostile.slice(0, 100).toWellFormed()}${"👩‍👩‍👧‍👦".repeat(4)}`,
    description: `${hostile.repeat(10)}${"\n".repeat(5_000)}${"e\u0301\u0302".repeat(10_000)}`,
    requester: { user: "slack:U0EVIL", name: hostile.slice(0, 80).toWellFormed(), account: null },
    lastCustomerMessage: { ...unnamed, text: hostile, by: hostile.slice(0, 40).toWellFormed(), at: now },
  },
};

/** The first page of open tickets. */
export const shownList = (all: readonly Ticket[]): ShownList => ({
  filter: openTickets,
  tickets: all,
  total: all.length,
  more: false,
  places: new Map(),
});
