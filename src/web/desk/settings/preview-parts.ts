import { html } from "hono/html";
import type { Desk } from "../../../desk/desk.ts";
import { listInText } from "../../../i18n/languages.ts";
import { momentText } from "../../../i18n/moment-text.ts";
import { sayIn, type Say } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import type { Instant } from "../../../sla/instant.ts";
import { ticketName } from "../../../tickets/ticket.ts";
import { hiddenFields, type FormSecrets } from "../../render/form-fields.ts";
import type { Markup } from "../../render/line.ts";
import { table } from "../../render/table.ts";
import type { LeavingPerson } from "./leaving.ts";
import type { MoveReview } from "./moves.ts";

/** What a person who leaves has: "3 open tickets; account manager of Acme TV". */
const possessions = ({ tickets, accounts, deputyOf }: LeavingPerson, viewer: Viewer, say: Say): string =>
  [
    tickets === 0 ? null : say("settings.hasTickets", { count: tickets }),
    accounts.length === 0 ? null : say("settings.hasAccounts", { accounts: listInText(accounts, viewer.locale) }),
    deputyOf.length === 0 ? null : say("settings.hasDeputies", { people: listInText(deputyOf, viewer.locale) }),
  ]
    .filter((each) => each !== null)
    .join("; ");

/** The tickets that do not go to the successor: "T-1002: Ana Ruiz". */
const otherTickets = ({ otherTickets: others, candidates }: LeavingPerson, say: Say): readonly string[] =>
  Object.entries(others).map(([number, person]) => {
    const ticket = ticketName(Number(number));
    const name = candidates.find(({ key }) => key === person)?.name;
    return name === undefined
      ? say("settings.ticketOffered", { ticket })
      : say("settings.ticketGoesTo", { ticket, name });
  });

/** For each person who leaves: what they have, and a form that names their successor. */
export const handOverForms = (
  leaving: readonly LeavingPerson[],
  { path, secrets }: { readonly path: string; readonly secrets: FormSecrets },
  viewer: Viewer,
): Markup => {
  const say = sayIn(viewer.locale);
  if (leaving.length === 0) return html``;
  return html`<section class="panel">
    <h2>${say("settings.handOver")}</h2>
    <p class="hint">${say("settings.handOverAbout")}</p>
    <ul class="hand-overs">
      ${leaving.map(
        (person) =>
          html`<li>
            <p><strong dir="auto">${person.name}</strong>: ${possessions(person, viewer, say)}</p>
            ${otherTickets(person, say).map((each) => html`<p dir="auto">${each}</p>`)}
            <form method="post" action="${path}/hand-over" class="row">
              ${hiddenFields(secrets)}<input type="hidden" name="person" value="${person.key}" />
              <label for="to-${person.key}">${say("settings.successor", { name: person.name })}</label>
              <select id="to-${person.key}" name="to" required>
                <option value="">${say("settings.chooseSuccessor")}</option>
                ${person.candidates.map(
                  ({ key, name }) =>
                    html`<option value="${key}" ${key === person.successor ? html` selected` : ""}>${name}</option>`,
                )}
              </select>
              <button class="button" type="submit">${say("settings.handOverButton")}</button>
            </form>
          </li>`,
      )}
    </ul>
  </section>`;
};

/** The open targets that would move, with what becomes of each. */
export const movesView = (
  { moves, movedTickets, unreadable, looked, open }: MoveReview,
  desk: Desk,
  viewer: Viewer,
): Markup => {
  const say = sayIn(viewer.locale);
  const due = (at: Instant | null): string => (at === null ? say("settings.noTarget") : momentText(at, viewer));
  const unread =
    unreadable > 0 ? html`<p class="notice">${say("settings.movesUnread", { count: unreadable })}</p>` : "";
  const partly =
    looked < open
      ? html`${unread}
          <p class="hint">${say("settings.movesPartly", { looked, open })}</p>`
      : unread;
  if (movedTickets === 0)
    return html`<section class="panel">
      <h2>${say("settings.moves")}</h2>
      <p>${say("settings.movesNone")}</p>
      ${partly}
    </section>`;
  const accountOf = (key: string | null): string =>
    key !== null && Object.hasOwn(desk.accounts, key) ? (desk.accounts[key]?.name ?? key) : (key ?? "");
  const heads = [say("settings.ticket"), say("settings.clock"), say("settings.before"), say("settings.after")];
  return html`<section class="panel">
    <h2>${say("settings.moves")}</h2>
    <p class="hint">${say("settings.movesAbout", { count: movedTickets })}</p>
    ${partly}
    ${table(
      { label: say("settings.moves"), heads },
      moves.map(
        ({ number, account, clock, before, after }) =>
          html`<tr>
            <td>
              <a href="/desk/tickets/${String(number)}">${ticketName(number)}</a>
              <span dir="auto">${accountOf(account)}</span>
            </td>
            <td>${say(`clock.${clock}`)}</td>
            <td>${due(before)}</td>
            <td>${due(after)}</td>
          </tr>`,
      ),
    )}
  </section>`;
};
