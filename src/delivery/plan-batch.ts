import { isUrgent, personToRemind, type ClaimedMessage } from "../db/delivery/claim-outbox.ts";
import type { Attempts } from "../db/delivery/mark-attempts.ts";
import type { OutboxRow } from "../db/delivery/outbox-row.ts";
import type { Urgency } from "../db/schema/rows.ts";
import { inDigests } from "../features/reminders/index.ts";
import type { SendGate } from "./send-gate.ts";

/** Claimed rows in groups, each one message, and the attempts to write before they are sent. */
export interface Batch {
  readonly groups: readonly (readonly OutboxRow[])[];
  readonly attempts: Attempts;
}

/**
 * Decides what goes together and what goes now. Reminders for one person become digests, and the most urgent messages
 * take the available room. What the gate refuses is given back, so that more rows may join it. `newDigest` creates the
 * id of a digest. The rows keep their state from before the claim, so that an earlier attempt without an outcome is
 * visible.
 */
export const planBatch = (claimed: readonly ClaimedMessage[], gate: SendGate, newDigest: () => string): Batch => {
  const groups = inDigests(
    claimed.map((each) => withRoom(each, gate)),
    newDigest,
  )
    .toSorted((one, other) => urgencyOf(one) - urgencyOf(other))
    .filter((group) => {
      const [first] = group;
      return first !== undefined && gate.take(first.row.target, first.channel, isUrgent(urgencyOf(group)));
    })
    .map((group) => group.map(({ row, digest }) => ({ ...row, digest })));
  const sent = groups.flat();
  const ids = new Set(sent.map(({ id }) => id));
  return {
    groups,
    attempts: {
      sent: sent.map(({ id, digest }) => ({ id, digest })),
      givenBack: claimed.flatMap(({ row }) => (ids.has(row.id) ? [] : [row.id])),
    },
  };
};

/** The most urgent row decides for its group. */
const urgencyOf = (group: readonly Pick<ClaimedMessage, "row">[]): Urgency =>
  group.reduce<Urgency>((least, { row }) => (row.urgency < least ? row.urgency : least), 2);

const withRoom = ({ row, critical, due, channel }: ClaimedMessage, gate: SendGate) => {
  const person = personToRemind(row);
  return {
    row,
    channel,
    critical,
    due: due ?? row.createdAt,
    person,
    digest: row.digest,
    room: person === null ? 1 : gate.room(person, isUrgent(row.urgency)),
  };
};
