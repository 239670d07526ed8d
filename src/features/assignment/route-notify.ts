import { notifyCard } from "./notify-card.ts";
import { problemCard } from "../../cards/problem-card.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { answer, ifAllowed, work, type Routed } from "../../requests/routed.ts";
import { bare } from "../../text/similar-words.ts";

const switches = new Map<string, boolean>([
  ...(["on", "yes", "si", "activar", "activados", "sim", "ativar"] as const).map((word) => [word, true] as const),
  ...(["off", "no", "desactivar", "desactivados", "nao", "desativar"] as const).map((word) => [word, false] as const),
]);

/** An agent changes their own notification setting, or asks for it. */
export const notify = (context: RequestContext, text: string): Routed =>
  ifAllowed(context, "notify", () => {
    const { principal, desk, viewer } = context;
    if (principal.is !== "staff") return answer({ kind: "ignore" });
    const { person } = principal;
    if (text === "") return answer({ kind: "private", card: notifyCard(person, desk, viewer) });
    const wanted = switches.get(bare(text));
    return wanted === undefined
      ? answer({ kind: "private", card: problemCard({ problem: "badSwitch", text }, viewer) })
      : work({ kind: "notify", person: person.key, notify: wanted });
  });
