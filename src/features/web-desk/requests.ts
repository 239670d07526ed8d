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

/** A link to the web desk, and for how many minutes it signs in; null if it only leads to the sign-in page. */
interface StaffLink {
  readonly url: string;
  readonly minutes: number | null;
}

/** The mail with a link that signs a person of the staff in. */
export const staffLinkCard = (
  { url, minutes }: { readonly url: string; readonly minutes: number },
  desk: string,
  viewer: Viewer,
): Card => {
  const say = sayIn(viewer.locale);
  const summary = say("web.linkMailSummary", { desk });
  return {
    summary,
    parts: [
      { part: "heading", text: summary },
      { part: "text", lines: [[{ t: "link", url, label: say("web.signInLink") }]] },
      { part: "small", line: [plain(say("web.signInAbout", { count: minutes }))] },
      { part: "small", line: [plain(say("web.linkMailAbout"))] },
    ],
  };
};

/** The private answer to `/desk web`: a link that signs this person in once; null if the web desk is not served. */
export const signInCard = (link: StaffLink | null, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  if (link === null) return sentenceCard(say("web.notServed"));
  const { url, minutes } = link;
  const label = say("web.signInLink");
  if (minutes === null)
    return {
      summary: label,
      parts: [{ part: "text", lines: [[{ t: "link", url, label }], [plain(say("web.identityRequired"))]] }],
    };
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
