/** A rate: `burst` at once, and one more every `everyMs` milliseconds. */
export interface Pace {
  readonly burst: number;
  readonly everyMs: number;
}

/** How fast a bot may send on this platform. Faster calls are refused with a 429. */
export interface Limits {
  /** Messages to one channel or person. */
  readonly perPlace: Pace;
  /** Platforms count edits apart from new messages, either per channel or on the whole platform. */
  readonly edits: Pace & { readonly in: "place" | "platform" };
  /** Calls per minute on the whole platform. */
  readonly perMinute: number;
}
