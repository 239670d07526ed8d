import { html } from "hono/html";
import type { Account, Desk, Person } from "../../desk/desk.ts";
import { severityMeans } from "../../features/severity/index.ts";
import { calendarText } from "../../i18n/calendar-text.ts";
import { dateFormat } from "../../i18n/formats.ts";
import { languageTag } from "../../i18n/languages.ts";
import { sayIn } from "../../i18n/say.ts";
import { targetText } from "../../i18n/target-text.ts";
import { clockKinds, clockTraits } from "../../sla/clock-kinds.ts";
import { severities } from "../../sla/severity.ts";
import { calendarOf, comingHolidays, phoneLink, planOf } from "../pages/plan-parts.ts";
import type { Markup, PageContext } from "../render/line.ts";
import { table } from "../render/table.ts";

/** The clocks whose targets a plan names. A promised update has none: an agent promises it. */
const planned = clockKinds.filter((kind) => clockTraits[kind].target === "workingTime");

const targets = (account: Account, desk: Desk, { viewer }: PageContext): Markup => {
  const say = sayIn(viewer.locale);
  const plan = planOf(account, desk);
  const heads = [say("area.severityColumn"), ...planned.map((kind) => say(`clock.${kind}`)), say("area.hoursColumn")];
  return table(
    { label: say("area.targets"), heads },
    severities.map((severity) => {
      const terms = plan?.terms[severity];
      const calendar = calendarOf(terms?.calendar ?? "", desk);
      const agreed = terms?.targets ?? desk.severities[severity];
      return html`<tr>
        <th scope="row"><span class="severity severity-${severity}">${say(`severityLabel.${severity}`)}</span></th>
        ${planned.map((kind) => {
          const target = agreed[kind];
          return html`<td>
            ${target === undefined ? html`<span class="faint">${say("area.noTarget")}</span>` : targetText(target, calendar, viewer.locale)}
          </td>`;
        })}
        <td>${calendarText(calendar, viewer.locale)}</td>
      </tr>`;
    }),
  );
};

const person = (role: string, { name, phone, email }: Person, { phone: ofDesk }: Desk): Markup => {
  const reach = [
    ...(phone === null && ofDesk === null ? [] : [phoneLink(phone ?? ofDesk ?? "")]),
    ...(email === null ? [] : [html`<a href="mailto:${email}">${email}</a>`]),
  ];
  return html`<div>
    <dt>${role}</dt>
    <dd><strong dir="auto">${name}</strong>${reach.map((each) => html` · ${each}`)}</dd>
  </div>`;
};

const people = (account: Account, desk: Desk, { viewer }: PageContext): Markup => {
  const say = sayIn(viewer.locale);
  const named = (key: string | null): readonly Person[] => {
    const found = key !== null && Object.hasOwn(desk.people, key) ? desk.people[key] : undefined;
    return found === undefined ? [] : [found];
  };
  const managers = named(account.manager);
  const deputies = managers.flatMap(({ deputy }) => named(deputy));
  const heads = Object.values(desk.people).filter(({ roles }) => roles.includes("head"));
  return html`<dl class="facts">
    ${managers.map((each) => person(say("fact.manager"), each, desk))}
    ${deputies.map((each) => person(say("fact.deputy"), each, desk))}
    ${heads.map((each) => person(say("area.head"), each, desk))}
  </dl>`;
};

/** What was agreed with an account: targets, hours, holidays, and whom its people can call. */
export const planPage = (account: Account, desk: Desk, context: PageContext): Markup => {
  const { viewer, now } = context;
  const say = sayIn(viewer.locale);
  const day = dateFormat(languageTag[viewer.locale], {
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const closed = comingHolidays(account, desk, now);
  return html`<h1>${say("area.ourPlan")}</h1>
    <p>${say("area.planOf", { plan: account.plan })}</p>
    <section class="block">
      <h2>${say("area.targets")}</h2>
      ${targets(account, desk, context)}
    </section>
    <section class="block">
      <h2>${say("area.means")}</h2>
      <dl class="facts">
        ${severities.map(
          (severity) =>
            html`<div>
              <dt>${say(`severityLabel.${severity}`)}</dt>
              <dd dir="auto">${severityMeans(severity, desk, viewer)}</dd>
            </div>`,
        )}
      </dl>
    </section>
    <section class="block">
      <h2>${say("area.holidays")}</h2>
      ${
        closed.length === 0
          ? html`<p class="faint">${say("area.noHolidays")}</p>`
          : html`<ul class="dates">
              ${closed.map((date) => html`<li><time datetime="${date}">${day.format(Date.parse(date))}</time></li>`)}
            </ul>`
      }
    </section>
    <section class="block">
      <h2>${say("area.contacts")}</h2>
      ${people(account, desk, context)}
    </section>`;
};
