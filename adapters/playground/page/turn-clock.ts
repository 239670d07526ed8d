import { toast } from "./acts.ts";
import { tick } from "./kept.ts";
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
    tick("clock");
  } catch {
    toast((texts) => texts.failed);
  } finally {
    change({ turning: false });
  }
};

/** Fills the desk with a busy day. This moves the desk's clock, so the visitor cannot move it at the same time. */
export const loadBusyDay = async (): Promise<void> => {
  if (current().turning) return;
  change({ turning: true, busyDay: { tickets: 0, of: 0 } });
  try {
    await api.busyDay();
  } catch {
    toast((texts) => texts.failed);
  } finally {
    change({ turning: false, busyDay: null });
  }
};
