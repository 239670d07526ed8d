import type { Line } from "../chat/card.ts";
import type { Desk } from "../domain/desk.ts";
import { accountOfChannel, accountOfUser } from "../domain/may.ts";
import type { Place } from "../domain/refs.ts";
import { ticketName } from "../domain/ticket.ts";
import type { Viewer } from "./reader.ts";
import { plain, strong } from "./spans.ts";
import { sayIn } from "./words/say.ts";

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
