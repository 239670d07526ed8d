import { expect, test } from "vitest";
import { z } from "zod";
import { listJson, nullableJson, schemaOf } from "../../src/stored/schema-of.ts";
import type { StoredEvents } from "../../src/stored/stored-fields.ts";

interface Note {
  readonly text: string;
  readonly by?: string | undefined;
}
type Entry =
  | { readonly kind: "note"; readonly notes: readonly Note[] }
  | { readonly kind: "end"; readonly at?: number };

const text = z.string();
const whole = z.object({ text, by: z.string().exactOptional() });
const withoutBy = z.object({ text });
const end = z.object({ kind: z.literal("end"), at: z.number().exactOptional() });
const note = z.object({ kind: z.literal("note"), notes: z.array(whole) });
const noteWithoutBy = z.object({ kind: z.literal("note"), notes: z.array(withoutBy) });

/** `npm run check` fails on each `@ts-expect-error` below that is no error any more. */
test("a schema that leaves out a key of its type does not compile", () => {
  const schemas = [
    schemaOf<Note>()(whole),
    // @ts-expect-error: no `by`
    schemaOf<Note>()(withoutBy),
    // @ts-expect-error: the notes of the list have no `by`
    schemaOf<readonly Note[]>()(z.array(withoutBy)),
    // @ts-expect-error: the note under `note` has no `by`
    schemaOf<{ readonly note: Note | null }>()(z.object({ note: withoutBy.nullable() })),
    // @ts-expect-error: no `text`
    schemaOf<Note>()(z.object({ by: z.string().exactOptional() })),
  ];
  expect(schemas).toHaveLength(5);
});

test("a schema that leaves out a key or a member of a union does not compile", () => {
  const schemas = [
    schemaOf<Entry>()(z.discriminatedUnion("kind", [note, end])),
    // @ts-expect-error: the member "end" has no `at`
    schemaOf<Entry>()(z.discriminatedUnion("kind", [note, z.object({ kind: z.literal("end") })])),
    // @ts-expect-error: the notes of the member "note" have no `by`
    schemaOf<Entry>()(z.discriminatedUnion("kind", [noteWithoutBy, end])),
    // @ts-expect-error: no member "end"
    schemaOf<Entry>()(z.discriminatedUnion("kind", [note])),
  ];
  expect(schemas).toHaveLength(4);
});

test("the field of an event needs a schema that names every key, at any depth", () => {
  type Noted = {
    readonly type: "noted";
    readonly note: Note;
    readonly others: readonly Note[];
    readonly last: Note | null;
  };
  const noteJson = schemaOf<Note>()(whole);
  const stored: StoredEvents<Noted> = {
    events: { noted: { note: noteJson, others: listJson(noteJson), last: nullableJson(noteJson) } },
  };
  const faulty: StoredEvents<Noted>["events"]["noted"] = {
    // @ts-expect-error: no `by`
    note: withoutBy,
    // @ts-expect-error: the notes of the list have no `by`
    others: z.array(withoutBy),
    // @ts-expect-error: no `by`
    last: withoutBy.nullable(),
  };
  expect([stored.events.noted, faulty].map((each) => Object.keys(each))).toEqual([
    ["note", "others", "last"],
    ["note", "others", "last"],
  ]);
});

test("a list and a value that may be null are read as their type says", () => {
  const noteJson = schemaOf<Note>()(whole);
  expect(listJson(noteJson).parse([{ text: "a", by: "Luis" }])).toEqual([{ text: "a", by: "Luis" }]);
  expect(nullableJson(noteJson).parse(null)).toBeNull();
  expect(() => nullableJson(noteJson).parse({ by: "Luis" })).toThrow(/text/);
});
