/** The same sentences in another language: every key of the English ones, and `_many` wherever English has plurals. */
export type Translation<English> = {
  readonly [K in keyof English]: English[K] extends string ? string : Translation<English[K]>;
} & {
  readonly [K in keyof English as K extends `${infer Plural}_other` ? `${Plural}_many` : never]: string;
};
