import type { Card, Line } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { severities } from "../../sla/severity.ts";
import type { Principal } from "../../tickets/principal.ts";
import { permitted } from "../../tickets/permissions.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import type { Subcommand, SubcommandTable, UsageLine } from "../../requests/subcommand.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { faint, plain, strong } from "../../i18n/spans.ts";
import { rich } from "../../i18n/rich.ts";
import { severityMeansLine } from "../severity/index.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

/** Whether the help shows a subcommand to this person: staff see all, customers those that they may use. */
export const isForPrincipal = ({ permission }: Subcommand, is: Principal["is"]): boolean =>
  is === "staff" || permitted({ is, account: null }, permission) !== "no";

/** What to type, and what it does. */
export const usageLine = ({ usage, means }: UsageLine, say: Say): Line => rich(say, means, { command: strong(usage) });

/** For whom the help is. `unknown` is the word that was not understood, or null. */
interface HelpFor {
  readonly desk: Desk;
  readonly is: Principal["is"];
  readonly viewer: Viewer;
  readonly unknown: string | null;
}

/** What a person can type: customers' subcommands, those of staff, and those of `/desk`. */
export const helpCard = (all: SubcommandTable, { desk, is, viewer, unknown }: HelpFor): Card => {
  const say = sayIn(viewer.locale);
  const heading = say("help.heading", { desk: desk.name });
  const shown = Object.values(all).filter((each) => isForPrincipal(each, is));
  const ofTicket = shown.filter((each) => each.of === "ticket");
  const lines: readonly Line[] = [
    ...ofTicket.filter((each) => isForPrincipal(each, "customer")),
    ...ofTicket.filter((each) => !isForPrincipal(each, "customer")),
    ...shown.filter((each) => each.of === "desk"),
  ].flatMap((each) => {
    const line = each.help({ say, is });
    return line === null ? [] : [usageLine(line, say)];
  });
  const misunderstood = unknown === null ? null : say("help.unknown", { word: oneLine(unknown, 40) });
  return {
    summary: misunderstood ?? heading,
    parts: [
      { part: "heading", text: heading },
      ...(misunderstood === null ? [] : [{ part: "text", lines: [[plain(misunderstood)]] } as const]),
      { part: "text", lines },
      { part: "text", lines: severities.map((each) => severityMeansLine(each, desk, viewer)) },
      { part: "small", line: [faint(say(is === "staff" ? "help.staffThreads" : "help.threads"))] },
      ...(desk.manual === null
        ? []
        : [{ part: "text", lines: [[{ t: "link", url: desk.manual, label: say("help.manual") }]] } as const]),
    ],
  };
};
