import { toast } from "./acts.ts";
import { api } from "./api.ts";
import { change, current } from "./state.ts";

/** Turns the desk's clock. The page shows the moments on the way, and ignores further turns until this one ends. */
export const turnClock = async (ms: number): Promise<void> => {
  if (current().turning) return;
  change({ turning: true });
  try {
    await api.clock(ms);
  } catch {
    toast((said) => said.failed);
  } finally {
    change({ turning: false });
  }
};
