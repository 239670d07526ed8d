import { encodeAction } from "../chat/action.ts";
import type { Line } from "../chat/card.ts";
import type { Form } from "../chat/form.ts";
import type { Desk } from "../domain/desk.ts";
import { accountOfChannel, accountOfUser } from "../domain/may.ts";
import type { Place } from "../domain/refs.ts";
import { ticketName } from "../domain/ticket.ts";
import { maxText } from "./form-limits.ts";
import { readersArgument } from "./readers-argument.ts";
import type { Reader } from "./reader.ts";
import { plain, strong } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** Who will read a reply, named before it is written. */
const readersLine = (number: number, readers: Place, desk: Desk, reader: Reader): Line => {
  const say = sayIn(reader.locale);
  const account =
    readers.kind === "channel" ? accountOfChannel(readers.channel, desk) : accountOfUser(readers.user, desk);
  const whose = account === null ? [] : [strong(say("form.replyAccount", { account: account.name }))];
  return readers.kind === "channel"
    ? [plain(say("form.replyChannel")), { t: "channel", channel: readers.channel }, ...whose]
    : [plain(say("form.replyPerson", { ticket: ticketName(number) })), ...whose];
};

/** The form for a public reply. It carries the readers it names, so that nobody else can be sent it. */
export const replyForm = (number: number, readers: Place, desk: Desk, reader: Reader): Form => {
  const say = sayIn(reader.locale);
  return {
    action: encodeAction("submit-reply", number, readersArgument(readers)),
    title: say("form.replyTitle"),
    submit: say("form.replySubmit"),
    cancel: say("form.cancel"),
    notice: [
      readersLine(number, readers, desk, reader),
      [plain(say("form.replyPublic", { ticket: ticketName(number) }))],
    ],
    fields: [{ kind: "paragraph", name: "text", label: say("form.replyText"), required: true, maxLength: maxText }],
  };
};
