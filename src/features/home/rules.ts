import { everyone, type FeatureReads } from "../../tickets/rules.ts";

export const home = { reads: { home: everyone } } satisfies FeatureReads;
