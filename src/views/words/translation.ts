import type { en } from "./en.ts";

/** The same sentences in another language: every key of the English ones, and `_many` wherever English has plurals. */
type Sentences<T> = { readonly [K in keyof T]: T[K] extends string ? string : Sentences<T[K]> } & {
  readonly [K in keyof T as K extends `${infer Plural}_other` ? `${Plural}_many` : never]: string;
};

export type Translation = Sentences<typeof en>;
