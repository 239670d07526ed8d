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

const delays = monitorEventLoopDelay({ resolution: 20 });

/** The watch of this process. It keeps no process alive. */
export const eventLoop = watchDelays(delays);

/** Begins to watch. What a start itself takes does not count. */
export const watchEventLoop = (): void => {
  delays.enable();
  delays.reset();
  setInterval(eventLoop.turn, spanMs).unref();
};
