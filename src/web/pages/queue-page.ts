import { html } from "hono/html";
import { noFilter, queueTabs, type QueueTab } from "../../db/queue/queue-view.ts";
import type { WaitingMessages } from "../../db/delivery/waiting-store.ts";
import type { Desk } from "../../desk/desk.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import { numberText } from "../../i18n/languages.ts";
import { countedAtMost } from "../../tickets/list-filter.ts";
import type { StoredTicket } from "../../tickets/ticket.ts";
import type { Forecasts } from "../desk/forecasts.ts";
import { queuePath, type QueueAddress } from "../desk/queue-address.ts";
import type { NewSecrets } from "../render/card.ts";
import { livePart } from "../render/live-part.ts";
import type { Markup, PageContext } from "../render/line.ts";
import { bulkForm } from "./bulk-form.ts";
import { filterForm } from "./queue-filters.ts";
import { ticketTable } from "./ticket-table.ts";
import { waitingNotice } from "./small-pages.ts";

/** What a page of the queue shows. */
export interface QueuePageView {
  readonly address: QueueAddress;
  readonly tickets: readonly StoredTicket[];
  /** What was written around the words of a search, by number. */
  readonly excerpts: ReadonlyMap<number, string>;
  readonly forecasts: Forecasts;
  readonly counts: Readonly<Record<QueueTab, number>>;
  /** The path of the next page; null on the last. */
  readonly next: string | null;
  /** The mark of the changes that the page shows. */
  readonly newest: number;
  /** Of all tickets. */
  readonly waiting: WaitingMessages | null;
  /** Whether the desk knows no customer yet, and this person may change that. */
  readonly isToBeSetUp: boolean;
  /** Whether this person manages accounts. */
  readonly managesAccounts: boolean;
}

const bounded = (count: number, say: Say, locale: PageContext["viewer"]["locale"]): string => {
  const text = numberText(Math.min(count, countedAtMost), locale);
  return count > countedAtMost ? say("list.over", { total: text }) : text;
};

/** The ready-made lists with their counts. A list keeps what narrows it, and a search leaves it. */
const tabRow = ({ address, counts, managesAccounts }: QueuePageView, { viewer }: PageContext): Markup => {
  const say = sayIn(viewer.locale);
  const shown = queueTabs.filter((tab) => tab !== "accounts" || managesAccounts);
  return html`<nav aria-label="${say("web.filters")}">
    <ul class="tabs">
      ${shown.map((tab) => {
        const isHere = tab === address.tab && address.words === "";
        const alarm = tab === "overdue" && counts.overdue > 0 ? " alarm" : "";
        return html`<li>
          <a href="${queuePath({ tab, filter: address.filter })}" ${isHere ? html` aria-current="page"` : ""}
            >${say(`web.tab.${tab}`)} <span class="count${alarm}">${bounded(counts[tab], say, viewer.locale)}</span></a
          >
        </li>`;
      })}
    </ul>
  </nav>`;
};

const nothingFound = ({ address, isToBeSetUp }: QueuePageView, say: Say): Markup => {
  const isNarrowed = Object.values(address.filter).some((each) => each !== null);
  return html`<div class="empty">
    <p>
      ${address.words === "" ? say(`web.emptyTab.${address.tab}`) : say("web.nothingFound", { words: address.words })}
    </p>
    ${
      isNarrowed
        ? html`<p>
            <a class="button" href="${queuePath({ ...address, after: null, found: null, filter: noFilter })}"
              >${say("web.clear")}</a
            >
          </p>`
        : ""
    }
    ${
      isToBeSetUp
        ? html`<p>${say("web.setUpNext")}</p>
            <p><a class="button primary" href="/desk/settings">${say("settings.title")}</a></p>`
        : ""
    }
  </div>`;
};

/** The queue: the tickets of a list by next due time, or what a search found. `#live` is drawn again when tickets change. */
export const queuePage = (
  view: QueuePageView,
  { desk, secrets }: { readonly desk: Desk; readonly secrets: NewSecrets },
  context: PageContext,
): Markup => {
  const say = sayIn(context.viewer.locale);
  const { address, tickets, excerpts, next } = view;
  const path = queuePath(address);
  const title =
    address.words === "" ? say("web.queue") : say("web.foundFor", { words: address.words, count: tickets.length });
  return html`<div class="queue-head">
      <h1>${title}</h1>
      <p class="hint keys-hint">${say("web.keysHint")}</p>
    </div>
    ${livePart(
      { follows: "queue", version: view.newest, path },
      html`${waitingNotice(view.waiting, context)} ${tabRow(view, context)} ${filterForm(address, desk, context)}
        ${
          tickets.length === 0
            ? nothingFound(view, say)
            : html`<form method="post" action="/desk/bulk" class="bulk">
                ${ticketTable({ tickets, title, picks: true, excerpts, forecasts: view.forecasts }, desk, context)}
                ${bulkForm(desk, secrets(), context)}
              </form>`
        }
        <nav class="row" aria-label="${say("list.pages")}">
          ${address.after === null && address.found === null ? "" : html`<a class="button" href="${queuePath({ ...address, after: null, found: null })}">${say("web.firstPage")}</a>`}
          ${next === null ? "" : html`<a class="button" href="${next}" rel="next">${say("list.next")}</a>`}
        </nav>`,
    )}`;
};
