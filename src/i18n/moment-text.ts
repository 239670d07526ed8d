import type { Instant } from "../sla/instant.ts";

import type { Viewer } from "./viewer.ts";
import { languageTag } from "./languages.ts";
import { dateFormat } from "./formats.ts";

/** Date and time as text in the viewer's zone: "Thu 15 Jan, 16:30". For sentences; elsewhere use a time span. */
export const momentText = (at: Instant, { locale, timezone }: Viewer): string =>
  dateFormat(languageTag[locale], {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: timezone,
  }).format(at);

/** The same with the year, for texts that are kept: "Thu, 15 Jan 2026, 16:30". */
export const datedMomentText = (at: Instant, { locale, timezone }: Viewer): string =>
  dateFormat(languageTag[locale], {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: timezone,
  }).format(at);
