import { staffAndOwnCustomer, type FeatureReads } from "../../tickets/rules.ts";

/** A customer's transcript contains only what their side could see. */
export const transcript = { reads: { transcript: staffAndOwnCustomer } } satisfies FeatureReads;
