import { platformName } from "../../../../i18n/directory.ts";
import { platformOf, type UserRef } from "../../../../tickets/refs.ts";
import type { NameOf } from "../../../names.ts";
import type { EntryForm } from "./form-page.ts";
import type { Option } from "./options.ts";
import type { ShownField } from "./shown-field.ts";

/** The people and channels that a list of them has, or had before the form was changed. */
const placesIn = ({ field: { kind }, parts, before }: ShownField): readonly string[] =>
  kind.is === "channels" || kind.is === "users"
    ? [...new Set([...(before[""] ?? []), ...(parts[""] ?? [])])].filter((each) => each !== "")
    : [];

const isRef = (text: string): text is UserRef => text.includes(":");

const optionFor = async (ref: string, isPerson: boolean, nameOf: NameOf): Promise<Option> => {
  const name = isRef(ref) ? await nameOf(isPerson ? { user: ref } : { channel: ref }) : null;
  if (name === null) return { value: ref, label: ref };
  const about = isRef(ref) ? `${platformName(platformOf(ref))}, ${ref}` : ref;
  return { value: ref, label: isPerson ? name : `#${name}`, about };
};

/** Gives the people and channels of a form the names that their platforms tell. */
export const withPlaceNames = async (form: EntryForm, nameOf: NameOf): Promise<EntryForm> => {
  const named = form.fields.map(async (shown) => {
    const places = placesIn(shown);
    if (places.length === 0) return shown;
    const isPerson = shown.field.kind.is === "users";
    return { ...shown, options: await Promise.all(places.map((ref) => optionFor(ref, isPerson, nameOf))) };
  });
  return { ...form, fields: await Promise.all(named) };
};
