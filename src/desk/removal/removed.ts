import type { DeskLoss, DutyLeft } from "../findings.ts";
import type { LeftEntries } from "../former.ts";
import { idsOf } from "../platform-ids.ts";
import type { DeskDocument } from "../schema.ts";
import { sectionNames } from "../sections.ts";
import { staffChange } from "../../tickets/staff-change.ts";

/** What a desk file removes from the current desk. */
export interface Removed extends LeftEntries {
  readonly losses: readonly DeskLoss[];
  /** For the log: the number of losses by section. Keys and ids of accounts would name customers. */
  readonly sections: Readonly<Record<string, number>>;
  /** Keys of removed people and accounts. Their open tickets need another person or account. */
  readonly people: readonly { readonly key: string; readonly name: string }[];
  readonly accounts: readonly { readonly key: string; readonly name: string }[];
}

type Account = NonNullable<DeskDocument["accounts"]>[string];

const removedFrom = <Value>(
  before: Readonly<Record<string, Value>> | undefined,
  now: Readonly<Record<string, unknown>> | undefined,
): readonly (readonly [string, Value])[] =>
  Object.entries(before ?? {}).filter(([key]) => !Object.hasOwn(now ?? {}, key));

const missing = <Text extends string>(
  before: readonly Text[] | undefined,
  now: readonly Text[] | undefined,
): readonly Text[] => {
  const stays = new Set(now);
  return (before ?? []).filter((each) => !stays.has(each));
};

const entry = (path: string, item: string | null = null): DeskLoss => ({ is: "entry", path, item });

const asList = (written: string | readonly string[] | undefined): readonly string[] =>
  typeof written === "string" ? [written] : (written ?? []);

/** Returns whose account manager or deputy a removed person was, and who has the role now. */
const dutiesIn = (before: DeskDocument, now: DeskDocument) => {
  const duties = <Entry extends { readonly name: string }>(
    had: Readonly<Record<string, Entry>> | undefined,
    has: Readonly<Record<string, Entry>> | undefined,
    whose: (entry: Entry) => string | undefined,
  ): ((person: string) => readonly DutyLeft[]) => {
    const byPerson = Map.groupBy(Object.entries(had ?? {}), ([, entry]) => whose(entry));
    return (person) =>
      (byPerson.get(person) ?? []).flatMap(([key, { name }]) => {
        const stays = has?.[key];
        if (stays === undefined) return [];
        const next = whose(stays);
        return [{ name, now: next === undefined ? null : (now.people?.[next]?.name ?? next) }];
      });
  };
  const managed = duties(before.accounts, now.accounts, ({ manager }) => manager);
  const stoodIn = duties(before.people, now.people, ({ deputy }) => deputy);
  return (person: string) => ({ managed: managed(person), stoodIn: stoodIn(person) });
};

const staffOf = ({ people = {} }: DeskDocument) =>
  Object.fromEntries(
    Object.entries(people).map(([key, person]) => [key, { name: person.name, identities: idsOf(person) }]),
  );

const personLosses = (
  before: DeskDocument,
  now: DeskDocument,
  handedOver: ReadonlySet<string>,
): readonly DeskLoss[] => {
  const dutiesOf = dutiesIn(before, now);
  const left = removedFrom(before.people, now.people).map(([key, { name, roles }]): DeskLoss => ({
    is: "person",
    path: `people.${key}`,
    name,
    roles,
    ...dutiesOf(key),
  }));
  const changed = Object.entries(before.people ?? {}).flatMap(([key, person]): readonly DeskLoss[] => {
    const stays = now.people?.[key];
    if (stays === undefined) return [];
    const ids = missing(idsOf(person), idsOf(stays));
    const roles = missing(person.roles, stays.roles);
    const [path, name] = [`people.${key}`, person.name];
    if (handedOver.has(key)) return [{ is: "handedOver", path, name, ids, now: stays.name }];
    return [
      ...(ids.length === 0 ? [] : [{ is: "identities", path, name, ids } as const]),
      ...(roles.length === 0 ? [] : [{ is: "roles", path: `${path}.roles`, name, roles } as const]),
    ];
  });
  return [...left, ...changed];
};

const leftIds = (before: DeskDocument, now: DeskDocument): LeftEntries["leftIds"] =>
  Object.fromEntries(
    Object.entries(before.people ?? {}).flatMap(([key, person]) => {
      const stays = now.people?.[key];
      const ids = stays === undefined ? [] : missing(idsOf(person), idsOf(stays));
      return ids.length === 0 ? [] : [[key, ids]];
    }),
  );

const accountLosses = (before: DeskDocument, now: DeskDocument): readonly DeskLoss[] => {
  const left = removedFrom(before.accounts, now.accounts).map(
    ([key, { name, channels = [], contacts: users = [] }]): DeskLoss => ({
      is: "account",
      path: `accounts.${key}`,
      name,
      channels: channels.length,
      contacts: users.length,
    }),
  );
  const changed = Object.entries(before.accounts ?? {}).flatMap(
    ([key, account]: [string, Account]): readonly DeskLoss[] => {
      const stays = now.accounts?.[key];
      if (stays === undefined) return [];
      return [
        ...missing(account.channels, stays.channels).map((each) => entry(`accounts.${key}.channels`, each)),
        ...missing(account.contacts, stays.contacts).map((each) => entry(`accounts.${key}.contacts`, each)),
      ];
    },
  );
  return [...left, ...changed];
};

const channelLosses = (before: DeskDocument, now: DeskDocument): readonly DeskLoss[] =>
  (["triage", "tech"] as const).flatMap((side) =>
    missing(asList(before.channels?.[side]), asList(now.channels?.[side])).map((each) =>
      entry(`channels.${side}`, each),
    ),
  );

/** Sections whose entries give no rights. An operator should still see what was removed. */
const otherSections = ["calendars", "plans", ...sectionNames] as const;

/** Settings that return to their built-in defaults. */
const settingLosses = (before: DeskDocument, now: DeskDocument): readonly DeskLoss[] => {
  const known = new Set<string>(["people", "accounts", "channels", ...otherSections]);
  return (Object.keys(before) as (keyof DeskDocument)[])
    .filter((key) => !known.has(key) && before[key] !== undefined && now[key] === undefined)
    .map((key) => ({ is: "setting", path: key }));
};

const countedBy = (sections: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...new Set(sections)].map((each) => [each, sections.filter((other) => other === each).length]));

/** What was in force and no longer is: people, accounts, contacts, channels, then the rest. */
export const removedBy = (before: DeskDocument | null, now: DeskDocument): Removed => {
  if (before === null) return { losses: [], sections: {}, people: [], accounts: [], leftKeys: [], leftIds: {} };
  const { handedOver } = staffChange(staffOf(before), staffOf(now));
  const losses: readonly DeskLoss[] = [
    ...personLosses(before, now, handedOver),
    ...accountLosses(before, now),
    ...channelLosses(before, now),
    ...otherSections.flatMap((section) =>
      removedFrom<unknown>(before[section], now[section]).map(([key]) => entry(`${section}.${key}`)),
    ),
    ...settingLosses(before, now),
  ];
  const people = removedFrom(before.people, now.people).map(([key, { name }]) => ({ key, name }));
  return {
    losses,
    people,
    leftKeys: [...people.map(({ key }) => key), ...handedOver],
    leftIds: leftIds(before, now),
    accounts: removedFrom(before.accounts, now.accounts).map(([key, { name }]) => ({ key, name })),
    sections: countedBy(losses.map(({ path }) => /^\w+/.exec(path)?.[0] ?? "")),
  };
};
