/** How a call fails. `after`: only after Slack has done the work. */
export type Fault =
  | { readonly error: string; readonly after?: boolean }
  | { readonly status: number; readonly after?: boolean }
  /** The connection breaks. */
  | { readonly drop: "before" | "after" }
  /** No answer until the fake stops. */
  | { readonly hang: "before" | "after" }
  /** 429 for this many seconds, for this method (and channel, if given). */
  | { readonly rateLimit: number }
  /** A broken body after the work is done. */
  | { readonly garble: true };

interface Planned {
  readonly method: string;
  readonly fault: Fault;
  readonly channel: string | null;
  readonly host: string | null;
  times: number;
}

/** The calls of a fault: how many (1), in which channel, and from which host name. */
export interface Aim {
  readonly times?: number;
  readonly channel?: string;
  readonly host?: string;
}

/** The planned faults, and Slack's rate limits. */
export interface Faults {
  plan(method: string, fault: Fault, aim: Aim): void;
  /** The fault of this call, if any. */
  meet(method: string, channel: string | null, host: string): Fault | null;
  /** Calls before Retry-After was over. */
  readonly violations: { readonly method: string; readonly channel: string | null }[];
  /** While it is, every call is answered with 503. */
  isDown: boolean;
}

/** Faults and limits on a clock. With `posting` the real rate of one message a second and channel holds, with bursts of three. */
export const createFaults = (now: () => number, posting: boolean): Faults => {
  const planned: Planned[] = [];
  const closed = new Map<string, number>();
  const recent = new Map<string, number[]>();
  const violations: Faults["violations"][number][] = [];

  const close = (key: string, seconds: number): Fault => {
    closed.set(key, now() + seconds * 1000);
    return { rateLimit: seconds };
  };

  const overPosting = (channel: string): boolean => {
    const times = (recent.get(channel) ?? []).filter((at) => at > now() - 3000);
    recent.set(channel, [...times, now()]);
    return times.length >= 3;
  };

  const faults: Faults = {
    violations,
    isDown: false,
    plan: (method, fault, { times = 1, channel = null, host = null }) =>
      void planned.push({ method, fault, times, channel, host }),
    meet: (method, channel, host) => {
      if (faults.isDown) return { status: 503 };
      for (const key of [method, `${method} ${channel}`]) {
        const left = (closed.get(key) ?? 0) - now();
        if (left > 0) {
          violations.push({ method, channel });
          return { rateLimit: Math.ceil(left / 1000) };
        }
      }
      const next = planned.find(
        (each) =>
          each.method === method &&
          each.times > 0 &&
          (each.channel === null || each.channel === channel) &&
          (each.host === null || each.host === host),
      );
      if (next !== undefined) {
        next.times -= 1;
        return "rateLimit" in next.fault
          ? close(next.channel === null ? method : `${method} ${channel}`, next.fault.rateLimit)
          : next.fault;
      }
      if (posting && method === "chat.postMessage" && channel !== null && overPosting(channel))
        return close(`${method} ${channel}`, 1);
      return null;
    },
  };
  return faults;
};
