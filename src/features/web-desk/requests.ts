import type { Card } from "../../chat/card.ts";
import { plain, sentenceCard } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { nothing } from "../../chat/action-arguments.ts";
import { button } from "../../requests/action-handlers.ts";
import { ifAllowed, work } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";

export const buttons = {
  web: button({
    carries: nothing,
    press: (_, _press, context) => ifAllowed(context, "webDesk", () => work({ kind: "signIn" }), "web"),
  }),
};

export const subcommands = {
  web: subcommand({
    of: "desk",
    words: ["web"],
    otherWords: "site page browser login navegador sitio página",
    menu: "web",
    permission: "webDesk",
    help: ({ say }) => ({ usage: say("help.web"), means: "help.webMeans" }),
    /** With further words it is a list: `/desk web shop`. */
    parse: ({ rest }) => (rest.length === 0 ? {} : null),
    route: (_, { context }) => ifAllowed(context, "webDesk", () => work({ kind: "signIn" }), "web"),
  }),
};

/** The private answer to `/desk web`: a link that signs this person in once; null if the web desk is not served. */
export const signInCard = (link: { readonly url: string; readonly minutes: number } | null, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  if (link === null) return sentenceCard(say("web.notServed"));
  const { url, minutes } = link;
  const label = say("web.signInLink");
  return {
    summary: say("web.signInSummary"),
    parts: [
      { part: "text", lines: [[{ t: "link", url, label }]] },
      { part: "small", line: [plain(say("web.signInAbout", { count: minutes }))] },
    ],
  };
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly webDesk: { readonly button: keyof typeof buttons };
  }
}
