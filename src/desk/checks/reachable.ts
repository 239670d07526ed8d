import type { Desk, Person } from "../desk.ts";
import { platformOf } from "../../tickets/refs.ts";
import type { DeskWarning } from "../findings.ts";

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

/** People whose identities and addresses are all on inactive platforms. */
export const unreachable = (desk: Desk, on: SwitchedOn): readonly DeskWarning[] => {
  const cut = Object.values(desk.people).filter((person) => platformsOf(person).length > 0 && !isReachable(person, on));
  const alike = Map.groupBy(cut, (person) => platformsOf(person).join(" "));
  return [...alike.values()].flatMap((people): readonly DeskWarning[] => {
    const [first] = people;
    if (first === undefined) return [];
    return [{ is: "unreachable", people: people.map(({ name }) => name), platforms: platformsOf(first) }];
  });
};
