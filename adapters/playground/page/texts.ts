import type { CastMember } from "../wire.ts";
import { en, type Words } from "./texts/en.ts";
import { es } from "./texts/es.ts";
import { pt } from "./texts/pt.ts";

/** The page's texts, by the language of the current person. */
export const words: Readonly<Record<CastMember["locale"], Words>> = { en, es, pt };
