/** How a call goes wrong. `after`: only once Discord has done what it was asked. */
export type Fault =
  /** An error of Discord's list. */
  | { readonly code: number; readonly after?: boolean }
  | { readonly status: number; readonly after?: boolean }
  /** The connection is cut. */
  | { readonly drop: "before" | "after" }
  /** No answer comes until the fake stops. */
  | { readonly hang: "before" | "after" }
  /** 429 for so many seconds, to this operation (and channel, where one is given), or to everything. */
  | { readonly rateLimit: number; readonly scope?: "user" | "shared" | "global" }
  /** A broken body, after the work is done. */
  | { readonly garble: true };

interface Planned {
  readonly operation: string;
  readonly fault: Fault;
  readonly channel: string | null;
  times: number;
}

/** The faults that tests plan. */
export interface Faults {
  plan(operation: string, fault: Fault, times: number, channel: string | null): void;
  /** The fault that this call meets, if any. */
  meet(operation: string, channel: string | null): Fault | null;
  /** Calls that came although Retry-After had not passed. */
  readonly violations: { readonly operation: string; readonly channel: string | null }[];
}

/** Faults on a clock. */
export const createFaults = (now: () => number): Faults => {
  const planned: Planned[] = [];
  const closed = new Map<string, number>();
  const violations: Faults["violations"][number][] = [];
  return {
    violations,
    plan: (operation, fault, times, channel) => void planned.push({ operation, fault, times, channel }),
    meet: (operation, channel) => {
      for (const key of ["", operation, `${operation} ${channel}`]) {
        const left = (closed.get(key) ?? 0) - now();
        if (left > 0) {
          violations.push({ operation, channel });
          return { rateLimit: Math.ceil(left / 1000), ...(key === "" ? { scope: "global" } : {}) };
        }
      }
      const next = planned.find(
        (each) => each.operation === operation && each.times > 0 && (each.channel === null || each.channel === channel),
      );
      if (next === undefined) return null;
      next.times -= 1;
      const { fault } = next;
      if ("rateLimit" in fault) {
        const key = fault.scope === "global" ? "" : next.channel === null ? operation : `${operation} ${channel}`;
        closed.set(key, now() + fault.rateLimit * 1000);
      }
      return fault;
    },
  };
};
