import { change, current } from "./state.ts";

/** The list of messages is reversed: at 0 it shows the newest, above that its position is negative. */
const nearPx = 40;

const list = (): Element | null => document.querySelector(".talk .scroll");

/** Whether the reader has scrolled up, so that a new message would arrive out of sight. */
export const isScrolledUp = (): boolean => Math.abs(list()?.scrollTop ?? 0) > nearPx;

/** Scrolls the open channel down to its newest message, once what is under way is drawn. */
export const showNewest = (): void => {
  change({ newBelow: false });
  requestAnimationFrame(() => requestAnimationFrame(() => list()?.scrollTo({ top: 0 })));
};

/** The reader has come back to the newest message. */
export const scrolled = (): void => {
  if (current().newBelow && !isScrolledUp()) change({ newBelow: false });
};
