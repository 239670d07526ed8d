import type { Listing } from "../../../../chat/directory.ts";
import type { ChatPort } from "../../../../chat/port.ts";
import { deskPlatforms } from "../../../../desk/platform-ids.ts";
import type { FieldShape } from "../../../../desk/editing/field.ts";
import type { Finding } from "./shown-field.ts";

/** The platforms that are switched on, by their names. */
export type Directories = ReadonlyMap<string, Pick<ChatPort, "findPeople" | "findChannels">>;

export const directoriesOf = (portOf: (platform: string) => ChatPort | undefined): Directories =>
  new Map(
    deskPlatforms.flatMap((platform) => {
      const port = portOf(platform);
      return port === undefined ? [] : [[platform, port] as const];
    }),
  );

/** How long (ms) a page waits for a list. Meanwhile the adapter reads on, so that a later search has it. */
const patienceMs = 5_000;

const inTime = async (listing: Promise<Listing>): Promise<Listing> => {
  const { promise: late, resolve } = Promise.withResolvers<Listing>();
  const timer = setTimeout(() => resolve({ ok: false, why: "no answer in time" }), patienceMs);
  try {
    return await Promise.race([listing, late]);
  } finally {
    clearTimeout(timer);
  }
};

type Find = (text: string) => Promise<Listing>;

/** What to ask for a field, by platform; none for a field that names no place of a platform. */
const questionsFor = ({ kind }: FieldShape, directories: Directories): readonly (readonly [string, Find])[] => {
  const of = (ask: "findPeople" | "findChannels", only: string | null): readonly (readonly [string, Find])[] =>
    [...directories].flatMap(([platform, port]) => {
      const find = port[ask];
      return find === undefined || (only !== null && only !== platform) ? [] : [[platform, find] as const];
    });
  switch (kind.is) {
    case "platformId":
      return of("findPeople", kind.platform);
    case "users":
      return of("findPeople", null);
    case "channel":
    case "channels":
      return of("findChannels", null);
    default:
      return [];
  }
};

/** Whether a platform can be asked for what belongs into a field. */
export const isListed = (field: FieldShape, directories: Directories): boolean =>
  questionsFor(field, directories).length > 0;

/** Asks the platforms at the same time. One that does not answer hides nothing of the others. */
export const findPlaces = async (field: FieldShape, words: string, directories: Directories): Promise<Finding> => {
  const asked = questionsFor(field, directories);
  const answers = await Promise.all(
    asked.map(async ([platform, find]) => ({ platform, listing: await inTime(find(words)) })),
  );
  return {
    words,
    found: answers.flatMap(({ listing }) => (listing.ok ? listing.found : [])),
    more: answers.some(({ listing }) => listing.ok && listing.more),
    away: answers.flatMap(({ platform, listing }) => (listing.ok ? [] : [{ platform, why: listing.why }])),
  };
};
