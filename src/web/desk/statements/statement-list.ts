import { html } from "hono/html";
import type { ListedStatement } from "../../../db/statements/statement-store.ts";
import type { Account, Desk, Person } from "../../../desk/desk.ts";
import { mayWriteStatement, statementPath, statementsPath } from "../../../features/statements/index.ts";
import { accountPath } from "../../../features/accounts/index.ts";
import { datedMomentText } from "../../../i18n/moment-text.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import { customerOf, periodText } from "../../../statements/statement-document.ts";
import { byName, select } from "../../pages/queue-filters.ts";
import type { NewSecrets } from "../../render/card.ts";
import { hiddenFields } from "../../render/form-fields.ts";
import type { Markup } from "../../render/line.ts";
import { table } from "../../render/table.ts";

interface StatementList {
  readonly statements: readonly ListedStatement[];
  /** What was typed into the form, and why it made no draft. */
  readonly typed: { readonly account: string | null; readonly period: string; readonly error: string | null };
}

/** The days of a statement, in the viewer's language and the account's zone; of an account that is gone, in the desk's. */
export const daysOf = (statement: ListedStatement, desk: Desk, { locale }: Viewer): string => {
  const account = accountNamed(desk, statement.account);
  const { timezone } = account === null ? desk : customerOf(account);
  return periodText(statement, { locale, timezone });
};

/** An account of the desk; null for a key that it does not have now. */
export const accountNamed = ({ accounts }: Desk, key: string): Account | null =>
  (Object.hasOwn(accounts, key) ? accounts[key] : undefined) ?? null;

const newForm = ({ typed }: StatementList, mine: readonly Account[], secrets: NewSecrets, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  if (mine.length === 0) return html`<p class="faint">${say("statement.noAccounts")}</p>`;
  return html`<form method="post" action="${statementsPath}" class="filters" id="new-statement">
      ${hiddenFields(secrets())}
      ${select({ name: "account", label: say("fact.account"), chosen: typed.account }, "–", byName(mine, viewer))}
      <label class="pick-one"
        ><span>${say("report.period")}</span>
        <input
          name="period"
          value="${typed.period}"
          maxlength="40"
          required
          aria-describedby="about-period"
          aria-invalid="${String(typed.error !== null)}"
      /></label>
      <button class="button primary" type="submit">${say("statement.make")}</button>
    </form>
    <p class="hint" id="about-period">${say("statement.periodHelp")}</p>
    ${typed.error === null ? "" : html`<p role="alert" class="error">${typed.error}</p>`}`;
};

/** Every statement, the latest periods first, and a form that makes a draft. */
export const statementListPage = (
  list: StatementList,
  { desk, person, viewer }: { readonly desk: Desk; readonly person: Person; readonly viewer: Viewer },
  secrets: NewSecrets,
): Markup => {
  const say = sayIn(viewer.locale);
  const mine = Object.values(desk.accounts).filter((account) => mayWriteStatement(person, account, desk));
  const heads = [say("statement.period"), say("fact.account"), say("statement.version"), say("statement.state")];
  return html`<h1>${say("statement.list")}</h1>
    <p>${say("statement.listAbout")}</p>
    ${newForm(list, mine, secrets, viewer)}
    ${
      list.statements.length === 0
        ? html`<p class="empty">${say("statement.none")}</p>`
        : table(
            { label: say("statement.list"), heads },
            list.statements.map((each) => {
              const account = accountNamed(desk, each.account);
              return html`<tr>
                <th scope="row"><a href="${statementPath(each.id)}">${daysOf(each, desk, viewer)}</a></th>
                <td dir="auto">
                  ${account === null ? each.account : html`<a href="${accountPath(account.key)}">${account.name}</a>`}
                </td>
                <td>${each.version}</td>
                <td>
                  ${
                    each.sentAt === null
                      ? html`<span class="tag">${say("statement.draft")}</span>`
                      : say("statement.sentAt", { at: datedMomentText(each.sentAt, viewer) })
                  }
                </td>
              </tr>`;
            }),
          )
    }`;
};
