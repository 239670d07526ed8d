import { encodeAction, maxActionLength } from "../../chat/action.ts";
import type { Button, Card } from "../../chat/card.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn } from "../../i18n/say.ts";
import { plain, strong } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { onlyTerms, type UnclearReport } from "./report-choices.ts";
import type { ReportWords } from "./read-report-words.ts";

/** The action that asks for a report; null if its words are too long for a button. */
export const reportAction = ({ period, only }: ReportWords): string | null => {
  const terms = [
    ...(only === null ? [] : onlyTerms(only)),
    ...(only !== null && onlyTerms(only).length === 0 ? ["all"] : []),
  ];
  const words = [...terms, ...(period === null ? [] : period.split(" "))];
  return ["report", ...words].join(" ").length > maxActionLength ? null : encodeAction("report", ...words);
};

/** Says which word names no single report, and offers what it may mean. */
export const unclearReportCard = ({ word, why, choices }: UnclearReport, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  const sentence = say(`deskReport.unclear.${why}`, { word: oneLine(word, 40) });
  const buttons = choices.flatMap((choice): readonly Button[] => {
    const action = reportAction(choice);
    return action === null ? [] : [{ action, label: oneLine(choice.name, 60) }];
  });
  return {
    summary: sentence,
    parts: [
      { part: "text", lines: [[strong(sentence)]] },
      ...(buttons.length === 0 ? [] : [{ part: "buttons", label: say("deskReport.reports"), buttons } as const]),
      { part: "small", line: [plain(say("deskReport.examples"))] },
    ],
  };
};
