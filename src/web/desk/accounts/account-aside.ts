import { html } from "hono/html";
import type { AccountNote } from "../../../db/accounts/note-store.ts";
import type { Account, Desk } from "../../../desk/desk.ts";
import { accountPath, noteExcerpt } from "../../../features/accounts/index.ts";
import { nameOf } from "../../../i18n/directory.ts";
import { datedMomentText } from "../../../i18n/moment-text.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { Markup, PageContext } from "../../render/line.ts";
import { managers } from "./look-after.ts";

/** The account of a ticket as its page shows it: with its last notes, which only the staff read. */
export interface AccountBeside {
  readonly account: Account;
  /** The newest first. */
  readonly notes: readonly AccountNote[];
}

/** The account beside a ticket: plan, manager and deputy with their numbers, the last notes, and a link to its page. */
export const accountAside = ({ account, notes }: AccountBeside, desk: Desk, context: PageContext): Markup => {
  const { viewer } = context;
  const say = sayIn(viewer.locale);
  const path = accountPath(account.key);
  return html`<section class="card" id="account">
    <h2><a href="${path}" dir="auto">${account.name}</a></h2>
    <p dir="auto">${say("accounts.planTitle", { plan: account.plan })}</p>
    ${managers(account, desk, context)}
    ${
      notes.length === 0
        ? ""
        : html`<h3>${say("accounts.lastNotes")}</h3>
            <ul class="plain last-notes">
              ${notes.map(
                ({ author, writtenAt, text }) =>
                  html`<li>
                    <span dir="auto">${noteExcerpt(text)}</span>
                    <span class="faint" dir="auto">${nameOf(desk, author)}, ${datedMomentText(writtenAt, viewer)}</span>
                  </li>`,
              )}
            </ul>
            <p><a href="${path}#notes">${say("accounts.allNotes")}</a></p>`
    }
  </section>`;
};
