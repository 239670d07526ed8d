import type { Line } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { accountOfChannel, accountOfUser } from "../../tickets/principal.ts";
import type { Place } from "../../tickets/refs.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { plain, strong } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** Who reads what is said in a ticket's conversation. */
export const audienceLine = (number: number, audience: Place, desk: Desk, viewer: Viewer): Line => {
  const say = sayIn(viewer.locale);
  const account =
    audience.kind === "channel" ? accountOfChannel(audience.channel, desk) : accountOfUser(audience.user, desk);
  const whose = account === null ? [] : [strong(say("form.replyAccount", { account: account.name }))];
  return audience.kind === "channel"
    ? [plain(say("form.replyChannel")), { t: "channel", channel: audience.channel }, ...whose]
    : [plain(say("form.replyPerson", { ticket: ticketName(number) })), ...whose];
};
