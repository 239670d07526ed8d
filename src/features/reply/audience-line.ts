import type { Line, Span } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { accountOfChannel, accountOfUser, isPrivate } from "../../tickets/principal.ts";
import type { Place } from "../../tickets/refs.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { rich } from "../../i18n/rich.ts";
import { strong } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** Who can read messages in a ticket's conversation. */
export const audienceLine = (number: number, audience: Place, desk: Desk, viewer: Viewer): Line => {
  const say = sayIn(viewer.locale);
  const account =
    audience.kind === "channel" ? accountOfChannel(audience.channel, desk) : accountOfUser(audience.user, desk);
  const name = account === null ? null : strong(account.name);
  if (audience.kind === "channel") {
    const channel: Span = { t: "channel", channel: audience.channel };
    return name === null
      ? rich(say, "form.replyChannel", { channel })
      : rich(say, "form.replyChannelOf", { channel, account: name });
  }
  const ticket = ticketName(number);
  if (!isPrivate(audience))
    return name === null ? rich(say, "form.replyArea", { ticket }) : rich(say, "form.replyAreaOf", { account: name });
  return name === null
    ? rich(say, "form.replyPerson", { ticket })
    : rich(say, "form.replyPersonOf", { ticket, account: name });
};
