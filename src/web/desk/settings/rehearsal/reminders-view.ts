import { html } from "hono/html";
import { hourChart } from "../../../../charts/hours.ts";
import type { Desk } from "../../../../desk/desk.ts";
import { durationText } from "../../../../i18n/duration-text.ts";
import { numberText, percentText } from "../../../../i18n/languages.ts";
import { sayIn } from "../../../../i18n/say.ts";
import type { Viewer } from "../../../../i18n/viewer.ts";
import type { RehearsedReminders, StepCount } from "../../../../tickets/rehearsal/tally.ts";
import { chartFigure } from "../../../render/chart.ts";
import type { Markup } from "../../../render/line.ts";
import { table } from "../../../render/table.ts";

const chartWidth = 760;

const stepName = ({ percent, left }: StepCount, viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  return left === null
    ? say("rehearsal.stepAt", { percent: percentText((percent ?? 0) / 100, viewer.locale) })
    : say("rehearsal.stepLeft", { duration: durationText(left, viewer.locale) });
};

const stepsTable = (steps: readonly StepCount[], viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const heads = ["clock", "step", "times"] as const;
  return table(
    { label: say("rehearsal.reminders"), heads: heads.map((each) => say(`rehearsal.${each}`)) },
    steps.map(
      (step) =>
        html`<tr>
          <th scope="row">${say(`clock.${step.clock}`)}</th>
          <td>${stepName(step, viewer)}</td>
          <td>${numberText(step.count, viewer.locale)}</td>
        </tr>`,
    ),
  );
};

/** First the roles, then the people by name. */
const peopleTable = ({ byRole, byPerson }: RehearsedReminders, { people }: Desk, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const nameOf = (key: string): string => (Object.hasOwn(people, key) ? (people[key]?.name ?? key) : key);
  const lines = [
    ...byRole.map(({ role, ...counts }) => ({ name: say(`rehearsal.role.${role}`), ...counts })),
    ...byPerson.map(({ person, ...counts }) => ({ name: nameOf(person), ...counts })),
  ];
  const heads = ["who", "reminded", "quiet"] as const;
  return html`<p class="hint">${say("rehearsal.quietAbout")}</p>
    ${table(
      { label: say("rehearsal.who"), heads: heads.map((each) => say(`rehearsal.${each}`)) },
      lines.map(
        ({ name, reminded, inQuietHours }) =>
          html`<tr>
            <th scope="row" dir="auto">${name}</th>
            <td>${numberText(reminded, viewer.locale)}</td>
            <td>${numberText(inQuietHours, viewer.locale)}</td>
          </tr>`,
      ),
    )}`;
};

/** The reminders that the ladder of the draft would have sent: how many, when, to whom, and in whose quiet hours. */
export const remindersView = async (reminders: RehearsedReminders, draft: Desk, viewer: Viewer): Promise<Markup> => {
  const say = sayIn(viewer.locale);
  const { steps, byHour, byStep } = reminders;
  const about = html`<h2>${say("rehearsal.reminders")}</h2>
    <p>${say("rehearsal.steps", { count: steps, number: numberText(steps, viewer.locale) })}</p>`;
  if (steps === 0) return html`<section class="panel">${about}</section>`;
  const values = Array.from({ length: 7 }, (_, day) => byHour.slice(day * 24, day * 24 + 24));
  const chart = await hourChart(
    { title: say("rehearsal.hours"), measure: "count", values },
    { viewer, theme: "page", width: chartWidth },
  );
  return html`<section class="panel">
    ${about} ${chartFigure(chart, viewer)} ${stepsTable(byStep, viewer)} ${peopleTable(reminders, draft, viewer)}
  </section>`;
};
