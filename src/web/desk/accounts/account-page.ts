import { html } from "hono/html";
import type { Card } from "../../../chat/card.ts";
import type { Account, Desk, Person } from "../../../desk/desk.ts";
import { statementsPath } from "../../../features/statements/index.ts";
import { accountPath } from "../../../features/accounts/index.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { StoredTicket } from "../../../tickets/ticket.ts";
import { ticketTable } from "../../pages/ticket-table.ts";
import { answerAbove, type NewSecrets } from "../../render/card.ts";
import { livePart } from "../../render/live-part.ts";
import type { Markup, PageContext } from "../../render/line.ts";
import { deadlines } from "./deadlines.ts";
import { lookAfterSection } from "./look-after.ts";
import { notesSection, type AccountNotes } from "./notes-section.ts";
import { peopleSection, type AccountPeople } from "./people-section.ts";
import { planSection } from "./plan-section.ts";

/** What an account's page shows. `answer`: the private answer to what this person just did here. */
export interface AccountView {
  readonly account: Account;
  /** The path of the page as it is shown. */
  readonly path: string;
  /** The mark of the changes that the page shows. */
  readonly newest: number;
  /** The open tickets that are due next. */
  readonly tickets: readonly StoredTicket[];
  /** The path of the queue with all of them; null if these are all. */
  readonly allTickets: string | null;
  readonly people: AccountPeople;
  readonly notes: AccountNotes;
  readonly answer: Card | null;
}

const ticketsSection = ({ tickets, allTickets }: AccountView, desk: Desk, context: PageContext): Markup => {
  const say = sayIn(context.viewer.locale);
  const title = say("accounts.tickets");
  return html`<section class="block" id="tickets">
    <h2>${title}</h2>
    ${
      tickets.length === 0
        ? html`<p class="faint">${say("accounts.noTickets")}</p>`
        : ticketTable({ tickets, title, picks: false }, desk, context)
    }
    ${allTickets === null ? "" : html`<p><a href="${allTickets}">${say("accounts.allTickets")}</a></p>`}
  </section>`;
};

/** An account: its tickets and people, and beside them what is due, the notes, who looks after it and the plan. */
export const accountPage = (
  view: AccountView,
  { desk, person, secrets }: { readonly desk: Desk; readonly person: Person; readonly secrets: NewSecrets },
  context: PageContext,
): Markup => {
  const { account, answer } = view;
  const say = sayIn(context.viewer.locale);
  return html`<header class="ticket-head">
      <p class="faint"><a href="/desk/accounts">${say("accounts.title")}</a> / <span>${account.key}</span></p>
      <h1 dir="auto">${account.name}</h1>
      <p>
        <a class="button" href="${statementsPath}?account=${encodeURIComponent(account.key)}"
          >${say("statement.list")}</a
        >
      </p>
    </header>
    ${answerAbove(answer, secrets, context)}
    ${livePart(
      { follows: "queue", version: view.newest, path: view.path, look: "account-page" },
      html`<div class="account-main">
          ${ticketsSection(view, desk, context)} ${peopleSection(view.people, { account, desk, secrets }, context)}
          ${notesSection(view.notes, { desk, person, path: accountPath(account.key), secrets }, context)}
        </div>
        <aside aria-label="${say("accounts.facts")}">
          ${deadlines(view.tickets, context)} ${lookAfterSection(account, desk, context)}
          ${planSection(account, desk, context)}
        </aside>`,
    )}`;
};
