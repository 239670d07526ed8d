import { z } from "zod";
import { schemaOf } from "./schema-of.ts";
import { orNull, versionedJson } from "./versioned-json.ts";

/**
 * The room `desk` parses a document, and what is left of earlier ones, by schemas of its own. It knows the keys of every
 * published desk file.
 */
const object = z.custom<object>((value) => typeof value === "object" && value !== null);

/** A desk file in force, or one that was in force. */
export const deskDocumentJson = versionedJson<object>({
  name: "desk_versions.document",
  schema: schemaOf<object>()(object),
});

/** Null in rows from before this was stored. */
export const formerDeskJson = orNull(
  versionedJson<object>({ name: "desk_versions.former", schema: schemaOf<object>()(object) }),
);

/** The names of the platforms to which a process of the desk can send. */
export const processPlatformsJson = versionedJson<readonly string[]>({
  name: "processes.platforms",
  schema: schemaOf<readonly string[]>()(z.array(z.string())),
});
