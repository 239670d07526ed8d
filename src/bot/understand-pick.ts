import type { Happening } from "../chat/happening.ts";
import { accountOfChannel } from "../domain/may.ts";
import { ticketForm } from "../views/ticket-form.ts";
import { cleanText } from "./clean-text.ts";
import type { Scene } from "./scene.ts";
import { titleOf } from "./title-of.ts";
import { answer, ifAllowed, work, type Understood } from "./understood.ts";

/** A message chosen from its own menu fills the form; what is not known yet is asked there. */
export const understandPick = (
  { message, text, channel }: Extract<Happening, { kind: "pick" }>,
  scene: Scene,
): Understood =>
  ifAllowed(scene, "open", () =>
    answer({
      kind: "form",
      form: ticketForm({
        ...scene,
        title: titleOf(text),
        description: cleanText(text),
        channel,
        source: { channel: message.channel, message: message.id, root: message.thread ?? message.id },
      }),
    }),
  );

/** The emoji that makes a ticket of a message. */
export const ticketEmoji = "🎫";

/** A ticket emoji in a customer's channel is a wish; anywhere else it is just an emoji. */
export const understandReaction = (
  { message, emoji, channel }: Extract<Happening, { kind: "react" }>,
  scene: Scene,
): Understood =>
  emoji === ticketEmoji && accountOfChannel(channel, scene.desk) !== null
    ? ifAllowed(scene, "open", () => work({ kind: "take", message, how: "reacted" }))
    : answer({ kind: "ignore" });
