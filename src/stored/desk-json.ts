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

const personToPerson = schemaOf<Readonly<Record<string, string>>>()(z.record(z.string(), z.string()));

/** Who takes over the tickets of whom; null in versions that hand nothing over. */
export const handOverJson = orNull(
  versionedJson<Readonly<Record<string, string>>>({ name: "desk_versions.hand_over", schema: personToPerson }),
);

/** A desk that a person proposed on the web. It may have faults, so it can be any JSON. */
export const proposedDocumentJson = versionedJson<{ readonly proposed: unknown }>({
  name: "desk_proposals.document",
  schema: schemaOf<{ readonly proposed: unknown }>()(z.object({ proposed: z.unknown() })),
});

/** The same as `handOverJson`, for a proposal. */
export const proposalHandOverJson = orNull(
  versionedJson<Readonly<Record<string, string>>>({ name: "desk_proposals.hand_over", schema: personToPerson }),
);

/** The names of the platforms to which a process of the desk can send. */
export const processPlatformsJson = versionedJson<readonly string[]>({
  name: "processes.platforms",
  schema: schemaOf<readonly string[]>()(z.array(z.string())),
});
