/** How much inbound work there is just now, and what background work and new requests do about it. */
export interface Pressure {
  /** An inbound request came in; call the result once it is answered. */
  enter(): () => void;
  /**
   * Resolves when the next unit of background work may begin: at once while no request is being answered, else when all
   * are answered or after a short wait. So background work slows down under load, and never stops.
   */
  calm(): Promise<void>;
  /** Whether one more event should be refused at once, because the platform repeats it. */
  isOverloaded(): boolean;
  /** Whether one more form, press or command should be refused at once: it would be answered too late anyway. */
  isDrowning(): boolean;
}

/** How long (ms) a unit of background work waits for requests under way. */
const patienceMs = 25;
/** The same while the event loop lags. */
const laggingPatienceMs = 250;
/** The event loop lags when a timer fires so much (ms) later than asked. */
const laggingMs = 50;
/** With so many requests under way an event is refused; the platform repeats it. */
const overloadedAt = 150;
/** With so many under way, the answer to one more would come after the three seconds that Slack and Discord wait. */
const drowningAt = 400;
const lookMs = 100;
/** How long (ms) the lag is measured after it was asked for. */
const unaskedMs = 5_000;

/** Keeps count. `lagMs` tells how late the event loop's timers fired of late, in ms. */
export const createPressure = (lagMs: () => number): Pressure => {
  let underway = 0;
  let waiting: (() => void)[] = [];

  const release = (): void => {
    const all = waiting;
    waiting = [];
    for (const each of all) each();
  };

  return {
    enter: () => {
      underway += 1;
      let left = false;
      return () => {
        if (left) return;
        left = true;
        underway -= 1;
        if (underway === 0) release();
      };
    },
    calm: () => {
      if (underway === 0) return Promise.resolve();
      return new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, lagMs() > laggingMs ? laggingPatienceMs : patienceMs);
        waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
    isOverloaded: () => underway > overloadedAt,
    isDrowning: () => underway > drowningAt,
  };
};

/**
 * Tells how late timers fired of late, in ms. A timer measures it only while it is asked for: one that ran always would
 * be most of what a process costs that has nothing to do.
 */
export const watchLag = (): (() => number) => {
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;
  let expected = 0;
  let lag = 0;
  const measure = (): void => {
    const now = performance.now();
    lag = Math.max(now - expected, lag * 0.8);
    expected = now + lookMs;
    if (now - asked <= unaskedMs) return;
    clearInterval(timer);
    timer = undefined;
    lag = 0;
  };
  return () => {
    asked = performance.now();
    if (timer !== undefined) return Math.max(lag, asked - expected);
    expected = asked + lookMs;
    timer = setInterval(measure, lookMs).unref();
    return 0;
  };
};
