import { html } from "hono/html";
import type { Desk } from "../../../desk/desk.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { StoredTicket } from "../../../tickets/ticket.ts";
import { ticketTable } from "../../pages/ticket-table.ts";
import { livePart } from "../../render/live-part.ts";
import type { Markup, PageContext } from "../../render/line.ts";
import { accountsTable, type ListedAccount } from "./accounts-table.ts";

/** One page of the list of accounts. `words`: what narrows it; empty: nothing does. */
interface AccountsView {
  readonly accounts: readonly ListedAccount[];
  readonly words: string;
  /** Whether this is the first page. */
  readonly isFirst: boolean;
  /** The path of the next page; null on the last. */
  readonly next: string | null;
}

const longestWords = 100;

/** The list of accounts: those of the viewer first, then by name. */
export const accountsPage = (view: AccountsView, desk: Desk, context: PageContext): Markup => {
  const say = sayIn(context.viewer.locale);
  const { accounts, words, isFirst, next } = view;
  const title = say("accounts.title");
  const first = words === "" ? "/desk/accounts" : `/desk/accounts?${new URLSearchParams({ q: words }).toString()}`;
  return html`<h1>${title}</h1>
    <form
      method="get"
      action="/desk/accounts"
      class="row find-account"
      role="search"
      aria-label="${say("accounts.find")}"
    >
      <label for="find-account">${say("accounts.find")}</label>
      <input
        type="text"
        id="find-account"
        name="q"
        value="${words}"
        maxlength="${String(longestWords)}"
        autocomplete="off"
      />
      <button class="button" type="submit">${say("web.filter")}</button>
      ${words === "" ? "" : html`<a class="button" href="/desk/accounts">${say("accounts.clear")}</a>`}
    </form>
    ${
      accounts.length === 0
        ? html`<p class="empty" dir="auto">
            ${words === "" ? say("accounts.none") : say("accounts.noneFound", { words })}
          </p>`
        : accountsTable({ accounts, title, managed: true }, desk, context)
    }
    <nav class="row" aria-label="${say("list.pages")}">
      ${isFirst ? "" : html`<a class="button" href="${first}">${say("web.firstPage")}</a>`}
      ${next === null ? "" : html`<a class="button" href="${next}" rel="next">${say("list.next")}</a>`}
    </nav>`;
};

/** The first page of an account manager: their accounts and the tickets of these, next due first. */
export const homePage = (
  {
    accounts,
    tickets,
    newest,
  }: {
    readonly accounts: readonly ListedAccount[];
    readonly tickets: readonly StoredTicket[];
    /** The mark of the changes that the page shows. */
    readonly newest: number;
  },
  desk: Desk,
  context: PageContext,
): Markup => {
  const say = sayIn(context.viewer.locale);
  const [title, due] = [say("accounts.mine"), say("accounts.dueNext")];
  return html`<h1>${title}</h1>
    ${livePart(
      { follows: "queue", version: newest, path: "/desk" },
      html`${accountsTable({ accounts, title, managed: false }, desk, context)}
        <p><a href="/desk/accounts">${say("accounts.allAccounts")}</a></p>
        <h2>${due}</h2>
        ${
          tickets.length === 0
            ? html`<p class="empty">${say("web.emptyTab.accounts")}</p>`
            : ticketTable({ tickets, title: due, picks: false }, desk, context)
        }
        <p><a href="/desk?tab=accounts">${say("accounts.allMine")}</a></p>`,
    )}`;
};
