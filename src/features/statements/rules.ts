import { everyStaff, type FeatureReads } from "../../tickets/rules.ts";

/**
 * `statements`: to read the statements for customers on the web desk, also drafts. Who may write and send them is told by
 * `mayWriteStatement`.
 */
export const statements = { reads: { statements: everyStaff } } satisfies FeatureReads;
