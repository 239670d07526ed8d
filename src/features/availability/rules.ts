import { everyStaff, type FeatureReads } from "../../tickets/rules.ts";

/** `away`: to be out of office, and back. */
export const availability = { reads: { away: everyStaff } } satisfies FeatureReads;
