import { countedActs, countedReads } from "../../../src/tickets/limits.ts";
import type { Refusal } from "../../../src/tickets/messages.ts";
import { hostile, hour, now } from "./sample.ts";

const already = ["claimed", "severity", "waiting", "resolved", "open", "account", "assignee", "acknowledged"] as const;

/** Every refusal there is. */
export const refusals: Readonly<{ [R in Refusal["reason"]]: readonly Extract<Refusal, { reason: R }>[] }> = {
  notAllowed: [{ reason: "notAllowed" }],
  nothingAskedOfCustomer: [{ reason: "nothingAskedOfCustomer" }],
  limited: countedActs.flatMap((what) =>
    (["person", "account"] as const).map((of) => ({
      reason: "limited",
      what,
      of,
      limit: { most: 1_000_000, withinMs: 604_800_000 },
      until: Date.parse("2026-01-12T15:30:00Z"),
      alreadyNotified: false,
    })),
  ),
  askedTooOften: countedReads.map((what) => ({
    reason: "askedTooOften",
    what,
    limit: { most: 1_000_000, withinMs: 604_800_000 },
    until: Date.parse("2026-01-12T15:30:00Z"),
  })),
  internalMention: [{ reason: "internalMention", found: hostile }],
  handledAlready: [{ reason: "handledAlready" }],
  noLongerPending: [{ reason: "noLongerPending" }],
  noSuchTicket: [{ reason: "noSuchTicket" }],
  alreadyTicket: [{ reason: "alreadyTicket", number: 1042 }],
  alreadyClaimed: [{ reason: "alreadyClaimed", by: "Luis Gil" }],
  alreadyThat: already.map((what) => ({ reason: "alreadyThat", what })),
  resolvedAlready: [{ reason: "resolvedAlready" }],
  channelOfAnother: [{ reason: "channelOfAnother", name: "Acme TV" }],
  requesterOfAnother: [{ reason: "requesterOfAnother", requester: hostile, name: "Northwind Media" }],
  messageOfAnother: [{ reason: "messageOfAnother", name: "Acme TV" }],
  noSuchArea: [{ reason: "noSuchArea", name: "plyer" }],
  sameArea: [{ reason: "sameArea" }],
  noSuchAccount: [{ reason: "noSuchAccount", name: "acne" }],
  noSuchPerson: [{ reason: "noSuchPerson", name: "anna" }],
  noTechTeam: [{ reason: "noTechTeam" }],
  notWithTech: [{ reason: "notWithTech" }],
  continuesIn: [{ reason: "continuesIn", to: 1043 }],
  sameTicket: [{ reason: "sameTicket" }],
  linkedAlready: [{ reason: "linkedAlready", to: 1043 }],
  targetResolved: [{ reason: "targetResolved", to: 1043 }],
  otherAccount: [{ reason: "otherAccount", to: 1043 }],
  nothingUnanswered: [{ reason: "nothingUnanswered" }],
  emptyText: [{ reason: "emptyText" }],
  customerElsewhere: [{ reason: "customerElsewhere" }],
  audienceChanged: [{ reason: "audienceChanged" }],
  reasonNeeded: [{ reason: "reasonNeeded" }],
  timeHasPassed: [{ reason: "timeHasPassed" }],
  tooFarAhead: [{ reason: "tooFarAhead", days: 60 }],
  nothingRunning: [{ reason: "nothingRunning" }],
  notDue: [{ reason: "notDue" }],
  notBreached: [
    { reason: "notBreached", due: now + hour, manager: "ana" },
    { reason: "notBreached", due: null, manager: "luis" },
    { reason: "notBreached", due: null, manager: null },
  ],
  callNotOffered: [
    { reason: "callNotOffered", severities: ["critical", "high"], manager: "ana" },
    { reason: "callNotOffered", severities: [], manager: null },
  ],
  callRequestedAlready: [{ reason: "callRequestedAlready" }],
  noCallRequested: [{ reason: "noCallRequested" }],
  nothingToRate: [{ reason: "nothingToRate" }],
  consultingHasNone: [{ reason: "consultingHasNone" }],
  ratedAlready: [{ reason: "ratedAlready" }],
  escalatedAlready: [{ reason: "escalatedAlready", at: now, again: now + hour }],
};
