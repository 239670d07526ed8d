import type { FirstAnswer } from "../chat/answer.ts";
import type { Instant } from "../domain/refs.ts";
import type { Wish } from "../domain/may.ts";
import { may } from "../domain/may.ts";
import { refusalCard } from "../views/refusal-card.ts";
import type { Intent, Wished } from "./intent.ts";
import type { Scene } from "./scene.ts";

/** What a happening turned out to be: answered at once, or work with an intent. */
export type Understood =
  | { readonly means: "answer"; readonly answer: Exclude<FirstAnswer, { kind: "work" }> }
  | { readonly means: "work"; readonly intent: Intent };

type Change = Exclude<Wished, { type: "open" }>;
/** A change of a ticket without who and when. */
export type Deed = Change extends infer C ? (C extends Change ? Omit<C, "by" | "at"> : never) : never;

/** Answered at once. */
export const answer = (first: Exclude<FirstAnswer, { kind: "work" }>): Understood => ({
  means: "answer",
  answer: first,
});

/** To be worked on. */
export const work = (intent: Intent): Understood => ({ means: "work", intent });

/** A change of a ticket, by the person of the scene. */
export const change = (scene: Scene, at: Instant, number: number, deed: Deed): Understood =>
  work({ kind: "change", number, command: { ...deed, by: scene.actor, at } as Change });

/** Goes on where the person may wish this at all, else refuses in private. `verb` is what the log calls it. */
export const ifAllowed = (scene: Scene, wish: Wish, next: () => Understood, verb: string = wish): Understood =>
  may(scene.standing, wish) === "no"
    ? answer({
        kind: "private",
        card: refusalCard({ reason: "notAllowed" }, null, scene.desk, scene.reader),
        refused: verb,
      })
    : next();
