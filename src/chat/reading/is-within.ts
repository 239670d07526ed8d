/** The limits of one payload: nesting depth, number of values, characters of text. */
export interface Bounds {
  readonly depth: number;
  readonly values: number;
  readonly characters: number;
}

/**
 * The limits of a platform's payload, far above real ones. Deeper nesting would exhaust the stack of recursive readers.
 */
export const payloadAtMost: Bounds = { depth: 32, values: 250_000, characters: 1024 * 1024 };

/**
 * Whether a JSON value keeps within the limits, so that recursive readers can process it. The walk stops at the first
 * limit that is exceeded.
 */
export const isWithin = (value: unknown, { depth, values, characters }: Bounds): boolean => {
  const open: { readonly value: unknown; readonly level: number }[] = [{ value, level: 0 }];
  let seen = 0;
  let length = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    seen += 1;
    if (typeof next.value === "string") length += next.value.length;
    if (next.level > depth || seen > values || length > characters) return false;
    if (typeof next.value !== "object" || next.value === null) continue;
    const inside: readonly unknown[] = Object.values(next.value);
    if (seen + open.length + inside.length > values) return false;
    for (const each of inside) open.push({ value: each, level: next.level + 1 });
  }
  return true;
};
