import type { Line } from "../chat/card.ts";
import type { Desk } from "../domain/desk.ts";
import { accountOfChannel, accountOfUser } from "../domain/may.ts";
import type { Place } from "../domain/refs.ts";
import { ticketName } from "../domain/ticket.ts";
import type { Reader } from "./reader.ts";
import { plain, strong } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** Who reads what is said in a ticket's conversation. */
export const readersLine = (number: number, readers: Place, desk: Desk, reader: Reader): Line => {
  const say = sayIn(reader.locale);
  const account =
    readers.kind === "channel" ? accountOfChannel(readers.channel, desk) : accountOfUser(readers.user, desk);
  const whose = account === null ? [] : [strong(say("form.replyAccount", { account: account.name }))];
  return readers.kind === "channel"
    ? [plain(say("form.replyChannel")), { t: "channel", channel: readers.channel }, ...whose]
    : [plain(say("form.replyPerson", { ticket: ticketName(number) })), ...whose];
};
