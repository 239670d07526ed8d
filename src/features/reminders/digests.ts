import type { Instant } from "../../sla/instant.ts";

/** A reminder on its way, as far as it matters for sending several as one. */
export interface Waiting {
  /** Who is to be told in chat; null where it must go alone. */
  readonly person: string | null;
  /** The message it was part of when it was last tried and nobody could say what became of that. */
  readonly digest: string | null;
  readonly critical: boolean;
  readonly due: Instant;
  /** How many messages may go to them now; they are told the rest together. */
  readonly room: number;
}

/** So many reminders somebody gets one by one; more become a digest. */
const singles = 3;
/** A message has no room for more. */
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
 * What goes to one person: the first critical ones alone, the rest together where it is too much to read one by one, or
 * more than may be sent one by one.
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

/** Groups what waits: each group is one message, the most urgent first. `id` names a new digest. */
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
