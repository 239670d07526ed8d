import { Gauge, type Registry } from "prom-client";
import { monitorEventLoopDelay } from "node:perf_hooks";

/** A longer block (ms) means that platforms get no answer in time. */
const longestMs = 1_000;
/** A block is reported for one to two of these spans (ms). */
const spanMs = 10_000;

/** Watches how long the event loop is blocked. `delays` measures it since its last reset, in nanoseconds. */
export const watchDelays = (delays: { readonly max: number; reset(): void }) => {
  let before = 0;
  return {
    /** Begins a new span. */
    turn: (): void => {
      before = delays.max;
      delays.reset();
    },
    /** One sentence if the event loop was blocked recently; else empty. */
    troubles: (): readonly string[] => {
      const ms = Math.round(Math.max(before, delays.max) / 1e6);
      return ms > longestMs ? [`the event loop was blocked for ${ms} ms`] : [];
    },
  };
};

/** Measures each iteration of the event loop, without waking an idle process. */
const measureDelays = () => monitorEventLoopDelay({ samplePerIteration: true });

const delays = measureDelays();

/** The watch of this process. It keeps no process alive. */
export const eventLoop = watchDelays(delays);

/** Starts watching. The time of the start itself does not count. */
export const watchEventLoop = (): void => {
  delays.enable();
  delays.reset();
  setInterval(eventLoop.turn, spanMs).unref();
};

const figures: Readonly<Record<string, (delays: ReturnType<typeof measureDelays>) => number>> = {
  min: ({ min }) => min,
  max: ({ max }) => max,
  mean: ({ mean }) => mean,
  stddev: ({ stddev }) => stddev,
  p50: (each) => each.percentile(50),
  p90: (each) => each.percentile(90),
  p99: (each) => each.percentile(99),
};

/**
 * Replaces prom-client's event loop metrics, since the last read, by ones without a timer. Its timer fires a hundred
 * times a second and would be most of an idle process's cost.
 */
export const replaceEventLoopLag = (register: Registry): void => {
  const own = measureDelays();
  own.enable();
  for (const [name, read] of Object.entries(figures)) {
    const metric = `nodejs_eventloop_lag_${name}_seconds`;
    register.removeSingleMetric(metric);
    const gauge = new Gauge({
      name: metric,
      help: `How long the event loop was blocked since the last read (${name}).`,
      registers: [],
      collect() {
        this.set(own.count === 0 ? 0 : read(own) / 1e9);
        // This is the last of the metrics to be read.
        if (name === "p99") own.reset();
      },
    });
    register.registerMetric(gauge);
  }
};
