import { z } from "zod";

/**
 * A list of at most `most` entries that leaves out the entries it cannot read. One malformed attachment must not discard the
 * text of its message.
 */
export const lenientList = <Schema extends z.ZodType>(entry: Schema, most: number) =>
  z.array(z.unknown()).transform((all): readonly z.output<Schema>[] =>
    all.slice(0, most).flatMap((each) => {
      const parsed = entry.safeParse(each);
      return parsed.success ? [parsed.data] : [];
    }),
  );
