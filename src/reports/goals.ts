import type { Desk } from "../desk/desk.ts";
import { clockKinds, type CustomerClockKind } from "../sla/clock-kinds.ts";

/** A goal of an account's plan: which share of these clocks the desk promised to keep. */
export interface PlanGoal {
  readonly account: string;
  readonly plan: string;
  readonly clock: CustomerClockKind;
  /** From above 0 to 1. */
  readonly goal: number;
}

/** The goals that hold for the accounts of a desk. An account gets the goals of the plan that it has now. */
export const goalsOf = ({ accounts, plans }: Pick<Desk, "accounts" | "plans">): readonly PlanGoal[] =>
  Object.values(accounts).flatMap(({ key: account, plan }) =>
    clockKinds.flatMap((clock) => {
      const goal = plans[plan]?.attainment[clock];
      return goal === undefined ? [] : [{ account, plan, clock, goal }];
    }),
  );
