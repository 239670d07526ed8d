import type { Severity } from "../../sla/severity.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { sayIn } from "../../i18n/say.ts";

/** Several severities in words: "critical and high". */
export const severityList = (severities: readonly Severity[], viewer: Viewer): string =>
  new Intl.ListFormat(viewer.locale, { type: "conjunction" }).format(
    severities.map((each) => sayIn(viewer.locale)(`severity.${each}`)),
  );
