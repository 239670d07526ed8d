import { html } from "hono/html";
import { sayIn } from "../../../../i18n/say.ts";
import type { Viewer } from "../../../../i18n/viewer.ts";
import type { Markup } from "../../../render/line.ts";
import { proposalPath } from "../propose.ts";

/** The days before now whose tickets may be rehearsed. */
export const rehearsedDays = [30, 90, 365] as const;
export type RehearsedDays = (typeof rehearsedDays)[number];
export const usualDays: RehearsedDays = 90;

/** Where a proposal is rehearsed; `?days=` names the period. */
export const rehearsalPath = (proposal: string): string => `${proposalPath(proposal)}/rehearsal`;

/** The form that rehearses a proposal on the tickets of a period. */
export const rehearsalForm = (proposal: string, chosen: RehearsedDays, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  return html`<form method="get" action="${rehearsalPath(proposal)}" class="rehearse">
    <label class="unseen" for="rehearsed-days">${say("rehearsal.period")}</label>
    <select id="rehearsed-days" name="days">
      ${rehearsedDays.map(
        (days) =>
          html`<option value="${String(days)}" ${days === chosen ? html` selected` : ""}>
            ${say("rehearsal.lastDays", { count: days })}
          </option>`,
      )}
    </select>
    <button class="button" type="submit">${say("rehearsal.button")}</button>
  </form>`;
};
