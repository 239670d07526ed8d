import type { Instant } from "../sla/instant.ts";

import { isDate } from "./date-text.ts";

/**
 * A moment in ISO 8601 with its offset, at most to the millisecond: `2026-01-09T16:30:00Z`. Null for any other text.
 */
export const parseInstant = (text: string): Instant | null => {
  const match =
    /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/.exec(
      text,
    );
  return match?.[1] !== undefined && isDate(match[1]) ? Date.parse(text) : null;
};
