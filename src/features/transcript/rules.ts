import { staffAndOwnCustomer, type FeatureReads } from "../../tickets/rules.ts";

/** A customer's transcript holds only what their side was shown. */
export const transcript = { reads: { transcript: staffAndOwnCustomer } } satisfies FeatureReads;
