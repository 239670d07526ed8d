import type { Happening } from "../chat/happening.ts";
import type { Desk } from "../domain/desk.ts";
import { cleanWords } from "./clean-text.ts";
import { sceneOf } from "./scene.ts";
import { understandCommand } from "./understand-command.ts";
import { understandMessage } from "./understand-message.ts";
import { understandPick, understandReaction } from "./understand-pick.ts";
import { understandPress } from "./understand-press.ts";
import { understandSubmission } from "./understand-submission.ts";
import { work, type Understood } from "./understood.ts";

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
      return understandMessage(happening, scene);
    case "edited":
      return work({ kind: "revised", message: happening.message, ...cleanWords(happening) });
    case "deleted":
      return work({ kind: "revised", message: happening.message, text: null });
    case "pick":
      return understandPick(happening, scene);
    case "react":
      return understandReaction(happening, scene);
  }
};
