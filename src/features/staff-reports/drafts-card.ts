import type { Card } from "../../chat/card.ts";
import { sayIn } from "../../i18n/say.ts";
import { dotted, faint, plain, strong } from "../../i18n/spans.ts";
import type { WaitingDraft } from "../../reports/waiting-draft.ts";
import { accountName, keptShare, monthText, pageLink, type ReportContext } from "./report-context.ts";

/** The drafts of statements that wait for a person, each with a link and what was kept. `month` is a day of it. */
export const draftsCard = (drafts: readonly WaitingDraft[], month: string, context: ReportContext): Card => {
  const { viewer } = context;
  const say = sayIn(viewer.locale);
  const heading = say("drafts.heading", { month: monthText(month, viewer.locale) });
  const summary = say("drafts.about", { count: drafts.length });
  return {
    summary: `${heading}. ${summary}`,
    parts: [
      { part: "heading", text: heading },
      { part: "text", lines: [[plain(summary)]] },
      {
        part: "text",
        lines: drafts.map(({ id, account, kept: { met, breached } }) =>
          dotted(
            [pageLink(`/desk/statements/${id}`, accountName(account, context), context)],
            met + breached === 0
              ? [plain(say("drafts.noneCounts"))]
              : [
                  plain(
                    say("drafts.kept", {
                      met: String(met),
                      ended: String(met + breached),
                      share: keptShare({ met, breached }, viewer.locale),
                    }),
                  ),
                ],
            breached === 0 ? [] : [strong(say("drafts.toWrite", { count: breached }))],
          ),
        ),
      },
      { part: "small", line: [faint(say("drafts.because"))] },
    ],
  };
};
