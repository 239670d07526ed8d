/** How many clocks ended in time and late, and the share that was agreed on. Cancelled clocks count for neither. */
export interface GoalCount {
  readonly met: number;
  readonly breached: number;
  /** From above 0 to 1: 0.95 is 95 %. */
  readonly goal: number;
}

/**
 * Where an attainment stands, counting only clocks that have ended so far. Nothing is assumed about clocks to come.
 * `kept`: after `breachesLeft` more breaches, and none met in between, it falls below the goal. It is 1 at least.
 * `missed`: it is below the goal. `toRecover` clocks met in a row bring it back; null if no number does, because the
 * goal is 100 %.
 */
export type GoalState =
  | { readonly is: "kept"; readonly breachesLeft: number }
  | { readonly is: "missed"; readonly toRecover: number | null };

/** Goals are exact to a hundredth of a percent, and whole numbers keep the arithmetic exact. */
const parts = 10_000;

/** Where an attainment stands against its goal. Without an ended clock it is kept: 0 of 0 breaks no promise. */
export const goalState = ({ met, breached, goal }: GoalCount): GoalState => {
  const ended = met + breached;
  const share = Math.round(goal * parts);
  if (met * parts >= share * ended) return { is: "kept", breachesLeft: Math.floor((met * parts) / share) - ended + 1 };
  return {
    is: "missed",
    toRecover: share >= parts ? null : Math.ceil((share * ended - met * parts) / (parts - share)),
  };
};

/** With so many breaches left, or fewer, people are told. */
const fewLeft = 2;

/** What people are told of: a goal that is nearly missed, and one that is missed. */
export const alertKinds = ["near", "missed"] as const;
export type AlertKind = (typeof alertKinds)[number];

/**
 * Whether people are told of a goal. Without a breach they are not told that few are left: in the first days of a month one
 * breach of a few clocks would always miss a goal of 95 %, and such an alert would come to every account.
 */
export const alertFor = (count: GoalCount): AlertKind | null => {
  const state = goalState(count);
  if (state.is === "missed") return "missed";
  return count.breached > 0 && state.breachesLeft <= fewLeft ? "near" : null;
};
