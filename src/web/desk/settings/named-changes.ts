import type { EntryChange } from "../../../desk/changes/difference.ts";
import type { FieldShape } from "../../../desk/editing/field.ts";
import type { UserRef } from "../../../tickets/refs.ts";
import type { NameOf } from "../../names.ts";
import { changedField } from "./changed-field.ts";

/** The names of people and channels, by what the desk file writes: `#acme` for `slack:C0ACME`. */
export type PlaceNames = ReadonlyMap<string, string>;

/** A page asks the platforms for so many names at most: a whole imported desk may name thousands of places. */
const askedAtMost = 60;

const isRef = (text: string): text is UserRef => text.includes(":");

/** The person or channel that a field's value names; null if it names none. */
export const placeIn = ({ kind }: FieldShape, value: string): UserRef | null => {
  const ref = kind.is === "platformId" ? `${kind.platform}:${value}` : value;
  const names = ["platformId", "users", "channel", "channels"].includes(kind.is);
  return names && isRef(ref) ? ref : null;
};

/** Asks the platforms for the names of the people and channels of a difference. */
export const namesInChanges = async (changes: readonly EntryChange[], nameOf: NameOf): Promise<PlaceNames> => {
  const places = changes.flatMap((change) =>
    change.fields.flatMap(({ path, before, after }) => {
      const field = changedField(change, path)?.field;
      if (field === undefined) return [];
      const isPerson = field.kind.is === "platformId" || field.kind.is === "users";
      return [before, after].flatMap((value) => {
        const ref = value === null ? null : placeIn(field, value);
        return ref === null ? [] : [{ ref, isPerson }];
      });
    }),
  );
  const asked = new Map(places.map((each) => [each.ref, each.isPerson])).entries().take(askedAtMost);
  const found = await Promise.all(
    asked.map(async ([ref, isPerson]) => {
      const name = await nameOf(isPerson ? { user: ref } : { channel: ref });
      return name === null ? [] : [[ref, isPerson ? name : `#${name}`] as const];
    }),
  );
  return new Map(found.flat());
};
