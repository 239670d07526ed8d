import { notifyCard } from "../../views/notify-card.ts";
import { problemCard } from "../../views/problem-card.ts";
import type { Scene } from "../scene.ts";
import { answer, ifAllowed, work, type Understood } from "../understood.ts";
import { bare } from "./near-word.ts";

const switches = new Map<string, boolean>([
  ...(["on", "yes", "si", "activar", "activados"] as const).map((word) => [word, true] as const),
  ...(["off", "no", "desactivar", "desactivados"] as const).map((word) => [word, false] as const),
]);

/** A person of the staff switches their notifications, or asks how they stand. */
export const notify = (scene: Scene, text: string): Understood =>
  ifAllowed(scene, "notify", () => {
    const { standing, desk, reader } = scene;
    if (standing.is !== "staff") return answer({ kind: "ignore" });
    const { person } = standing;
    if (text === "") return answer({ kind: "private", card: notifyCard(person, desk, reader) });
    const wanted = switches.get(bare(text));
    return wanted === undefined
      ? answer({ kind: "private", card: problemCard({ problem: "badSwitch", text }, reader) })
      : work({ kind: "notify", person: person.key, notify: wanted });
  });
