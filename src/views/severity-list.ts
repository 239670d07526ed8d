import type { Severity } from "../domain/severity.ts";
import type { Reader } from "./reader.ts";
import { sayIn } from "./words/say.ts";

/** Several severities in words: "critical and high". */
export const severityList = (severities: readonly Severity[], reader: Reader): string =>
  new Intl.ListFormat(reader.locale, { type: "conjunction" }).format(
    severities.map((each) => sayIn(reader.locale)(`severity.${each}`)),
  );
