import type { FeatureReads, Grant } from "../../tickets/rules.ts";

const headAndAdmin: Grant = { staff: ["head", "admin"], customer: "no", clock: false };

/** `administer`: to read and change the desk itself, its versions and its file. */
export const deskSettings = { reads: { administer: headAndAdmin } } satisfies FeatureReads;
