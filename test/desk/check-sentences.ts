import { coverageGaps } from "../../src/desk/checks/coverage.ts";
import { unreachable as unreachablePeople, type SwitchedOn } from "../../src/desk/checks/reachable.ts";
import { deskWarnings } from "../../src/desk/checks/warnings.ts";
import type { Desk } from "../../src/desk/desk.ts";
import type { DeskWarning } from "../../src/desk/findings.ts";
import type { DeskDocument } from "../../src/desk/schema.ts";
import { deskWarningSentence } from "../../src/features/desk-warnings/index.ts";

/** What the checks find, as the command line says it. */

const inEnglish = (warnings: readonly DeskWarning[]): readonly string[] =>
  warnings.map((each) => deskWarningSentence(each, "en"));

export const uncovered = (desk: Desk, on: SwitchedOn): readonly string[] =>
  inEnglish(coverageGaps(desk, on).map((gap) => ({ is: "gap", gap })));

export const unreachable = (desk: Desk, on: SwitchedOn): readonly string[] => inEnglish(unreachablePeople(desk, on));

export const warnings = (document: DeskDocument, on: SwitchedOn, today: string): readonly string[] =>
  inEnglish(deskWarnings(document, on, today));
