import type { Card } from "../../chat/card.ts";
import type { Account, Desk } from "../../desk/desk.ts";
import { rich } from "../../i18n/rich.ts";
import { sayIn } from "../../i18n/say.ts";
import { moment, plain, strong } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Instant } from "../../sla/instant.ts";

/** An invitation's link, and until when it works. */
export interface InvitationLink {
  readonly url: string;
  readonly until: Instant;
}

/** The message to the person who is invited. It says who invited them, so that they can ask back. */
export const invitationCard = (
  { inviter, account, link }: { readonly inviter: string; readonly account: Account; readonly link: InvitationLink },
  desk: Desk,
): Card => {
  const say = sayIn(account.locale);
  const summary = say("invitation.summary", { inviter, desk: desk.name });
  return {
    summary,
    parts: [
      { part: "heading", text: summary },
      { part: "text", lines: [[plain(say("invitation.about", { account: account.name }))]] },
      { part: "text", lines: [[{ t: "link", url: link.url, label: say("invitation.open") }]] },
      { part: "small", line: rich(say, "invitation.until", { until: moment(link.until) }) },
    ],
  };
};

/**
 * The private answer to the person who invited. `sentTo`: where the invitation went; null if they must give the link on
 * themselves.
 */
export const invitedCard = (
  {
    name,
    seesAll,
    account,
    link,
    sentTo,
  }: {
    readonly name: string;
    readonly seesAll: boolean;
    readonly account: Account;
    readonly link: InvitationLink;
    readonly sentTo: string | null;
  },
  viewer: Viewer,
): Card => {
  const say = sayIn(viewer.locale);
  const summary = say("clientAccess.invited", { name, account: account.name });
  return {
    summary,
    parts: [
      { part: "text", lines: [rich(say, "clientAccess.invited", { name: strong(name), account: account.name })] },
      { part: "text", lines: [[plain(say(seesAll ? "clientAccess.theySeeAll" : "clientAccess.theySeeOwn"))]] },
      sentTo === null
        ? {
            part: "text",
            lines: [[plain(say("clientAccess.copyLink"))], [{ t: "link", url: link.url, label: link.url }]],
          }
        : { part: "text", lines: [[plain(say("clientAccess.sentTo", { to: sentTo }))]] },
      { part: "small", line: rich(say, "clientAccess.linkUntil", { until: moment(link.until) }) },
    ],
  };
};
