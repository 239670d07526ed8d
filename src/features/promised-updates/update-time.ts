import type { Instant } from "../../sla/instant.ts";

/** When news is promised: at an instant, at this wall time on the next working day, or at a wall time in the account's zone (`date` null: today). */
export type UpdateTime =
  | { readonly by: "instant"; readonly at: Instant }
  | { readonly by: "nextWorkingDay" }
  | { readonly by: "wall"; readonly date: string | null; readonly minute: number };
