import { shareOf, shareText } from "../../charts/chart.ts";
import type { Span } from "../../chat/card.ts";
import type { Locale } from "../../desk/desk.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { dateFormat, numberFormat } from "../../i18n/formats.ts";
import { languageTag } from "../../i18n/languages.ts";
import { plain, strong } from "../../i18n/spans.ts";
import type { TextContext, Viewer } from "../../i18n/viewer.ts";
import type { Period } from "../../reports/period.ts";
import type { KeptCounts } from "../../reports/weekly-figures.ts";
import type { Instant } from "../../sla/instant.ts";
import { ticketName } from "../../tickets/ticket.ts";

/** What the card of a staff report is drawn with. `urlOf`: the address of a page of the web desk; null if it is not served. */
export interface ReportContext extends TextContext {
  readonly urlOf: (path: string) => string | null;
  readonly now: Instant;
}

/** The share that was kept as text, rounded down: 1,999 of 2,000 is not 100 %. */
export const keptShare = ({ met, breached }: KeptCounts, locale: Locale): string =>
  shareText(shareOf(met, met + breached), locale);

/** A goal as text: "95%", "99.5%". */
export const goalText = (goal: number, locale: Locale): string =>
  numberFormat(languageTag[locale], { style: "percent", maximumFractionDigits: 2 }).format(goal);

/** The first and last day of a period in the viewer's zone: "23–29 November 2026". */
export const daysText = ({ from, to }: Period, { locale, timezone }: Viewer): string =>
  dateFormat(languageTag[locale], { day: "numeric", month: "long", year: "numeric", timeZone: timezone }).formatRange(
    from,
    to - 1,
  );

/** A month such as `2026-11` as text: "November 2026". */
export const monthText = (month: string, locale: Locale): string =>
  dateFormat(languageTag[locale], { month: "long", year: "numeric", timeZone: "UTC" }).format(
    Date.parse(`${month.slice(0, 7)}-01T00:00:00Z`),
  );

/** A link to a page of the web desk; where that is not served, the words alone. */
export const pageLink = (path: string, label: string, { urlOf }: Pick<ReportContext, "urlOf">): Span => {
  const url = urlOf(path);
  return url === null ? strong(label) : { t: "link", url, label };
};

/** The number of a ticket, with a link to its page. */
export const ticketLink = (number: number, context: Pick<ReportContext, "urlOf">): Span =>
  pageLink(`/desk/tickets/${number}`, ticketName(number), context);

/** The name of an account; its key if it is no longer in the desk. */
export const accountName = (account: string, { desk }: Pick<ReportContext, "desk">): string =>
  oneLine((Object.hasOwn(desk.accounts, account) ? desk.accounts[account]?.name : undefined) ?? account, 60);

/** The name of an account as a part of a line; empty for tickets without an account. */
export const accountSpan = (account: string | null, context: Pick<ReportContext, "desk">): readonly Span[] =>
  account === null ? [] : [plain(accountName(account, context))];
