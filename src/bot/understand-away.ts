import type { Instant } from "../domain/refs.ts";
import { problemCard } from "../views/problem-card.ts";
import { parseUntil } from "./parse-until.ts";
import type { Scene } from "./scene.ts";
import { answer, ifAllowed, work, type Understood } from "./understood.ts";

/** Somebody is out until a time they name, in their own zone. */
export const goOut = (scene: Scene, text: string, at: Instant): Understood =>
  ifAllowed(scene, "away", () => {
    if (scene.standing.is !== "staff") return answer({ kind: "ignore" });
    const until = parseUntil(text, at, scene.reader.timezone);
    return until === null
      ? answer({ kind: "private", card: problemCard({ problem: "badUntil", text }, scene.reader) })
      : work({ kind: "away", person: scene.standing.person.key, until });
  });

/** Somebody is back. */
export const comeBack = (scene: Scene): Understood =>
  ifAllowed(scene, "away", () =>
    scene.standing.is === "staff"
      ? work({ kind: "away", person: scene.standing.person.key, until: null })
      : answer({ kind: "ignore" }),
  );
