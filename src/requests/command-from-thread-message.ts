import type { InboundEvent } from "../chat/inbound-event.ts";
import type { Desk } from "../desk/desk.ts";
import { cleanLine, cleanFormatted, hasVisibleText } from "./clean-text.ts";
import type { Intent } from "./intent.ts";
import { requestContextOf } from "./request-context.ts";

/**
 * What a message in one of a ticket's threads means. In the conversation, staff reply and all others are the customer.
 * In the internal threads only staff count: agents write notes, the technical team comments. Nothing written there can
 * reach the customer.
 */
export const commandFromThreadMessage = (
  side: "conversation" | "internal" | "tech",
  number: number,
  inboundEvent: Extract<InboundEvent, { kind: "message" }>,
  desk: Desk,
): Intent => {
  const { principal, actor: by } = requestContextOf(inboundEvent, desk);
  const formatted = cleanFormatted(inboundEvent);
  const { text } = formatted;
  const { at } = inboundEvent;
  const message = { channel: inboundEvent.message.channel, id: inboundEvent.message.id };
  const files = inboundEvent.files ?? [];
  const textWithFiles = [text, ...files.map(({ name }) => `📎 ${cleanLine(name)}`)]
    .filter((each) => each !== "")
    .join("\n");
  if (!hasVisibleText(text) && files.length === 0) return { kind: "nothing" };
  if (side === "tech")
    return principal.is === "staff"
      ? {
          kind: "change",
          number,
          command: { type: "commentAsTech", by, at, ...formatted, text: textWithFiles, message },
        }
      : { kind: "nothing" };
  if (side === "internal")
    return principal.is === "staff"
      ? { kind: "change", number, command: { type: "note", by, at, text: textWithFiles, alreadyPosted: true, message } }
      : { kind: "nothing" };
  const shared = files.length === 0 ? {} : { files };
  return principal.is === "staff"
    ? { kind: "change", number, command: { type: "reply", by, at, text, alreadyPosted: true, message, files } }
    : {
        kind: "change",
        number,
        command: { type: "receiveMessage", by, at, ...formatted, wroteAt: at, message, ...shared },
      };
};
