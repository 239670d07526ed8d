import { cleanLine } from "../../requests/clean-text.ts";
import { button } from "../../requests/action-handlers.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { answer, ifAllowed, work, type Routed } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { usualPeriod } from "../../reports/period.ts";
import type { Instant } from "../../sla/instant.ts";
import { readReportWords, usualReport } from "./read-report-words.ts";
import { unclearReport } from "./report-choices.ts";
import { unclearReportCard } from "./unclear-report-card.ts";

/** The report that words name, or a question which one is meant. */
const askReport = (typed: readonly string[], context: RequestContext, now: Instant): Routed =>
  ifAllowed(context, "report", () => {
    const asker = { desk: context.desk, principal: context.principal, now };
    const words = readReportWords(typed, asker);
    if ("unclearAt" in words) {
      const unclear = unclearReport(typed, asker);
      return unclear === null
        ? answer({ kind: "ignore" })
        : answer({ kind: "private", card: unclearReportCard(unclear, context.viewer) });
    }
    const { period, only } = words;
    return work({
      kind: "ask",
      question: { kind: "report", period: period ?? usualPeriod, only: only ?? usualReport(asker) },
    });
  });

export const buttons = {
  report: button({
    carries: (words) => ({ words: cleanLine(words.join(" ")).split(" ").filter(Boolean) }),
    press: ({ words }, { at }, context) => askReport(words, context, at),
  }),
};

export const subcommands = {
  report: subcommand({
    of: "desk",
    words: ["report", "reports", "informe", "informes", "relatório", "relatorio", "relatórios", "relatorios"],
    otherWords: "stats statistics sla attainment figures reporte estadísticas estatísticas resumen resumo",
    menu: "report [account | person | area] [last week | 2026-10 | 2026-Q3]",
    permission: "report",
    help: ({ say }) => ({ usage: say("help.report"), means: "help.reportMeans" }),
    parse: ({ rest }) => ({ words: rest.filter(Boolean) }),
    route: ({ words }, { event, context }) => askReport(words, context, event.at),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly report: { readonly button: keyof typeof buttons };
  }
}
