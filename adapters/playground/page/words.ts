import type { CastMember } from "../wire.ts";
import { en, type Words } from "./words/en.ts";
import { es } from "./words/es.ts";
import { pt } from "./words/pt.ts";

/** The page's texts, by the language of the current person. */
export const words: Readonly<Record<CastMember["locale"], Words>> = { en, es, pt };
