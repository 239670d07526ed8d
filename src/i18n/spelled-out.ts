import type { Instant } from "../sla/instant.ts";
import type { Card, CardPart, Line, Span } from "../chat/card.ts";

import type { Viewer } from "./viewer.ts";
import { plain } from "./spans.ts";
import { sayIn } from "./say.ts";
import { languageTag } from "./languages.ts";
import { dateFormat } from "./formats.ts";

const momentText = (at: Instant, { locale, timezone }: Viewer): string =>
  dateFormat(languageTag[locale], {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: timezone,
    timeZoneName: "short",
  }).format(at);

const units = [
  ["day", 24 * 60 * 60_000],
  ["hour", 60 * 60_000],
  ["minute", 60_000],
] as const;

/** How far away a moment is, as of the writing: "in 3 hours", "2 hours ago". */
export const leftText = (at: Instant, now: Instant, { locale }: Viewer): string => {
  if (Math.abs(at - now) < 60_000) return sayIn(locale)(at > now ? "time.soon" : "time.now");
  const [unit, length] = units.find(([, each]) => Math.abs(at - now) >= 2 * each) ?? units[2];
  return new Intl.RelativeTimeFormat(locale, { numeric: "always" }).format(Math.round((at - now) / length), unit);
};

const spelledSpan = (span: Span, viewer: Viewer, now: Instant): Span => {
  if (span.t !== "time") return span;
  const moment = momentText(span.at, viewer);
  const left = leftText(span.at, now, viewer);
  return plain(span.show === "moment" ? moment : span.show === "left" ? left : `${moment} (${left})`);
};

const spelledPart = (part: CardPart, line: (line: Line) => Line): CardPart => {
  switch (part.part) {
    case "text":
      return { ...part, lines: part.lines.map(line) };
    case "facts":
      return { ...part, facts: part.facts.map((fact) => ({ ...fact, value: line(fact.value) })) };
    case "small":
      return { ...part, line: line(part.line) };
    default:
      return part;
  }
};

/** A card for where no program draws its times: every moment as text, in the viewer's zone and language, as of now. */
export const plainTextTimes = (card: Card, viewer: Viewer, now: Instant): Card => ({
  ...card,
  parts: card.parts.map((part) => spelledPart(part, (line) => line.map((span) => spelledSpan(span, viewer, now)))),
});
