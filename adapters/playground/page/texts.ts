import type { CastMember } from "../wire.ts";
import { en, type PageTexts } from "./texts/en.ts";
import { es } from "./texts/es.ts";
import { pt } from "./texts/pt.ts";

/** The page's texts, by the language of the current person. */
export const pageTexts: Readonly<Record<CastMember["locale"], PageTexts>> = { en, es, pt };
