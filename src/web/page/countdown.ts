const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Countdowns are written again so often (ms). */
const everyMs = 1_000;

const pageNow = Number(document.body.dataset["now"] || Date.now());
/** The desk's clock may differ from the browser's. */
const ahead = pageNow - Date.now();
const locale = document.documentElement.lang;

/** Missing in browsers before 2025; then the times stay as the server wrote them. */
const Format = (
  Intl as unknown as {
    readonly DurationFormat?: new (
      locale: string,
      options: { readonly style: "long" },
    ) => { format(amounts: Readonly<Record<string, number>>): string };
  }
).DurationFormat;
const format = Format === undefined ? null : new Format(locale, { style: "long" });

/** A length of time in its two greatest units, as the server writes it. */
const text = (ms: number): string => {
  const inDays = ms >= 2 * day;
  const parts = [
    ["days", inDays ? Math.floor(ms / day) : 0],
    ["hours", Math.floor((inDays ? ms % day : ms) / hour)],
    ["minutes", Math.floor((ms % hour) / minute)],
    ["seconds", Math.floor((ms % minute) / 1_000)],
  ] as const;
  const first = parts.findIndex(([, amount]) => amount > 0);
  const shown =
    first === -1 ? [["seconds", 1] as const] : parts.slice(first, first + 2).filter(([, amount]) => amount > 0);
  return format?.format(Object.fromEntries(shown)) ?? "";
};

/** Asks for the page again when a moment that was ahead has come. */
const turn = (now: number): void => {
  const come = [...document.querySelectorAll<HTMLElement>("[data-turns]")].filter(
    ({ dataset }) => Number(dataset["turns"]) <= now,
  );
  for (const each of come) delete each.dataset["turns"];
  if (come.length > 0) document.body.dispatchEvent(new Event("plazo:changed"));
};

const write = (): void => {
  if (document.hidden) return;
  const now = Date.now() + ahead;
  turn(now);
  if (format === null) return;
  for (const each of document.querySelectorAll<HTMLElement>("[data-left]")) {
    const at = Number(each.dataset["left"]);
    const shown = text(Math.abs(at - now));
    if (each.textContent !== shown) each.textContent = shown;
    // The page says "due in"; it must be drawn again to say "overdue by".
    const wasAhead = each.dataset["wasAhead"];
    each.dataset["wasAhead"] = String(at > now);
    if (wasAhead === "true" && at <= now) document.body.dispatchEvent(new Event("plazo:changed"));
  }
};

/** Lets the countdowns of the page run. */
export const keepCountdowns = (): void => {
  write();
  setInterval(write, everyMs);
};
