/** How much inbound work there is, and how background work and new requests react to it. */
export interface Pressure {
  /** An inbound request arrived. Call the result once it is answered. */
  enter(): () => void;
  /**
   * Resolves when the next unit of background work may begin: at once if no request is being answered, else when all
   * are answered or after a short wait. So background work slows down under load and never stops.
   */
  calm(): Promise<void>;
  /** Whether one more event should be refused, because the platform will repeat it. */
  isOverloaded(): boolean;
  /** Whether one more form, press or command should be refused, because its answer would be too late. */
  isSaturated(): boolean;
}

/** How long (ms) a unit of background work waits for open requests. */
const patienceMs = 25;
/** The same while the event loop lags. */
const laggingPatienceMs = 250;
/** The event loop lags if a timer fires this much (ms) too late. */
const laggingMs = 50;
/** With more open requests than this, an event is refused; the platform repeats it. */
const overloadedAt = 150;
/**
 * With more open requests than this, the next answer would come after the three seconds that Slack and Discord wait.
 */
const saturatedAt = 400;
const lookMs = 100;
/** How long (ms) the lag is measured after the last request for it. */
const unaskedMs = 5_000;

/** Creates the counter. `lagMs` returns how late the event loop's timers fired recently, in ms. */
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
    isSaturated: () => underway > saturatedAt,
  };
};

/**
 * Returns a function that gives how late timers fired recently, in ms. The timer runs only while it is asked for,
 * because it would be most of the cost of an idle process.
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
