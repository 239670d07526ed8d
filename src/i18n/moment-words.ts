import type { Instant } from "../sla/instant.ts";

import type { Viewer } from "./viewer.ts";
import { languageTag } from "./language-tag.ts";

/** Date and time in words, in the reader's zone: "Thu 15 Jan, 16:30". For sentences; elsewhere a time is a span of its own. */
export const momentWords = (at: Instant, { locale, timezone }: Viewer): string =>
  new Intl.DateTimeFormat(languageTag[locale], {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: timezone,
  }).format(at);

/** The same with the year, for what is kept: "Thu, 15 Jan 2026, 16:30". */
export const datedMomentWords = (at: Instant, { locale, timezone }: Viewer): string =>
  new Intl.DateTimeFormat(languageTag[locale], {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: timezone,
  }).format(at);
