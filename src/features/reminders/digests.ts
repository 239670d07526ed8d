import type { Instant } from "../../sla/instant.ts";

/** A reminder that waits to be sent, with the fields that decide about digests. */
export interface Waiting {
  /** The person to notify in chat; null if it must be sent alone. */
  readonly person: string | null;
  /** The digest that it was in at its last attempt, whose outcome is unknown. */
  readonly digest: string | null;
  readonly critical: boolean;
  readonly due: Instant;
  /** How many messages this person may get now; the rest goes into one digest. */
  readonly room: number;
}

/** A person gets at most this many reminders one by one; more become a digest. */
const singles = 3;
/** One message has room for this many. */
const longest = 20;

const byUrgency = (one: Waiting, other: Waiting): number =>
  Number(other.critical) - Number(one.critical) || one.due - other.due;

const groupedBy = <Each>(all: readonly Each[], key: (each: Each) => string | null): readonly (readonly Each[])[] => [
  ...Map.groupBy(
    all.filter((each) => key(each) !== null),
    key,
  ).values(),
];

/**
 * The messages for one person: the first critical reminders alone, the rest in digests if there are too many to read or
 * to send one by one.
 */
const forPerson = <Each extends Waiting>(all: readonly Each[], id: () => string): readonly (readonly Each[])[] => {
  const sorted = all.toSorted(byUrgency);
  const room = sorted[0]?.room ?? 0;
  const alone =
    all.length <= Math.min(singles, room)
      ? all.length
      : Math.min(singles, room - 1, sorted.filter((each) => each.critical).length);
  const rest = sorted.slice(alone);
  const groups = sorted.slice(0, alone).map((each) => [each]);
  if (rest.length === 1) return [...groups, rest];
  for (let from = 0; from < rest.length; from += longest) {
    const digest = id();
    groups.push(rest.slice(from, from + longest).map((each) => ({ ...each, digest })));
  }
  return groups;
};

/** Groups the waiting reminders: each group is one message, the most urgent first. `id` names a new digest. */
export const inDigests = <Each extends Waiting>(
  waiting: readonly Each[],
  id: () => string,
): readonly (readonly Each[])[] => {
  const fresh = waiting.filter((each) => each.digest === null);
  return [
    ...groupedBy(waiting, (each) => each.digest),
    ...fresh.filter((each) => each.person === null).map((each) => [each]),
    ...groupedBy(fresh, (each) => each.person).flatMap((each) => forPerson(each, id)),
  ];
};
