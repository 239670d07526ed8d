import type { Card } from "../../chat/card.ts";
import type { Account, Desk } from "../../desk/desk.ts";
import { sayIn } from "../../i18n/say.ts";
import { plain } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";

/** The mail with a link that signs a contact in. */
export const linkMailCard = (account: Account, url: string, desk: Desk): Card => {
  const say = sayIn(account.locale);
  const summary = say("area.linkMailSummary", { desk: desk.name });
  return {
    summary,
    parts: [
      { part: "heading", text: summary },
      { part: "text", lines: [[{ t: "link", url, label: say("area.linkMailOpen") }]] },
      { part: "small", line: [plain(say("area.linkMailAbout", { account: account.name }))] },
    ],
  };
};

/**
 * A message of the client area as it goes out by mail or chat: its text, and a link instead of its buttons and of the small
 * print, which says what to do in a chat.
 */
export const withAreaLink = (
  { parts, ...card }: Card,
  { url, ticket }: { readonly url: string; readonly ticket: string | null },
  { locale }: Pick<Viewer, "locale">,
): Card => {
  const say = sayIn(locale);
  const label = ticket === null ? say("area.openArea") : say("area.openTicket", { ticket });
  return {
    ...card,
    parts: [
      ...parts.filter(({ part }) => part !== "buttons" && part !== "small"),
      { part: "text", lines: [[{ t: "link", url, label }]] },
    ],
  };
};
