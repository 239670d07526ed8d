/** How fast something is taken: so many at once, and one more whenever so many milliseconds went by. */
export interface Pace {
  readonly burst: number;
  readonly everyMs: number;
}

/** How fast a platform lets a bot speak of its own accord: the adapter knows. What goes faster is refused with a 429. */
export interface Limits {
  /** Messages to one channel or person. */
  readonly perPlace: Pace;
  /** Edits, which platforms count apart from new messages: in each channel, or in all of them together. */
  readonly edits: Pace & { readonly in: "place" | "platform" };
  /** On the whole platform in any minute. */
  readonly perMinute: number;
}
