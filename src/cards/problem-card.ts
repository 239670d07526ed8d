import type { Card } from "../chat/card.ts";
import type { Instant } from "../sla/instant.ts";
import { oneLine } from "../i18n/excerpt.ts";
import { momentText } from "../i18n/moment-text.ts";
import type { Viewer } from "../i18n/viewer.ts";
import { sentenceCard } from "../i18n/spans.ts";
import { sayIn } from "../i18n/say.ts";

/** Input that the desk cannot understand. */
export type Problem =
  | { readonly problem: "oldButton" }
  | { readonly problem: "noAccounts" }
  | { readonly problem: "replyTooLong"; readonly max: number }
  | { readonly problem: "noWords" }
  | { readonly problem: "nothingToTake" | "unreadable" | "staffDirect" | "noLongerStaff" }
  | { readonly problem: "notACustomersChannel" | "notOfThisCustomer" }
  | { readonly problem: "tooManyMarked"; readonly until: Instant }
  | { readonly problem: "whichTicket"; readonly word: string }
  | { readonly problem: "whichTwo"; readonly word: string }
  | { readonly problem: "badUntil" | "badSwitch"; readonly text: string }
  | { readonly problem: "badNumber"; readonly word: string; readonly text: string };

const sentence = (problem: Problem, viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  switch (problem.problem) {
    case "oldButton":
    case "noAccounts":
    case "noWords":
    case "nothingToTake":
    case "unreadable":
    case "notACustomersChannel":
    case "notOfThisCustomer":
    case "staffDirect":
    case "noLongerStaff":
      return say(`problem.${problem.problem}`);
    case "replyTooLong":
      return say("problem.replyTooLong", { max: problem.max });
    case "tooManyMarked":
      return say("problem.tooManyMarked", { until: momentText(problem.until, viewer) });
    case "whichTicket":
      return say("problem.whichTicket", { word: problem.word });
    case "whichTwo":
      return say("problem.whichTwo", { word: problem.word });
    case "badUntil":
      return say("problem.badUntil", { text: oneLine(problem.text, 30) });
    case "badSwitch":
      return say("notify.badSwitch", { text: oneLine(problem.text, 30) });
    case "badNumber":
      return say("problem.badNumber", { word: problem.word, text: oneLine(problem.text, 30) });
  }
};

/** What is wrong, in one sentence that also says what would be right. */
export const problemCard = (problem: Problem, viewer: Viewer): Card => sentenceCard(sentence(problem, viewer));

/**
 * Apologises for an internal error. It promises that nothing was lost, so it may only be shown after the inbound event
 * is recorded.
 */
export const errorCard = (viewer: Viewer): Card => sentenceCard(sayIn(viewer.locale)("problem.broken"));
