import type { CoverageGap } from "../../desk/coverage-gap.ts";
import type { Locale } from "../../desk/desk.ts";
import { sayIn } from "../../i18n/say.ts";
import { asSentence } from "../../text/shown-text.ts";
import { sameValue } from "../../tickets/clocks/sla-target.ts";
import type { RehearsedCoverage } from "../../tickets/rehearsal/tally.ts";
import { deskWarningSentence } from "../desk-warnings/index.ts";

const assumed = ["acts", "updates", "clocks", "targets", "people", "running"] as const;

/** What a rehearsal takes for granted, in sentences. */
export const assumptions = (locale: Locale): readonly string[] => {
  const say = sayIn(locale);
  return assumed.map((each) => say(`rehearsal.assume.${each}`));
};

/** The hours that no person covers under the draft, each new or as now, and then those that only the desk in force leaves open. */
export const coverageLines = ({ before, after }: RehearsedCoverage, locale: Locale): readonly string[] => {
  const say = sayIn(locale);
  const isIn = (gaps: readonly CoverageGap[], gap: CoverageGap): boolean => gaps.some((each) => sameValue(each, gap));
  const sentence = (gap: CoverageGap): string => asSentence(deskWarningSentence({ is: "gap", gap }, locale));
  return [
    ...after.map((gap) => say(isIn(before, gap) ? "rehearsal.gapSame" : "rehearsal.gapNew", { gap: sentence(gap) })),
    ...before.filter((gap) => !isIn(after, gap)).map((gap) => say("rehearsal.gapClosed", { gap: sentence(gap) })),
  ];
};
