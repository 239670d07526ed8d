import { everyStaff, type FeatureReads } from "../../tickets/rules.ts";

/** The figures of every account, for the staff. A customer sees those of their own account in the client area. */
export const report = { reads: { report: everyStaff } } satisfies FeatureReads;
