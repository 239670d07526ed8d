import type { FeatureReads, Grant } from "../../tickets/rules.ts";
import { everyStaff } from "../../tickets/rules.ts";

const headAndAdmin: Grant = { staff: ["head", "admin"], customer: "no", clock: false };

/** `webDesk`: to get a link to the web desk, and to use it. `accessLog`: to read who signed in. */
export const webDesk = { reads: { webDesk: everyStaff, accessLog: headAndAdmin } } satisfies FeatureReads;
