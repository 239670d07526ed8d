import type { Instant } from "../../../src/sla/instant.ts";
import type { AttemptPause } from "../../shared/waiting.ts";

interface SuspensionDeps {
  readonly now: () => Instant;
  readonly pause: AttemptPause;
  /** Called when the process works again. `seenAt`: when it was last at work. */
  readonly back: (seenAt: Instant) => void;
}

/** How often (ms) the process looks at the clock. */
const everyMs = 20_000;

/**
 * Notices that the machine or the process was suspended: then more time has passed between two looks at the clock than between two
 * timers. Resolves when the adapter stops. Over HTTP nothing else shows it, because no connection breaks.
 */
export const noticeSuspension = async ({ now, pause, back }: SuspensionDeps): Promise<void> => {
  for (let seenAt = now(); !pause.ended(); seenAt = now()) {
    await pause(everyMs);
    if (!pause.ended() && now() - seenAt > 2 * everyMs) back(seenAt);
  }
};
