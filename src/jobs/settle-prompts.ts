import {
  claimPrompt,
  duePrompts,
  parkPrompt,
  postponePrompt,
  postponeUnreadable,
  settlePrompt,
} from "../db/prompt-store.ts";
import { actOnPrompt, promptLease } from "../inbox/act-on-prompt.ts";
import { PlatformUnavailable } from "../inbox/read-thread.ts";
import { tellAboutPrompt } from "../inbox/tell-about-prompt.ts";
import { UnreadableJson } from "../stored/versioned-json.ts";
import { backoff } from "../delivery/backoff.ts";
import type { ServedElsewhere } from "../delivery/served-elsewhere.ts";
import type { Instant } from "../sla/instant.ts";
import type { Refusal } from "../tickets/messages.ts";
import type { Step, WorkDeps } from "./deps.ts";

const batch = 20;

/**
 * After so many tries (some five minutes) a prompt that is refused for another reason than a limit is given up. If the
 * ticket is no longer the person's, the first refusal is the last, because the person must choose again.
 */
const tryLimit = 10;

/** When a refused prompt is tried again: once the limit allows it, otherwise later and later. */
const retryAt = (refusal: Refusal, now: Instant, tries: number): Instant =>
  Math.max(backoff(now, tries), refusal.reason === "limited" ? refusal.until : now);

/**
 * Acts on prompts that ran out without an answer: the ticket opens, or the messages are added. Several processes may do
 * so at once, because repeating it changes nothing. A prompt that fails or is refused is kept and waits behind the others.
 */
export const settlePrompts =
  (deps: WorkDeps, elsewhere: ServedElsewhere): Step =>
  async () => {
    const { db } = deps.database;
    const rows = await duePrompts(db, { now: deps.now(), limit: batch, elsewhere: (await elsewhere()).reading });
    if (rows.length === 0) return 0;
    const desk = await deps.desk.read(db);
    let done = 0;
    for (const { id, about, tries } of rows) {
      const now = deps.now();
      const claim = {
        choice: about instanceof UnreadableJson || about.kind === "articles" ? "open" : "add",
        lease: promptLease(now),
        now,
      } as const;
      const row = about instanceof UnreadableJson ? about : await claimPrompt(db, id, claim);
      if (row === null) continue;
      if (row instanceof UnreadableJson) {
        deps.log.error({ err: row, prompt: id }, "prompt.settle-failed");
        await postponeUnreadable(db, id, now, backoff(now, tries));
        continue;
      }
      try {
        if (row.choice === "solved") await settlePrompt(db, row, null, deps.now());
        else {
          const { refusal, card } = await actOnPrompt(deps, row, desk, "bot");
          const isLastTry = tries + 1 >= tryLimit || refusal?.reason === "noSuchTicket";
          if (refusal !== null && refusal.reason !== "limited" && isLastTry) {
            // The person reads why and can open a new ticket, and the operator finds the text in the row.
            if (card !== null) await tellAboutPrompt(deps, { id, byUser: row.byUser, about: "parked" }, card);
            deps.log.error({ prompt: id, refusal: refusal.reason }, "prompt.parked");
            await parkPrompt(db, row, refusal.reason);
            continue;
          }
          if (refusal !== null) {
            deps.log.error({ prompt: id, refusal: refusal.reason }, "prompt.kept");
            await postponePrompt(db, row, retryAt(refusal, deps.now(), tries));
            continue;
          }
        }
        done += 1;
      } catch (error) {
        deps.log.error({ err: error, prompt: id }, "prompt.settle-failed");
        const until = error instanceof PlatformUnavailable ? error.until : null;
        await postponePrompt(db, row, Math.max(backoff(deps.now(), tries), until ?? 0));
      }
    }
    return done;
  };
