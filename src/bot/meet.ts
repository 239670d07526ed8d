import type { FirstAnswer } from "../chat/answer.ts";
import type { Happening } from "../chat/happening.ts";
import type { Desk } from "../domain/desk.ts";
import { understand } from "./understand.ts";

/** The first answer to a happening, without I/O: a form, a private word, or "to be worked on". */
export const meet = (happening: Happening, desk: Desk): FirstAnswer => {
  const understood = understand(happening, desk);
  return understood.means === "work" ? { kind: "work" } : understood.answer;
};
