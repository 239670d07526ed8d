import { html } from "hono/html";
import type { Account, Desk, Person } from "../../../desk/desk.ts";
import { momentText } from "../../../i18n/moment-text.ts";
import { sayIn } from "../../../i18n/say.ts";
import { personOf } from "../../../tickets/people.ts";
import { phoneLink } from "../../pages/plan-parts.ts";
import { channelLabel, type Markup, type PageContext } from "../../render/line.ts";

const person = (role: string, { name, phone, email, outUntil }: Person, { viewer, now }: PageContext): Markup => {
  const say = sayIn(viewer.locale);
  return html`<div>
    <dt>${role}</dt>
    <dd>
      <strong dir="auto">${name}</strong>
      <span class="reach"
        >${phone === null ? html`<span class="faint">${say("accounts.noPhone")}</span>` : phoneLink(phone)}</span
      >
      ${email === null ? "" : html`<span class="reach"><a href="mailto:${email}">${email}</a></span>`}
      ${
        outUntil !== null && outUntil > now
          ? html`<span class="tag">${say("accounts.outUntil", { at: momentText(outUntil, viewer) })}</span>`
          : ""
      }
    </dd>
  </div>`;
};

/** The account manager and the deputy, with their numbers. */
export const managers = (account: Account, desk: Desk, context: PageContext): Markup => {
  const say = sayIn(context.viewer.locale);
  const manager = personOf(desk, account.manager);
  const deputy = personOf(desk, manager?.deputy ?? null);
  return html`<dl class="facts">
    ${
      manager === null
        ? html`<div>
            <dt>${say("fact.manager")}</dt>
            <dd><span class="unassigned">${say("accounts.noManager")}</span></dd>
          </div>`
        : person(say("fact.manager"), manager, context)
    }
    ${deputy === null ? "" : person(say("fact.deputy"), deputy, context)}
  </dl>`;
};

/** Who looks after an account, and in which channels. */
export const lookAfterSection = (account: Account, desk: Desk, context: PageContext): Markup => {
  const say = sayIn(context.viewer.locale);
  return html`<section class="card" id="look-after">
    <h2>${say("accounts.lookAfter")}</h2>
    ${managers(account, desk, context)}
    <h3>${say("accounts.channels")}</h3>
    ${
      account.channels.length === 0
        ? html`<p class="faint">${say("accounts.noChannels")}</p>`
        : html`<ul class="plain">
            ${account.channels.map((each) => html`<li class="person" dir="auto">${channelLabel(each, context)}</li>`)}
          </ul>`
    }
  </section>`;
};
