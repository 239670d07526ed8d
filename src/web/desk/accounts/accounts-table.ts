import { html } from "hono/html";
import type { AccountLoad } from "../../../db/accounts/account-load.ts";
import type { Account, Desk } from "../../../desk/desk.ts";
import { accountPath } from "../../../features/accounts/index.ts";
import { numberText } from "../../../i18n/languages.ts";
import { sayIn, type Say } from "../../../i18n/say.ts";
import { personOf } from "../../../tickets/people.ts";
import { ticketName } from "../../../tickets/ticket.ts";
import { dueMoment } from "../../pages/queue-row.ts";
import type { Markup, PageContext } from "../../render/line.ts";
import { table } from "../../render/table.ts";

/** The open tickets of one account are counted up to this number. A page counts those of many accounts. */
export const countedOfAccount = 99;

/** How many tickets an account has: "over 99" beyond the bound. */
const countText = (open: number, { viewer }: PageContext): string => {
  const total = numberText(Math.min(open, countedOfAccount), viewer.locale);
  return open > countedOfAccount ? sayIn(viewer.locale)("list.over", { total }) : total;
};

/** An account of a list, with the load of its tickets. `isMine`: the viewer manages it. */
export interface ListedAccount {
  readonly account: Account;
  readonly load: AccountLoad | null;
  readonly isMine: boolean;
}

const nextCell = (load: AccountLoad | null, context: PageContext): Markup => {
  if (load === null || load.next === null)
    return html`<span class="faint">${sayIn(context.viewer.locale)("web.noDue")}</span>`;
  const { number, clock, due } = load.next;
  return html`${dueMoment({ kind: clock, due, isMissed: false }, context)}
    <a href="/desk/tickets/${String(number)}" class="number">${ticketName(number)}</a>`;
};

/** What a list of accounts shows. `managed`: with the account manager of each. */
interface Columns {
  readonly managed: boolean;
}

const managerCell = (account: Account, desk: Desk, say: Say): Markup => {
  const manager = personOf(desk, account.manager);
  return html`<td data-label="${say("fact.manager")}">
    ${
      manager === null
        ? html`<span class="unassigned">${say("accounts.noManager")}</span>`
        : html`<span dir="auto">${manager.name}</span>`
    }
  </td>`;
};

const row = (
  { account, load, isMine }: ListedAccount,
  { desk, managed }: { readonly desk: Desk } & Columns,
  context: PageContext,
): Markup => {
  const say = sayIn(context.viewer.locale);
  return html`<tr>
    <th scope="row">
      <a href="${accountPath(account.key)}" dir="auto">${account.name}</a>
      ${isMine ? html`<span class="tag">${say("accounts.yours")}</span>` : ""}
    </th>
    <td data-label="${say("accounts.plan")}"><span dir="auto">${account.plan}</span></td>
    ${managed ? managerCell(account, desk, say) : ""}
    <td class="total" data-label="${say("accounts.open")}">${countText(load?.open ?? 0, context)}</td>
    <td class="due-cell">${nextCell(load, context)}</td>
  </tr>`;
};

/** Accounts with their plan, open tickets and what is due next. */
export const accountsTable = (
  { accounts, title, managed }: { readonly accounts: readonly ListedAccount[]; readonly title: string } & Columns,
  desk: Desk,
  context: PageContext,
): Markup => {
  const say = sayIn(context.viewer.locale);
  const heads = [
    say("fact.account"),
    say("accounts.plan"),
    ...(managed ? [say("fact.manager")] : []),
    say("accounts.open"),
    say("web.nextDue"),
  ];
  return table(
    { label: title, heads, kind: "accounts labelled" },
    accounts.map((each) => row(each, { desk, managed }, context)),
  );
};
