import { everyStaff, type FeatureReads } from "../../tickets/rules.ts";

/** `away`: to be out of office, and to come back. */
export const availability = { reads: { away: everyStaff } } satisfies FeatureReads;
