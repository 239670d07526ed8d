import { change, current } from "./state.ts";

/** The list of messages is reversed: position 0 shows the newest, and older ones have negative positions. */
const nearPx = 40;

const list = (): Element | null => document.querySelector(".talk .scroll");

/** Returns whether the visitor scrolled up, so that a new message would be out of sight. */
export const isScrolledUp = (): boolean => Math.abs(list()?.scrollTop ?? 0) > nearPx;

/** Scrolls the open channel to its newest message after the next draw. */
export const showNewest = (): void => {
  change({ newBelow: false });
  requestAnimationFrame(() => requestAnimationFrame(() => list()?.scrollTo({ top: 0 })));
};

/** The visitor scrolled back to the newest message. */
export const scrolled = (): void => {
  if (current().newBelow && !isScrolledUp()) change({ newBelow: false });
};
