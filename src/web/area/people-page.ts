import { html } from "hono/html";
import type { Account, Desk } from "../../desk/desk.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { platformName } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";
import type { AddedContact } from "../../tickets/contact.ts";
import { idOf, platformOf } from "../../tickets/refs.ts";
import type { Markup, PageContext } from "../render/line.ts";

/** The people of an account who may use the client area, and who lets people in and out. */
export const peoplePage = (
  account: Account,
  contacts: readonly AddedContact[],
  desk: Desk,
  { viewer }: PageContext,
): Markup => {
  const say = sayIn(viewer.locale);
  const { manager: key } = account;
  const manager = key !== null && Object.hasOwn(desk.people, key) ? (desk.people[key] ?? null) : null;
  const heads = [say("area.name"), say("area.reach"), say("area.since"), say("area.lastSeen")];
  return html`<h1>${say("area.people")}</h1>
    <p>${say("area.peopleAbout", { account: account.name })}</p>
    ${manager === null ? "" : html`<p>${say("area.peopleHow", { manager: manager.name })}</p>`}
    <div class="table" tabindex="0" role="region" aria-label="${say("area.people")}">
      <table>
        <thead>
          <tr>
            ${heads.map((each) => html`<th scope="col">${each}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${contacts.map(
            ({ name, knownAs, addedAt, lastSeenAt }) =>
              html`<tr>
                <th scope="row" dir="auto">${name}</th>
                <td>${platformOf(knownAs) === "email" ? idOf(knownAs) : platformName(platformOf(knownAs))}</td>
                <td>${momentText(addedAt, viewer)}</td>
                <td>${lastSeenAt === null ? say("area.never") : momentText(lastSeenAt, viewer)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
};
