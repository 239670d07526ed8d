import { html } from "hono/html";
import { Hono, type Context } from "hono";
import { rowNumber } from "../../chat/action-arguments.ts";
import { listStatements, readStatementRow, type ListedStatement } from "../../db/statements/statement-store.ts";
import { areaStatementPath, areaStatementsPath, statementFileName } from "../../features/statements/index.ts";
import { datedMomentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";
import { dateAt } from "../../sla/wall-clock.ts";
import { periodText } from "../../statements/statement-document.ts";
import { readStatement } from "../../statements/statements.ts";
import { seesWholeAccount } from "../../tickets/principal.ts";
import type { Guest, WebDeps, WebEnv } from "../deps.ts";
import { documentFormats, documentResponse } from "../files/document-response.ts";
import { noticePage } from "../pages/small-pages.ts";
import { documentMarkup } from "../render/document.ts";
import type { Markup } from "../render/line.ts";
import { table } from "../render/table.ts";
import type { AreaPages } from "./area-pages.ts";

const most = 200;

/** Whether a contact reads the statements of their account: one who sees only their own tickets does not. */
export const readsStatements = ({ user, account }: Pick<Guest, "user" | "account">): boolean =>
  seesWholeAccount(user, account);

const listPage = (statements: readonly ListedStatement[], { viewer }: Guest): Markup => {
  const say = sayIn(viewer.locale);
  return html`<h1>${say("statement.areaTitle")}</h1>
    <p>${say("statement.areaAbout")}</p>
    ${
      statements.length === 0
        ? html`<p class="faint">${say("statement.areaNone")}</p>`
        : table(
            {
              label: say("statement.areaTitle"),
              heads: [say("statement.period"), say("statement.version"), say("statement.areaSent")],
            },
            statements.map(
              (each) =>
                html`<tr>
                  <th scope="row"><a href="${areaStatementPath(each.id)}">${periodText(each, viewer)}</a></th>
                  <td>${each.version}</td>
                  <td>${each.sentAt === null ? "" : datedMomentText(each.sentAt, viewer)}</td>
                </tr>`,
            ),
          )
    }`;
};

/** The statements that were sent to the account of the guest. Those of others, and drafts, read like ones that are not there. */
export const areaStatements = (deps: WebDeps, { show, notice }: Pick<AreaPages, "show" | "notice">): Hono<WebEnv> => {
  const { db } = deps.database;
  const app = new Hono<WebEnv>();

  const found = async (context: Context<WebEnv>): Promise<ListedStatement | null> => {
    const guest = context.get("guest");
    const id = readsStatements(guest) ? rowNumber(context.req.param("id")) : null;
    const statement = id === null ? null : await readStatementRow(db, id);
    return statement !== null && statement.account === guest.account.key && statement.sentAt !== null
      ? statement
      : null;
  };

  const unreadable = (context: Context<WebEnv>) => {
    const say = sayIn(context.get("guest").viewer.locale);
    const back = { path: areaStatementsPath, label: say("statement.areaBack") };
    return show(context, say("statement.areaTitle"), noticePage(say("statement.damagedForCustomer"), back), 503);
  };

  app.get(areaStatementsPath, async (context) => {
    const guest = context.get("guest");
    if (!readsStatements(guest)) return notice(context, "notThere");
    const statements = await listStatements(db, { account: guest.account.key, sent: true, most });
    return show(context, sayIn(guest.viewer.locale)("statement.areaTitle"), listPage(statements, guest));
  });

  app.get(`${areaStatementsPath}/:id`, async (context) => {
    const statement = await found(context);
    if (statement === null) return notice(context, "notThere");
    const { desk, viewer } = context.get("guest");
    const say = sayIn(viewer.locale);
    const shown = await readStatement(db, statement, desk, deps.now());
    if (shown.is !== "sent") return unreadable(context);
    const versions = await listStatements(db, { account: statement.account, sent: true, most });
    const later = versions.find(
      (each) => each.from === statement.from && each.to === statement.to && each.version > statement.version,
    );
    const path = areaStatementPath(statement.id);
    const content = html`<p class="unprinted"><a href="${areaStatementsPath}">${say("statement.areaBack")}</a></p>
      ${later === undefined ? "" : html`<p><a href="${areaStatementPath(later.id)}">${say("statement.replaced")}</a></p>`}
      <p class="row unprinted">
        <a class="button" href="${path}/file.pdf">${say("statement.pdf")}</a>
        <a class="button" href="${path}/file.html">${say("statement.html")}</a>
      </p>
      ${await documentMarkup(shown.content.document, {
        theme: "page",
        linkTo: (ticket) => `/area/tickets/${ticket}`,
      })}`;
    return show(context, shown.content.document.title, content);
  });

  for (const format of documentFormats)
    app.get(`${areaStatementsPath}/:id/file.${format}`, async (context) => {
      const statement = await found(context);
      if (statement === null) return notice(context, "notThere");
      const shown = await readStatement(db, statement, context.get("guest").desk, deps.now());
      if (shown.is !== "sent") return unreadable(context);
      const { document } = shown.content;
      const day = dateAt(document.timezone, statement.from);
      return documentResponse(context, document, { format, name: statementFileName({ ...statement, day }, format) });
    });
  return app;
};
