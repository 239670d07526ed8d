import type { Severity } from "../domain/severity.ts";
import type { Viewer } from "./reader.ts";
import { sayIn } from "./words/say.ts";

/** Several severities in words: "critical and high". */
export const severityList = (severities: readonly Severity[], viewer: Viewer): string =>
  new Intl.ListFormat(viewer.locale, { type: "conjunction" }).format(
    severities.map((each) => sayIn(viewer.locale)(`severity.${each}`)),
  );
