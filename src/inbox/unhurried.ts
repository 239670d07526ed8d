import { setImmediate as breathe } from "node:timers/promises";
import type { Stepwise } from "../features/transcript/stepwise.ts";

/** How long (ms) the work runs before other work gets its turn. */
const sliceMs = 10;

/** Does the steps in slices and lets the event loop turn between them, so that long work holds up no other request. */
export const unhurried = async <T>(work: Stepwise<T>): Promise<T> => {
  let began = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - began < sliceMs) continue;
    await breathe();
    began = performance.now();
  }
};
