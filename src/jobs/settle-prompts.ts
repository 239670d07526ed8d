import { choosePrompt, duePrompts, settlePrompt } from "../db/prompt-store.ts";
import { actOnPrompt } from "../inbox/act-on-prompt.ts";
import type { Step, WorkDeps } from "./deps.ts";

const batch = 20;

/**
 * Acts on prompts that ran out without an answer: the ticket opens, or the messages are added. Several processes may do
 * so at once, because repeating it changes nothing. A failing prompt holds up no other.
 */
export const settlePrompts =
  (deps: WorkDeps): Step =>
  async () => {
    const { db } = deps.database;
    const rows = await duePrompts(db, deps.now(), batch);
    if (rows.length === 0) return 0;
    const desk = await deps.desk.read(db);
    let done = 0;
    for (const { id, about } of rows)
      try {
        const row = await choosePrompt(db, id, about.kind === "articles" ? "open" : "add");
        if (row.choice === "solved") await settlePrompt(db, id, null, deps.now());
        else await actOnPrompt(deps, row, desk);
        done += 1;
      } catch (error) {
        deps.log.error({ err: error, prompt: id }, "prompt.settle-failed");
      }
    return done;
  };
