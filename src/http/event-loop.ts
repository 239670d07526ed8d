import { Gauge, type Registry } from "prom-client";
import { monitorEventLoopDelay } from "node:perf_hooks";

/** A process that is held up for longer (ms) answers no platform in time. */
const longestMs = 1_000;
/** A stop is told of for one to two spans (ms). */
const spanMs = 10_000;

/** Watches how long the process is held up at one stretch; `delays` measures it since its last reset, in nanoseconds. */
export const watchDelays = (delays: { readonly max: number; reset(): void }) => {
  let before = 0;
  return {
    /** Begins a new span. */
    turn: (): void => {
      before = delays.max;
      delays.reset();
    },
    /** One sentence where the process was held up of late; none while it is not. */
    troubles: (): readonly string[] => {
      const ms = Math.round(Math.max(before, delays.max) / 1e6);
      return ms > longestMs ? [`the event loop stood still for ${ms} ms`] : [];
    },
  };
};

/** Measures each turn of the event loop, and wakes no process that has nothing to do. */
const measureDelays = () => monitorEventLoopDelay({ samplePerIteration: true });

const delays = measureDelays();

/** The watch of this process. It keeps no process alive. */
export const eventLoop = watchDelays(delays);

/** Begins to watch. What a start itself takes does not count. */
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
 * Puts the figures of the event loop's delay since they were last read in the place of those of prom-client: these come from a
 * timer that fires a hundred times a second, and are most of what an idle process costs.
 */
export const replaceEventLoopLag = (register: Registry): void => {
  const own = measureDelays();
  own.enable();
  for (const [name, read] of Object.entries(figures)) {
    const metric = `nodejs_eventloop_lag_${name}_seconds`;
    register.removeSingleMetric(metric);
    const gauge = new Gauge({
      name: metric,
      help: `How long the event loop was held up since the last look (${name}).`,
      registers: [],
      collect() {
        this.set(own.count === 0 ? 0 : read(own) / 1e9);
        // The last of them to be read.
        if (name === "p99") own.reset();
      },
    });
    register.registerMetric(gauge);
  }
};
