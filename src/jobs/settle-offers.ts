import { chooseOffer, dueOffers, settleOffer } from "../db/prompt-store.ts";
import { carryOutOffer } from "../inbox/carry-out-offer.ts";
import type { Step, WorkDeps } from "./deps.ts";

const batch = 20;

/**
 * Acts on what nobody chose in time: the ticket opens, the words are added. Several processes may do so at once, since doing
 * it again changes nothing. One that fails holds up no other.
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
