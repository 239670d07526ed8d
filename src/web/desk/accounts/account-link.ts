import { html } from "hono/html";
import type { Account, Desk } from "../../../desk/desk.ts";
import { accountPath } from "../../../features/accounts/index.ts";
import { accountName } from "../../../i18n/directory.ts";
import type { Say } from "../../../i18n/say.ts";
import { accountOf } from "../../../tickets/people.ts";
import type { Ticket } from "../../../tickets/ticket.ts";
import type { Markup } from "../../render/line.ts";

/** The account with this key; null if the desk does not name it. */
export const accountWith = (key: string, { accounts }: Desk): Account | null =>
  Object.hasOwn(accounts, key) ? (accounts[key] ?? null) : null;

/** The account of a ticket as a link to its page. An account that the desk does not name has no page. */
export const accountLink = (desk: Desk, ticket: Ticket, say: Say): Markup => {
  const account = accountOf(desk, ticket);
  const name = accountName(desk, ticket, say);
  return account === null
    ? html`<span dir="auto">${name}</span>`
    : html`<a href="${accountPath(account.key)}" class="account-link" dir="auto">${name}</a>`;
};
