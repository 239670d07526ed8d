import type { Desk, Person } from "../desk.ts";
import { platformOf } from "../../tickets/refs.ts";
import { listText } from "../desk-fault.ts";

/** The active platforms, `email` among them; null if unknown. */
export type SwitchedOn = ReadonlySet<string> | null;

const email = "email";

const platformsOf = (person: Person): readonly string[] => [
  ...person.identities.map(platformOf),
  ...(person.email === null ? [] : [email]),
];

const isOn = (platform: string, on: SwitchedOn): boolean => on === null || on.has(platform);

const isReachable = (person: Person, on: SwitchedOn): boolean =>
  platformsOf(person).some((platform) => isOn(platform, on));

/** Whether a person has an identity that can get direct messages. */
export const hasDirect = ({ identities }: Person, on: SwitchedOn): boolean =>
  identities.some((identity) => isOn(platformOf(identity), on));

/** Whether a person has an address that can get e-mail. */
export const hasMail = (person: Person, on: SwitchedOn): boolean => person.email !== null && isOn(email, on);

/** Sentences about people whose identities and addresses are all on inactive platforms. */
export const unreachable = (desk: Desk, on: SwitchedOn): readonly string[] => {
  const cut = Object.values(desk.people).filter((person) => platformsOf(person).length > 0 && !isReachable(person, on));
  const alike = Map.groupBy(cut, (person) => platformsOf(person).join(" "));
  return [...alike.values()].flatMap((people) => {
    const [first] = people;
    if (first === undefined) return [];
    const platforms = platformsOf(first).map((platform) => (platform === email ? "e-mail" : platform));
    const names = listText(people.map(({ name }) => name));
    return [
      `${names} cannot be reached: ${listText(platforms)} ${platforms.length === 1 ? "is" : "are"} not switched on`,
    ];
  });
};
