/** How fast a platform lets a bot speak of its own accord: the adapter knows. What goes faster is refused with a 429. */
export interface Limits {
  /** To one channel or person: so many at once, and one more whenever so many milliseconds went by. */
  readonly perPlace: { readonly burst: number; readonly everyMs: number };
  /** On the whole platform in any minute. */
  readonly perMinute: number;
}
