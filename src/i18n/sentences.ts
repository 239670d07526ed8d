import { sentences } from "../features/registry.ts";
import { common as commonEn } from "./en/common.ts";
import { terms as termsEn } from "./en/terms.ts";
import { common as commonEs } from "./es/common.ts";
import { terms as termsEs } from "./es/terms.ts";
import { common as commonPt } from "./pt/common.ts";
import { terms as termsPt } from "./pt/terms.ts";
import type { Translation } from "./translation.ts";

/** All English sentences of Plazo by key: the shared ones and those of each feature. */
export const en = { ...commonEn, ...termsEn, ...sentences.en };

/** The same in Spanish. A missing key does not compile. */
export const es = { ...commonEs, ...termsEs, ...sentences.es } satisfies Translation<typeof en>;

/** The same in Portuguese. */
export const pt = { ...commonPt, ...termsPt, ...sentences.pt } satisfies Translation<typeof en>;
