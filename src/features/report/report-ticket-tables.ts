import { shareOf, shareText } from "../../charts/chart.ts";
import { heading, note, numbers, paragraph, words, type DocumentPart } from "../../documents/document.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { numberText } from "../../i18n/languages.ts";
import { datedMomentText } from "../../i18n/moment-text.ts";
import type { FlowCounts } from "../../reports/report.ts";
import { backlogAges } from "../../reports/ticket-list.ts";
import { scores } from "../../tickets/ticket-records.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { scopeName } from "./report-names.ts";
import { sayFor, titleShown, type PrintedView } from "./report-tables.ts";
import { countChange, flowPartName } from "./report-texts.ts";

/** How many tickets were opened, closed and opened again, and how many are unresolved now. */
export const flowParts = (view: PrintedView): readonly DocumentPart[] => {
  const { report, viewer } = view;
  const { unit, parts, total } = report.flow;
  const say = sayFor(view);
  const kinds = ["opened", "closed", "reopened"] as const;
  const count = (number: number): string => numberText(number, viewer.locale);
  const cells = (counts: FlowCounts): readonly string[] => kinds.map((of) => count(counts[of]));
  const { closed, inVain } = report.reopening.now;
  const sumOf = (status: "open" | "waiting"): number => report.backlog.reduce((all, each) => all + each[status], 0);
  const ages = backlogAges.map((_, age) => ({ age, ...(report.backlog[age] ?? { open: 0, waiting: 0 }) }));
  const backlogCells = ({ open, waiting }: { readonly open: number; readonly waiting: number }): readonly string[] => [
    count(open),
    count(waiting),
    count(open + waiting),
  ];
  const isQuiet = kinds.every((of) => total.now[of] === 0);
  return [
    ...(isQuiet
      ? []
      : [
          heading(say("report.flow")),
          {
            part: "table",
            label: say("report.flow"),
            columns: [words(say(`report.part.${unit}`)), ...kinds.map((each) => numbers(say(`report.${each}`)))],
            rows: parts.map((part) => [flowPartName(part, report, viewer), ...cells(part)]),
            sum: [say("report.total"), ...cells(total.now)],
          } as const,
        ]),
    ...(closed === 0
      ? []
      : [
          note(
            say("report.reopeningOf", {
              inVain: count(inVain),
              closed: count(closed),
              share: shareText(shareOf(inVain, closed), viewer.locale),
            }),
          ),
        ]),
    heading(say("report.backlog")),
    sumOf("open") + sumOf("waiting") === 0
      ? paragraph(say("report.noBacklog"))
      : {
          part: "table",
          label: say("report.backlog"),
          columns: [
            words(say("report.age")),
            ...[say("status.open"), say("status.waiting"), say("report.total")].map(numbers),
          ],
          // There are as many sentences as ages.
          rows: ages.map(({ age, ...counts }) => [
            say(`report.age.${age as 0 | 1 | 2 | 3 | 4}`),
            ...backlogCells(counts),
          ]),
          sum: [say("report.total"), ...backlogCells({ open: sumOf("open"), waiting: sumOf("waiting") })],
        },
  ];
};

/** How customers rated the support, with their newest comments. */
export const ratingParts = (view: PrintedView): readonly DocumentPart[] => {
  const { report, viewer } = view;
  const { scores: counts, comments } = report.ratings;
  const say = sayFor(view);
  if (scores.every((score) => counts.now[score] === 0))
    return [heading(say("report.ratings")), paragraph(say("report.noRatings"))];
  return [
    heading(say("report.ratings")),
    {
      part: "table",
      label: say("report.ratings"),
      columns: [words(say("report.score")), numbers(say("report.ratings")), numbers(say("report.change"))],
      rows: scores.map((score) => [
        say(`rating.score.${score}`),
        numberText(counts.now[score], viewer.locale),
        countChange({ now: counts.now[score], before: counts.before[score] }, viewer),
      ]),
      sum: null,
    },
    ...(comments.length === 0
      ? []
      : [
          heading(say("report.comments"), 3),
          {
            part: "list",
            items: comments.map((each) =>
              [
                say(`rating.score.${each.score}`),
                ticketName(each.ticket),
                oneLine(scopeName("account", each.account, view), titleShown),
                datedMomentText(each.at, viewer),
                each.comment,
              ].join(" · "),
            ),
          } as const,
        ]),
  ];
};

/** The articles that were shown before tickets, and those that solved problems without one. */
export const articleParts = (view: PrintedView): readonly DocumentPart[] => {
  const { report, viewer } = view;
  const { shown, solved } = report.articles;
  const say = sayFor(view);
  if (shown.length === 0 && solved.length === 0) return [];
  return [
    heading(say("report.articles")),
    ...(shown.length === 0
      ? []
      : [
          {
            part: "table",
            label: say("report.articlesShown"),
            columns: [words(say("report.articlesShown")), numbers(say("report.tickets"))],
            rows: shown.map(({ title, tickets }) => [title, numberText(tickets, viewer.locale)]),
            sum: null,
          } as const,
        ]),
    ...(solved.length === 0
      ? []
      : [
          {
            part: "table",
            label: say("report.articlesSolved"),
            columns: [
              words(say("report.articlesSolved")),
              numbers(say("report.timesSolved")),
              words(say("report.lastTime")),
            ],
            rows: solved.map(({ url, times, lastAt }) => [
              url,
              numberText(times, viewer.locale),
              datedMomentText(lastAt, viewer),
            ]),
            sum: null,
          } as const,
          note(say("report.articlesSolvedAbout")),
        ]),
  ];
};
