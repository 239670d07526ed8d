import { chooseOffer, dueOffers, settleOffer } from "../db/prompt-store.ts";
import { carryOutOffer } from "../inbox/carry-out-offer.ts";
import type { Step, WorkDeps } from "./deps.ts";

const batch = 20;

/**
 * Acts on prompts that ran out without an answer: the ticket opens, or the messages are added. Several processes may do
 * so at once, because repeating it changes nothing. A failing prompt holds up no other.
 */
export const settleOffers =
  (deps: WorkDeps): Step =>
  async () => {
    const { db } = deps.database;
    const rows = await dueOffers(db, deps.now(), batch);
    if (rows.length === 0) return 0;
    const desk = await deps.desk.read(db);
    let done = 0;
    for (const { id, about } of rows)
      try {
        const row = await chooseOffer(db, id, about.kind === "articles" ? "open" : "add");
        if (row.choice === "solved") await settleOffer(db, id, null, deps.now());
        else await carryOutOffer(deps, row, desk);
        done += 1;
      } catch (error) {
        deps.log.error({ err: error, offer: id }, "prompt.settle-failed");
      }
    return done;
  };
