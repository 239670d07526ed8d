import type { Happening } from "../chat/happening.ts";
import type { Desk } from "../domain/desk.ts";
import { cleanLine, cleanWords, saysSomething } from "./clean-text.ts";
import type { Intent } from "./intent.ts";
import { sceneOf } from "./scene.ts";

/**
 * What a message in one of a ticket's threads means. In the conversation staff reply and everybody else is the customer;
 * the internal threads know only staff, and only notes and the technical team's remarks: nothing written there can reach the customer.
 */
export const whatWasSaid = (
  side: "conversation" | "internal" | "tech",
  number: number,
  happening: Extract<Happening, { kind: "message" }>,
  desk: Desk,
): Intent => {
  const { standing, actor: by } = sceneOf(happening, desk);
  const words = cleanWords(happening);
  const { text } = words;
  const { at } = happening;
  const message = { channel: happening.message.channel, id: happening.message.id };
  const files = happening.files ?? [];
  const spoken = [text, ...files.map(({ name }) => `📎 ${cleanLine(name)}`)].filter((each) => each !== "").join("\n");
  if (!saysSomething(text) && files.length === 0) return { kind: "nothing" };
  if (side === "tech")
    return standing.is === "staff"
      ? { kind: "change", number, command: { type: "remarkTech", by, at, ...words, text: spoken } }
      : { kind: "nothing" };
  if (side === "internal")
    return standing.is === "staff"
      ? { kind: "change", number, command: { type: "note", by, at, text: spoken, alreadyPosted: true, message } }
      : { kind: "nothing" };
  const shared = files.length === 0 ? {} : { files };
  return standing.is === "staff"
    ? { kind: "change", number, command: { type: "reply", by, at, text, alreadyPosted: true, message, ...shared } }
    : { kind: "change", number, command: { type: "hear", by, at, ...words, wroteAt: at, message, ...shared } };
};
