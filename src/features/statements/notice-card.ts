import type { Card } from "../../chat/card.ts";
import type { Account, Desk } from "../../desk/desk.ts";
import { sayIn } from "../../i18n/say.ts";
import { plain } from "../../i18n/spans.ts";

/** Tells a contact of an account that a statement is there. `url`: its page in the client area. */
export const statementNoticeCard = (
  { account, desk, period }: { readonly account: Account; readonly desk: Desk; readonly period: string },
  url: string,
): Card => {
  const say = sayIn(account.locale);
  const summary = say("statement.noticeSummary", { desk: desk.name, period });
  return {
    summary,
    parts: [
      { part: "heading", text: summary },
      { part: "text", lines: [[plain(say("statement.noticeText", { account: account.name }))]] },
      { part: "text", lines: [[{ t: "link", url, label: say("statement.noticeOpen") }]] },
    ],
  };
};
