import { encodeAction, maxActionLength } from "../../chat/action.ts";
import type { Card } from "../../chat/card.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn } from "../../i18n/say.ts";
import { strong } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { listFilterText } from "../../tickets/list-filter.ts";
import type { UnclearList } from "./list-choices.ts";

/** Asks which list was meant. Each button opens one. */
export const unclearListCard = (
  kind: "list" | "queue",
  { word, isAmbiguous, choices }: UnclearList,
  viewer: Viewer,
): Card => {
  const say = sayIn(viewer.locale);
  const question = say(isAmbiguous ? "list.whichOne" : "list.didYouMean", { word: oneLine(word, 40) });
  const buttons = choices.flatMap(({ name, filter }) => {
    const text = listFilterText(filter);
    const fits = [kind, ...text].join(" ").length <= maxActionLength;
    return fits ? [{ action: encodeAction(kind, ...text), label: oneLine(name, 60) }] : [];
  });
  return {
    summary: question,
    parts: [
      { part: "text", lines: [[strong(question)]] },
      { part: "buttons", label: say("list.lists"), buttons },
    ],
  };
};
