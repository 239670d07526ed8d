import { everyone, everyStaff, type FeatureReads } from "../../tickets/rules.ts";

export const lists = { reads: { list: everyone, queue: everyStaff } } satisfies FeatureReads;
