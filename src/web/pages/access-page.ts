import { html } from "hono/html";
import type { AccessLogLine } from "../../db/access/access-store.ts";
import type { Desk } from "../../desk/desk.ts";
import { datedMomentText } from "../../i18n/moment-text.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import { identify } from "../../tickets/principal.ts";
import { webPlace } from "../acting.ts";
import { queueAlone } from "../desk/queue-address.ts";
import type { Markup, PageContext } from "../render/line.ts";
import { table } from "../render/table.ts";

/** The person's name, or their reference if neither the desk file nor the staff names them any more. */
const nameFor = (person: AccessLogLine["person"], desk: Desk, known: string | null = null): string => {
  if (person === null) return "";
  const principal = identify(person, webPlace, desk);
  if (principal.is === "staff") return `${principal.person.name} (${person})`;
  return known === null ? person : `${known} (${person})`;
};

/** The account of a contact, and who gave or withdrew the access. */
const detailsOf = ({ account, by, byName, deskVersion }: AccessLogLine, desk: Desk, say: Say): string =>
  [
    deskVersion === null ? null : say("settings.versionNumber", { version: deskVersion }),
    account !== null && Object.hasOwn(desk.accounts, account) ? (desk.accounts[account]?.name ?? account) : account,
    by === null ? null : nameFor(by, desk, byName),
  ]
    .filter((each) => each !== null)
    .join(" · ");

/** The audit log of access, newest first. */
export const accessPage = (lines: readonly AccessLogLine[], desk: Desk, { viewer }: PageContext): Markup => {
  const say = sayIn(viewer.locale);
  const heads = [say("web.when"), say("web.what"), say("web.who"), say("web.accessDetails"), say("web.address")];
  return html`<h1>${say("web.accessAbout")}</h1>
    <p><a href="${queueAlone}">${say("web.back")}</a></p>
    ${table(
      { label: say("web.accessAbout"), heads },
      lines.map(
        (each) =>
          html`<tr>
            <td>${datedMomentText(each.at, viewer)}</td>
            <td>${say(`access.${each.what}`)}</td>
            <td dir="auto">${nameFor(each.person, desk, each.name)}</td>
            <td dir="auto">${detailsOf(each, desk, say)}</td>
            <td>${each.address ?? ""}</td>
          </tr>`,
      ),
    )}`;
};
