import { everyStaff, type FeatureReads } from "../../tickets/rules.ts";

export const history = { reads: { history: everyStaff } } satisfies FeatureReads;
