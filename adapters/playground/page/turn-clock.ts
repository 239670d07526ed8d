import { toast } from "./acts.ts";
import { api } from "./api.ts";
import { change, current } from "./state.ts";

/**
 * Moves the desk's clock forward. The page shows the moments on the way, and ignores further requests until the move
 * ends.
 */
export const turnClock = async (ms: number): Promise<void> => {
  if (current().turning) return;
  change({ turning: true });
  try {
    await api.clock(ms);
  } catch {
    toast((texts) => texts.failed);
  } finally {
    change({ turning: false });
  }
};
