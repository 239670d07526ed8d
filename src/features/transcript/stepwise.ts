/** Work that stops after each step, so that its caller may let other work run in between. */
export type Stepwise<T> = Generator<undefined, T>;

/** Does all the steps without a pause. */
export const atOnce = <T>(work: Stepwise<T>): T => {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
};
