import { html } from "hono/html";
import type { Account, Desk, SupportPlan, Targets } from "../../../desk/desk.ts";
import { calendarText } from "../../../i18n/calendar-text.ts";
import { dateFormat } from "../../../i18n/formats.ts";
import { languageTag } from "../../../i18n/languages.ts";
import { sayIn } from "../../../i18n/say.ts";
import { targetText } from "../../../i18n/target-text.ts";
import type { Calendar } from "../../../sla/calendar.ts";
import { allClockKinds } from "../../../sla/clock-kinds.ts";
import { severities } from "../../../sla/severity.ts";
import { severityList } from "../../../cards/ticket-heading.ts";
import { calendarKeysOf, calendarOf, comingHolidays, planOf } from "../../pages/plan-parts.ts";
import type { Markup, PageContext } from "../../render/line.ts";

/** Targets as a list: "First answer: 30 minutes, day and night". */
const targetList = (targets: Targets, calendar: Calendar, { viewer }: PageContext): Markup => {
  const say = sayIn(viewer.locale);
  const agreed = allClockKinds.flatMap((kind) => {
    const target = targets[kind];
    return target === undefined ? [] : [[kind, targetText(target, calendar, viewer.locale)] as const];
  });
  return html`<ul class="targets">
    ${agreed.map(([kind, text]) => html`<li><span class="faint">${say(`clock.${kind}`)}:</span> ${text}</li>`)}
    ${agreed.length === 0 ? html`<li class="faint">${say("target.none")}</li>` : ""}
  </ul>`;
};

const severityTargets = (plan: SupportPlan | null, desk: Desk, context: PageContext): Markup => {
  const say = sayIn(context.viewer.locale);
  return html`<dl class="plan-targets">
    ${severities.map((severity) => {
      const terms = plan?.terms[severity];
      const targets = terms?.targets ?? desk.severities[severity];
      return html`<div>
        <dt><span class="severity severity-${severity}">${say(`severityLabel.${severity}`)}</span></dt>
        <dd>${targetList(targets, calendarOf(terms?.calendar ?? "", desk), context)}</dd>
      </div>`;
    })}
    ${
      Object.keys(desk.consulting).length === 0
        ? ""
        : html`<div>
            <dt>${say("accounts.consulting")}</dt>
            <dd>${targetList(desk.consulting, calendarOf(plan?.calendar ?? "", desk), context)}</dd>
          </div>`
    }
  </dl>`;
};

const rights = (plan: SupportPlan, { viewer }: PageContext): Markup => {
  const say = sayIn(viewer.locale);
  return html`<li>
      ${
        plan.phone.length === 0
          ? say("accounts.noCalls")
          : say("accounts.calls", { severities: severityList(plan.phone, viewer) })
      }
    </li>
    <li>${say(`accounts.escalate.${plan.escalate}`)}</li>`;
};

/** What was agreed with an account, in words: targets, rights, hours and coming holidays. */
export const planSection = (account: Account, desk: Desk, context: PageContext): Markup => {
  const { viewer, now } = context;
  const say = sayIn(viewer.locale);
  const plan = planOf(account, desk);
  const day = dateFormat(languageTag[viewer.locale], {
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const closed = comingHolidays(account, desk, now);
  const hours = new Set(calendarKeysOf(account, desk).map((key) => calendarText(calendarOf(key, desk), viewer.locale)));
  return html`<section class="card" id="plan">
    <h2 dir="auto">${say("accounts.planTitle", { plan: account.plan })}</h2>
    ${severityTargets(plan, desk, context)}
    <ul class="plain">
      ${plan === null ? "" : rights(plan, context)}
      ${[...hours].map((each) => html`<li>${say("accounts.hours", { hours: each })}</li>`)}
    </ul>
    <h3>${say("accounts.holidays")}</h3>
    ${
      closed.length === 0
        ? html`<p class="faint">${say("accounts.noHolidays")}</p>`
        : html`<ul class="plain">
            ${closed.map((date) => html`<li><time datetime="${date}">${day.format(Date.parse(date))}</time></li>`)}
          </ul>`
    }
  </section>`;
};
