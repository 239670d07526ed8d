import type { CardPart } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";

/** The path of an account's page on the web desk. */
export const accountPath = (key: string): string => `/desk/accounts/${encodeURIComponent(key)}`;

/**
 * A link from a card of the staff to the page of an account; nothing for an account that the desk does not name, or where
 * no web desk is served.
 */
export const accountPagePart = (
  key: string | null,
  webUrl: ((path: string) => string) | undefined,
  { accounts }: Desk,
  viewer: Viewer,
): readonly CardPart[] => {
  const account = key !== null && Object.hasOwn(accounts, key) ? accounts[key] : undefined;
  if (account === undefined || webUrl === undefined) return [];
  const label = sayIn(viewer.locale)("accounts.openPage", { account: account.name });
  return [{ part: "small", line: [{ t: "link", url: webUrl(accountPath(account.key)), label }] }];
};
