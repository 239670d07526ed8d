import * as fc from "fast-check";
import type { Format } from "../../src/tickets/format.ts";

const kinds = ["bold", "italic", "strike", "code", "block", "link"] as const;

/** Texts full of formatting marks and mentions, harmless and hostile. */
export const words: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ..."* ** _ __ ~ ~~ ` `` ``` | || > >>> # - 1. \\ ( ) [ ] < > & @everyone <@1> <!here> :smile: \n a b hola ñ 👩‍👩‍👧‍👦".split(
        " ",
      ),
      " ",
      "\n",
      "https://a.example/b_c_d",
      "<https://e.example|x>",
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(""));

/** Texts with any formats. */
export const looks: fc.Arbitrary<{ readonly text: string; readonly format: readonly Format[] }> = words.chain((text) =>
  fc.record({
    text: fc.constant(text),
    format: fc.array(
      fc
        .tuple(fc.nat(text.length), fc.nat(text.length), fc.constantFrom(...kinds))
        .map(([one, other, as]) => ({ from: Math.min(one, other), to: Math.max(one, other), as })),
      { maxLength: 6 },
    ),
  }),
);
