const units: readonly (readonly [RegExp, "D" | number])[] = [
  [/^(?:d|days?|días?|dias?)$/, "D"],
  [/^(?:h|hrs?|hours?|horas?)$/, 3_600_000],
  [/^(?:m|mins?|minutes?|minutos?)$/, 60_000],
  [/^(?:s|secs?|seconds?|segundos?)$/, 1_000],
  [/^(?:ms|milliseconds?|milisegundos?|milissegundos?)$/, 1],
];

/** Words that people write beside a length of time. A day is a working day, whether they say it or not. */
const between =
  /\b(?:and|working|laborables?|hábil|hábeis|hábiles)\b|(?<=[\s\d])[ye](?=\s)|(?<=\s)(?:útil|úteis)(?=\s|$)|,(?=\s)/gu;

/** A length of time: working days, and milliseconds beside them. */
interface TypedLength {
  readonly days: number;
  readonly ms: number;
}

/** Reads "4 hours", "1 día y 4 horas" or "1,5 h" in small letters; null for any other text. */
export const lengthFromWords = (text: string): TypedLength | null => {
  const words = text.replaceAll(between, " ").trim();
  const amounts = [...words.matchAll(/(\d{1,7})(?:[.,](\d{1,3}))?\s*(\p{L}+)\s*/gu)];
  if (amounts.length === 0 || amounts.map(([all]) => all).join("") !== words) return null;
  let length: TypedLength = { days: 0, ms: 0 };
  for (const [, whole = "", part = "", word = ""] of amounts) {
    const unit = units.find(([pattern]) => pattern.test(word))?.[1];
    const amount = Number(`${whole}.${part}`);
    if (unit === undefined || (unit === "D" && part !== "")) return null;
    length =
      unit === "D"
        ? { ...length, days: length.days + amount }
        : { ...length, ms: length.ms + Math.round(amount * unit) };
  }
  return length;
};
