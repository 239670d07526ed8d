import { platformOf, type ChannelRef } from "../../tickets/refs.ts";
import { staffChannels } from "../../tickets/routes/team.ts";
import type { Desk } from "../desk.ts";
import { demoPlatforms } from "../platform-ids.ts";

/** All people, contacts and channels that a desk names. */
const references = (desk: Desk): readonly string[] => [
  ...staffChannels(desk),
  ...Object.values(desk.people).flatMap(({ identities }) => identities),
  ...Object.values(desk.accounts).flatMap((account) => [...account.channels, ...account.contacts]),
];

/** The platforms of real people; none if the desk names only people of the playground. */
export const realPlatforms = (desk: Desk): readonly string[] =>
  [...new Set(references(desk).map((each) => platformOf(each as ChannelRef)))]
    .filter((platform) => !demoPlatforms.includes(platform))
    .toSorted();

/** Builds the desk from the stored document. */
type DeskOf = (document: unknown, version: number, former: unknown) => Desk;

/**
 * A reader for a playground. With several processes on one database, a desk of real people may be applied while the
 * playground runs. From then on, reading the desk fails, so that the playground cannot act on that desk.
 */
export const onlyPlayground = (read: DeskOf): DeskOf => {
  let beganReal: boolean | null = null;
  return (document, version, former) => {
    const desk = read(document, version, former);
    const isReal = realPlatforms(desk).length > 0;
    beganReal ??= isReal;
    if (isReal && !beganReal)
      throw new Error(
        "a desk of real people was applied to this database, so the playground does nothing more: end this process",
      );
    return desk;
  };
};
