import type { Card, Line } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Principal } from "../../tickets/principal.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { faint, plain, strong } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** What one can type here; `unknown` is the word that was not understood, where there was one. */
export const helpCard = (desk: Desk, is: Principal["is"], viewer: Viewer, unknown: string | null): Card => {
  const say = sayIn(viewer.locale);
  const heading = say("help.heading", { desk: desk.name });
  const lines: readonly Line[] = [
    [strong(say("help.open")), plain(say("help.openMeans"))],
    [
      strong(say(is === "staff" ? "help.listStaff" : "help.list")),
      plain(say(is === "staff" ? "help.listMeansStaff" : "help.listMeansCustomer")),
    ],
    [strong(say("help.show")), plain(say("help.showMeans"))],
    [strong(say("help.close")), plain(say("help.closeMeans"))],
    [strong(say("help.reopen")), plain(say("help.reopenMeans"))],
    [
      strong(say("help.transcript")),
      plain(say(is === "staff" ? "help.transcriptMeansStaff" : "help.transcriptMeansCustomer")),
    ],
    [strong(say("help.escalate")), plain(say("help.escalateMeans"))],
    [strong(say("help.call")), plain(say("help.callMeans"))],
    [strong(say("help.consulting")), plain(say("help.consultingMeans"))],
    [strong(say("help.manager")), plain(say("help.managerMeans"))],
    ...(is === "staff"
      ? [
          [strong(say("help.tech")), plain(say("help.techMeans"))],
          [strong(say("help.reply")), plain(say("help.replyMeans"))],
          [strong(say("tie.help.merge")), plain(say("tie.help.mergeMeans"))],
          [strong(say("tie.help.link")), plain(say("tie.help.linkMeans"))],
          [strong(say("help.history")), plain(say("help.historyMeans"))],
          [strong(say("help.desk")), plain(say("help.deskMeans"))],
          [strong(say("help.out")), plain(say("help.outMeans"))],
          [strong(say("help.back")), plain(say("help.backMeans"))],
          [strong(say("notify.help")), plain(say("notify.helpMeans"))],
        ]
      : []),
  ];
  const misunderstood = unknown === null ? null : say("help.unknown", { word: oneLine(unknown, 40) });
  return {
    summary: misunderstood ?? heading,
    parts: [
      { part: "heading", text: heading },
      ...(misunderstood === null ? [] : [{ part: "text", lines: [[plain(misunderstood)]] } as const]),
      { part: "text", lines },
      { part: "small", line: [faint(say(is === "staff" ? "help.staffThreads" : "help.threads"))] },
      ...(desk.manual === null
        ? []
        : [{ part: "text", lines: [[{ t: "link", url: desk.manual, label: say("help.manual") }]] } as const]),
    ],
  };
};
