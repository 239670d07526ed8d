/** How a call fails. `after`: only after Discord has done the work. */
export type Fault =
  /** An error of Discord's list. */
  | { readonly code: number; readonly after?: boolean }
  | { readonly status: number; readonly after?: boolean }
  /** The connection breaks. */
  | { readonly drop: "before" | "after" }
  /** No answer until the fake stops. */
  | { readonly hang: "before" | "after" }
  /** 429 for this many seconds, for this operation (and channel, if given), or for all. */
  | { readonly rateLimit: number; readonly scope?: "user" | "shared" | "global" }
  /** A broken body after the work is done. */
  | { readonly garble: true };

interface Planned {
  readonly operation: string;
  readonly fault: Fault;
  readonly channel: string | null;
  times: number;
}

/** The planned faults. */
export interface Faults {
  plan(operation: string, fault: Fault, times: number, channel: string | null): void;
  /** The fault of this call, if any. Only calls with the bot's token fall under a limit of the whole bot. */
  meet(operation: string, channel: string | null, withToken: boolean): Fault | null;
  /** Calls before Retry-After was over. */
  readonly violations: { readonly operation: string; readonly channel: string | null }[];
  /** While it is, every call is answered with 503. */
  isDown: boolean;
}

/** Faults on a clock. */
export const createFaults = (now: () => number): Faults => {
  const planned: Planned[] = [];
  const closed = new Map<string, number>();
  const violations: Faults["violations"][number][] = [];
  const faults: Faults = {
    violations,
    isDown: false,
    plan: (operation, fault, times, channel) => void planned.push({ operation, fault, times, channel }),
    meet: (operation, channel, withToken) => {
      if (faults.isDown) return { status: 503 };
      for (const key of [...(withToken ? [""] : []), operation, `${operation} ${channel}`]) {
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
  return faults;
};
