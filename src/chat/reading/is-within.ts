/** How much a platform may send in one piece: how deep, how many values, how many characters of text. */
export interface Bounds {
  readonly depth: number;
  readonly values: number;
  readonly characters: number;
}

/**
 * Whether a value out of JSON keeps within the bounds. What reads it afterwards may then call itself for each level and look
 * at each value. This walk stops as soon as a bound is passed.
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
