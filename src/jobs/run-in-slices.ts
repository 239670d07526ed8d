import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import type { Stepwise } from "../features/history/index.ts";

/** How long (ms) the work runs before it yields. */
const sliceMs = 10;

/** Runs the steps in slices and yields to the event loop between them, so that long work blocks no request. */
export const runInSlices = async <T>(work: Stepwise<T>): Promise<T> => {
  let began = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - began < sliceMs) continue;
    await yieldToEventLoop();
    began = performance.now();
  }
};
