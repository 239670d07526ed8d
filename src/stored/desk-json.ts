import { z } from "zod";
import { schemaOf } from "./schema-of.ts";
import { isRecord, orNull, versionedJson, type JsonColumn } from "./versioned-json.ts";

/**
 * The room `desk` parses a document, and what is left of earlier ones, by schemas of its own. It knows the keys of every
 * published desk file.
 */
const object = z.custom<object>((value) => typeof value === "object" && value !== null);

/** The sections whose entries people read in the order of the desk file. */
const orderedSections = ["areas", "replies"] as const;

/** Beside the sections, in what is stored. No key of a desk file has this name. */
const orderKey = "$order";

/** A database sorts the keys of an object, so the order of these entries is stored as lists. */
const withOrder = (document: object): object => {
  const orders = orderedSections.flatMap((section) => {
    const entries: unknown = Reflect.get(document, section);
    return isRecord(entries) ? [[section, Object.keys(entries)] as const] : [];
  });
  return orders.length === 0 ? document : { ...document, [orderKey]: Object.fromEntries(orders) };
};

/** A document from before the order was stored has none, and stays as the database sorted it. */
const inOrder = (stored: object): object => {
  const { [orderKey]: orders, ...document } = stored as Readonly<Record<string, unknown>>;
  if (!isRecord(orders)) return document;
  const sorted = orderedSections.flatMap((section) => {
    const [entries, order] = [document[section], orders[section]];
    if (!isRecord(entries) || !Array.isArray(order)) return [];
    const placeOf = (key: string): number => (order as readonly unknown[]).indexOf(key);
    const keys = Object.keys(entries).toSorted((one, other) => placeOf(one) - placeOf(other));
    return [[section, Object.fromEntries(keys.map((key) => [key, entries[key]]))] as const];
  });
  return { ...document, ...Object.fromEntries(sorted) };
};

/** A column that keeps the order of a document's entries. */
const keepingOrder = ({ name, read, write }: JsonColumn<object>): JsonColumn<object> => ({
  name,
  read: (stored) => inOrder(read(stored)),
  write: (document) => write(withOrder(document)),
});

/** A desk file in force, or one that was in force. */
export const deskDocumentJson = keepingOrder(
  versionedJson<object>({ name: "desk_versions.document", schema: schemaOf<object>()(object) }),
);

/** Null in rows from before this was stored. */
export const formerDeskJson = orNull(
  versionedJson<object>({ name: "desk_versions.former", schema: schemaOf<object>()(object) }),
);

/** Who takes over from a person who leaves, by keys of people. */
interface Succession {
  /** Null: no person; the tickets are offered in triage. */
  readonly to: string | null;
  /** The open tickets that go elsewhere, by their numbers. */
  readonly tickets: Readonly<Record<string, string | null>>;
}

/** By the keys of the people who leave. */
export type HandOver = Readonly<Record<string, Succession>>;

const successions = schemaOf<HandOver>()(
  z.record(z.string(), z.object({ to: z.string().nullable(), tickets: z.record(z.string(), z.string().nullable()) })),
);

/** Who takes over the tickets of whom; null in versions that hand nothing over. */
export const handOverJson = orNull(versionedJson<HandOver>({ name: "desk_versions.hand_over", schema: successions }));

const proposed = versionedJson<{ readonly proposed: unknown }>({
  name: "desk_proposals.document",
  schema: schemaOf<{ readonly proposed: unknown }>()(z.object({ proposed: z.unknown() })),
});

/** A desk that a person proposed on the web. It may have faults, so it can be any JSON. */
export const proposedDocumentJson: typeof proposed = {
  name: proposed.name,
  read: (stored) => {
    const { proposed: document } = proposed.read(stored);
    return { proposed: isRecord(document) ? inOrder(document) : document };
  },
  write: ({ proposed: document }) => proposed.write({ proposed: isRecord(document) ? withOrder(document) : document }),
};

/** The same as `handOverJson`, for a proposal. */
export const proposalHandOverJson = orNull(
  versionedJson<HandOver>({ name: "desk_proposals.hand_over", schema: successions }),
);

/** The names of the platforms to which a process of the desk can send. */
export const processPlatformsJson = versionedJson<readonly string[]>({
  name: "processes.platforms",
  schema: schemaOf<readonly string[]>()(z.array(z.string())),
});
