import { everyone, everyStaff, type FeatureReads } from "../../tickets/rules.ts";

export const lists = { reads: { list: everyone, queue: everyStaff, find: everyone } } satisfies FeatureReads;
