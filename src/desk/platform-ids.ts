import { z } from "zod";
import { platforms } from "../../adapters/index.ts";
import { hinted } from "./editing/hint.ts";
import { expects } from "./expectation.ts";
import type { UserRef } from "../tickets/refs.ts";

/** The platforms whose people and channels a desk file may name. */
const withIds = platforms.flatMap(({ name, ids }) => (ids === null ? [] : [{ name, ...ids }]));

/** The platforms on which a person can be reached. A person without a preference is notified on their first one. */
export const deskPlatforms: readonly string[] = withIds.map(({ name }) => name);

/**
 * The platforms that do not show whether people are real: the demo platforms, where one visitor acts as all people, and the
 * client area, which every desk has.
 */
export const neutralPlatforms: readonly string[] = platforms.flatMap(({ name, kind }) =>
  kind === "demo" || kind === "area" ? [name] : [],
);

/** `expected`: the message for a wrong id. */
const matching = (pattern: string, expected: string): z.ZodString =>
  z.string(expected).regex(new RegExp(`^(?:${pattern})$`), expected);

/** One key per platform for a person's id there. The types do not know these keys: `idsOf` reads them. */
export const personIds: object = Object.fromEntries(
  withIds.map(({ name, person, expected }) => [
    name,
    hinted(matching(person, expects("platformId", expected)), { is: "platformId", platform: name }).optional(),
  ]),
);

/** A person or channel on one of the platforms. */
export const ref = matching(
  withIds.map(({ name, reference }) => `${name}:${reference}`).join("|"),
  expects("reference"),
);

/** The references of a person, in the order of the platforms. */
export const idsOf = (person: object): readonly UserRef[] => {
  const written = new Map<string, unknown>(Object.entries(person));
  return deskPlatforms.flatMap((platform): readonly UserRef[] => {
    const id = written.get(platform);
    return typeof id === "string" ? [`${platform}:${id}`] : [];
  });
};
