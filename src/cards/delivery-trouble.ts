import { platforms, failureCode } from "../../adapters/index.ts";
import type { FailureMeaning } from "../chat/platform-manifest.ts";
import { oneLine } from "../i18n/excerpt.ts";
import { otherReaders } from "../chat/delivery.ts";
import type { Viewer } from "../i18n/viewer.ts";
import { sayIn } from "../i18n/say.ts";

/** The meanings of failures, in the order in which they are tested. */
const meanings: readonly FailureMeaning[] = [
  "archived",
  "locked",
  "notIn",
  "personGone",
  "noDirect",
  "restricted",
  "filtered",
];

const isMeant = (meaning: FailureMeaning, why: string): boolean =>
  platforms.some(({ failureMeanings }) => failureMeanings[meaning]?.test(why) === true);

/** Why one or several platforms refused a message, as text, with the platform's own error code. */
export const troubleText = (why: string, viewer: Viewer): string =>
  why
    .split("; ")
    .map((each) => oneFailure(each, viewer))
    .join("; ");

const oneFailure = (why: string, viewer: Viewer): string => {
  if (why === otherReaders) return sayIn(viewer.locale)("trouble.otherReaders");
  // Older rows have the platform's text after its code.
  const code = oneLine(failureCode(why), 80);
  const found = meanings.find((meaning) => isMeant(meaning, why));
  return found === undefined ? code : sayIn(viewer.locale)(`trouble.${found}`, { code });
};
