import { z } from "zod";

/** The sections whose entries other entries name. */
export type NamedBy = "calendars" | "plans" | "people";

/**
 * What a value of the desk file means to a person who edits it, where its schema alone does not tell. `also`: a value that
 * stands beside the lengths of time.
 */
export type Hint =
  | { readonly is: "duration"; readonly also?: 0 | "never" }
  | {
      readonly is:
        | "zone"
        | "percent"
        | "hours"
        | "exceptions"
        | "manual"
        | "channel"
        | "channels"
        | "users"
        | "recipients";
    }
  | { readonly is: "texts"; readonly long: boolean }
  | { readonly is: "key"; readonly of: NamedBy }
  | { readonly is: "platformId"; readonly platform: string };

/** The hints of schemas. A schema that refines another one has its hint. */
const hints = z.registry<Hint>();

/** Says what a schema means to a person who edits the desk. */
export const hinted = <Schema extends z.ZodType>(schema: Schema, hint: Hint): Schema => {
  hints.add(schema, hint);
  return schema;
};

/** The hint of a schema; null if the schema says enough. */
export const hintOf = (schema: z.core.$ZodType): Hint | null => hints.get(schema as z.ZodType) ?? null;
