import type { Desk, Person } from "../domain/desk.ts";
import { platformOf } from "../domain/refs.ts";
import { listed } from "./listed.ts";

/** The platforms that are switched on, `email` among them; null where that is not known. */
export type SwitchedOn = ReadonlySet<string> | null;

const email = "email";

const platformsOf = (person: Person): readonly string[] => [
  ...person.identities.map(platformOf),
  ...(person.email === null ? [] : [email]),
];

/** Whether somebody has an address that something can be sent to. */
export const isReachable = (person: Person, on: SwitchedOn): boolean =>
  platformsOf(person).some((platform) => on === null || on.has(platform));

/** Sentences about people who have an address, but none on a platform that is switched on. */
export const unreachable = (desk: Desk, on: SwitchedOn): readonly string[] => {
  const cut = Object.values(desk.people).filter((person) => platformsOf(person).length > 0 && !isReachable(person, on));
  const alike = Map.groupBy(cut, (person) => platformsOf(person).join(" "));
  return [...alike.values()].flatMap((people) => {
    const [first] = people;
    if (first === undefined) return [];
    const platforms = platformsOf(first).map((platform) => (platform === email ? "e-mail" : platform));
    const names = listed(people.map(({ name }) => name));
    return [
      `${names} cannot be reached: ${listed(platforms)} ${platforms.length === 1 ? "is" : "are"} not switched on`,
    ];
  });
};
