import { support, type FeatureReads } from "../../tickets/rules.ts";

/** `mails`: to read the mails that wait for the staff on the web desk, and to decide on them. */
export const mailIntake = { reads: { mails: support } } satisfies FeatureReads;
