import { html } from "hono/html";
import type { AccessLogLine } from "../../db/access-store.ts";
import type { Desk } from "../../desk/desk.ts";
import { datedMomentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";
import { identify } from "../../tickets/principal.ts";
import { webPlace } from "../acting.ts";
import type { Markup, PageContext } from "../render/line.ts";

/** The person's name in the desk file, or their reference if it does not name them any more. */
const nameFor = (person: AccessLogLine["person"], desk: Desk): string => {
  if (person === null) return "";
  const principal = identify(person, webPlace, desk);
  return principal.is === "staff" ? `${principal.person.name} (${person})` : person;
};

/** The audit log of access, newest first. */
export const accessPage = (lines: readonly AccessLogLine[], desk: Desk, { viewer }: PageContext): Markup => {
  const say = sayIn(viewer.locale);
  const heads = [say("web.when"), say("web.what"), say("web.who"), say("web.address")];
  return html`<h1>${say("web.accessAbout")}</h1>
    <p><a href="/desk">${say("web.back")}</a></p>
    <div class="table" tabindex="0" role="region" aria-label="${say("web.accessAbout")}">
      <table>
        <thead>
          <tr>
            ${heads.map((each) => html`<th scope="col">${each}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${lines.map(
            ({ at, what, person, address }) =>
              html`<tr>
                <td>${datedMomentText(at, viewer)}</td>
                <td>${say(`access.${what}`)}</td>
                <td dir="auto">${nameFor(person, desk)}</td>
                <td>${address ?? ""}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
};
