import { everyone, type FeatureReads } from "../../tickets/rules.ts";

export const help = { reads: { help: everyone } } satisfies FeatureReads;
