import { platformOf, type ChannelRef } from "../domain/refs.ts";
import type { Desk } from "../domain/desk.ts";

/** Every person, contact and channel that a desk names. */
const references = ({ people, accounts, channels }: Desk): readonly string[] => [
  ...channels.triage,
  ...channels.tech,
  ...Object.values(people).flatMap(({ identities }) => identities),
  ...Object.values(accounts).flatMap((account) => [...account.channels, ...account.users]),
];

/** The platforms of people who are promised something in earnest; none where a desk lives in the playground alone. */
export const realPlatforms = (desk: Desk): readonly string[] =>
  [...new Set(references(desk).map((each) => platformOf(each as ChannelRef)))]
    .filter((platform) => platform !== "playground")
    .toSorted();
