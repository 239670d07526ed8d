import type { ChannelRef, UserRef } from "../tickets/refs.ts";

/** A person or a channel as the platform's own list has it. */
export interface ListedPlace {
  readonly ref: UserRef | ChannelRef;
  /** The name by which people know it there: "#acme-support", "Carla Díaz". */
  readonly name: string;
  /** Whether the bot can take part there; null if the platform does not say. */
  readonly hasBot: boolean | null;
}

/**
 * What a platform's own list has for a text. `more`: there are others, so the text should be longer. A failure has the
 * platform's code, or a sentence of Plazo.
 */
export type Listing =
  | { readonly ok: true; readonly found: readonly ListedPlace[]; readonly more: boolean }
  | { readonly ok: false; readonly why: string };

/** How many places a listing has. */
export const listedAtMost = 20;

/** A place with all names by which people look for it. */
export interface NamedPlace extends ListedPlace {
  readonly also: readonly string[];
}

/** A name without accents and case, so that "pena" finds "Peña". */
const plain = (name: string): string => name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

const idIn = (ref: string): string => ref.slice(ref.indexOf(":") + 1);

/** The places with this text in a name, or with this id. Those with a word that begins with it come first. */
export const placesWith = (places: readonly NamedPlace[], text: string): Extract<Listing, { ok: true }> => {
  const wanted = plain(text.trim().replace(/^[#@]/, ""));
  const ranked = places.flatMap((place) => {
    const names = [place.name.replace(/^[#@]/, ""), ...place.also, idIn(place.ref)].map(plain);
    if (!names.some((name) => name.includes(wanted))) return [];
    const begins = names.some((name) => name.split(/[\s._-]+/).some((word) => word.startsWith(wanted)));
    return [{ place, rank: begins ? 0 : 1 }];
  });
  const sorted = ranked.toSorted(
    (one, other) => one.rank - other.rank || one.place.name.localeCompare(other.place.name),
  );
  return {
    ok: true,
    found: sorted.slice(0, listedAtMost).map(({ place: { ref, name, hasBot } }) => ({ ref, name, hasBot })),
    more: sorted.length > listedAtMost,
  };
};
