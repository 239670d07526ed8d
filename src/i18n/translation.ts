/** The same sentences in another language: every key of the English ones, and `_many` wherever English has plurals. */
export type Translation<English> = Readonly<Record<keyof English | PluralOf<keyof English & string>, string>>;

type PluralOf<Key extends string> = Key extends `${infer Plural}_other` ? `${Plural}_many` : never;
