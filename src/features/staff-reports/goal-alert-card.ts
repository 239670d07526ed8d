import type { Card, Line } from "../../chat/card.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";
import { faint, plain, strong } from "../../i18n/spans.ts";
import { goalState } from "../../reports/goal-state.ts";
import type { MonthGoal } from "../../reports/weekly-figures.ts";
import type { Instant } from "../../sla/instant.ts";
import { accountName, goalText, keptShare, monthText, pageLink, type ReportContext } from "./report-context.ts";

/** Why a person reads of a goal: their role, or they stand in for the account manager, who is out. */
export type GoalRecipient =
  | { readonly as: "head" | "manager" }
  | { readonly as: "deputy"; readonly manager: string; readonly until: Instant };

/** How a goal stands, as one sentence: "2 more missed targets, and “First answer” of Acme TV falls below 95%." */
const stateText = (goal: MonthGoal, context: ReportContext): string => {
  const say = sayIn(context.viewer.locale);
  const state = goalState(goal.count);
  const words = {
    clock: say(`clock.${goal.subject.clock}`),
    account: accountName(goal.subject.account, context),
    goal: goalText(goal.count.goal, context.viewer.locale),
  };
  return state.is === "missed" ? say("goal.missed", words) : say("goal.near", { ...words, count: state.breachesLeft });
};

const figuresText = ({ count, subject }: MonthGoal, { viewer: { locale } }: ReportContext): string =>
  sayIn(locale)("goal.figures", {
    month: monthText(subject.month, locale),
    met: String(count.met),
    ended: String(count.met + count.breached),
    share: keptShare(count, locale),
  });

/** A goal at risk, as one line of a digest. */
export const goalLine = (goal: MonthGoal, context: ReportContext): Line => [
  plain(`${stateText(goal, context)} `),
  faint(figuresText(goal, context)),
];

/** What it takes to come back to the goal; nothing while it is kept. */
const recovery = ({ count }: MonthGoal, { viewer }: ReportContext): readonly Line[] => {
  const say = sayIn(viewer.locale);
  const state = goalState(count);
  if (state.is === "kept") return [];
  const { toRecover } = state;
  return [[plain(toRecover === null ? say("goal.noRecovery") : say("goal.recovery", { count: toRecover }))]];
};

const because = (recipient: GoalRecipient, { viewer }: ReportContext): string => {
  const say = sayIn(viewer.locale);
  return recipient.as === "deputy"
    ? say("goal.becauseDeputy", { name: recipient.manager, until: momentText(recipient.until, viewer) })
    : say(recipient.as === "head" ? "goal.becauseHead" : "goal.becauseManager");
};

/** The alert about a goal that is missed this month, or nearly: how it stands, by which figures, and what they assume. */
export const goalAlertCard = (goal: MonthGoal, recipient: GoalRecipient, context: ReportContext): Card => {
  const { viewer } = context;
  const say = sayIn(viewer.locale);
  const state = stateText(goal, context);
  const { account, month } = goal.subject;
  const path = `/desk/reports?period=${month}&account=${encodeURIComponent(account)}`;
  return {
    summary: state,
    parts: [
      { part: "heading", text: say("goal.heading", { account: accountName(goal.subject.account, context) }) },
      { part: "text", lines: [[strong(state)], [plain(figuresText(goal, context))], ...recovery(goal, context)] },
      ...(context.urlOf("/") === null
        ? []
        : [{ part: "text", lines: [[pageLink(path, say("weekly.open"), context)]] } as const]),
      { part: "small", line: [faint(say("goal.assumes"))] },
      { part: "small", line: [faint(because(recipient, context))] },
    ],
  };
};
