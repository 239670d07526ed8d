import type { Happening } from "../chat/happening.ts";
import type { Desk } from "../domain/desk.ts";
import { cleanText, saysSomething } from "./clean-text.ts";
import { sceneOf } from "./scene.ts";
import { understandCommand } from "./understand-command.ts";
import { understandPress } from "./understand-press.ts";
import { understandSubmission } from "./understand-submission.ts";
import { answer, work, type Understood } from "./understood.ts";

/** Only what is written below another message can be about a ticket; the rest of a channel is none of our business. */
const understandMessage = ({ message, text }: Extract<Happening, { kind: "message" }>): Understood =>
  message.thread === undefined || !saysSomething(text)
    ? answer({ kind: "ignore" })
    : work({ kind: "heard", root: { channel: message.channel, id: message.thread }, text: cleanText(text) });

/** What a happening means to this desk. `meet` and `interpret` both ask here, so they cannot disagree. */
export const understand = (happening: Happening, desk: Desk): Understood => {
  const scene = sceneOf(happening, desk);
  switch (happening.kind) {
    case "command":
      return understandCommand(happening, scene);
    case "press":
      return understandPress(happening, scene);
    case "submit":
      return understandSubmission(happening, scene);
    case "message":
      return understandMessage(happening);
    case "edited":
    case "deleted":
    case "pick":
    case "react":
      return answer({ kind: "ignore" });
  }
};
