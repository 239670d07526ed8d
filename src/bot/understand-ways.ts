import type { Instant } from "../domain/refs.ts";
import { maxText } from "../views/form-limits.ts";
import { cleanText } from "./clean-text.ts";
import type { Scene } from "./scene.ts";
import { change, ifAllowed, type Understood } from "./understood.ts";

/** To the head of support, with or without a reason. */
export const escalate = (scene: Scene, at: Instant, number: number, said: string): Understood =>
  ifAllowed(scene, "escalate", () => {
    const why = cleanText(said).slice(0, maxText);
    return change(scene, at, number, { type: "escalate", why: why === "" ? null : why });
  });
