import { listText } from "../desk-fault.ts";
import { idsOf } from "../platform-ids.ts";
import type { DeskDocument } from "../schema.ts";
import { sectionNames } from "../sections.ts";

/** What a desk file removes from the current desk. */
export interface Removed {
  /** One sentence each for the terminal, without a full stop. */
  readonly lines: readonly string[];
  /** The same for the log: the number of losses by section. Keys and ids of accounts would name customers. */
  readonly sections: Readonly<Record<string, number>>;
  /** Keys of removed people and accounts. Their open tickets need another person or account. */
  readonly people: readonly { readonly key: string; readonly name: string }[];
  readonly accounts: readonly { readonly key: string; readonly name: string }[];
}

interface RemovedEntry {
  readonly path: string;
  /** The consequence, if the path does not say it. */
  readonly means?: string;
}

type Account = NonNullable<DeskDocument["accounts"]>[string];

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

const removedFrom = <Value>(
  before: Readonly<Record<string, Value>> | undefined,
  now: Readonly<Record<string, unknown>> | undefined,
): readonly (readonly [string, Value])[] =>
  Object.entries(before ?? {}).filter(([key]) => !Object.hasOwn(now ?? {}, key));

const missing = (before: readonly string[] | undefined, now: readonly string[] | undefined): readonly string[] =>
  (before ?? []).filter((each) => !(now ?? []).includes(each));

const asList = (written: string | readonly string[] | undefined): readonly string[] =>
  typeof written === "string" ? [written] : (written ?? []);

/** Whose account manager or deputy a removed person was, and who has the role now. */
const dutiesOf = (key: string, before: DeskDocument, now: DeskDocument): readonly string[] => {
  const nameOf = (person: string | undefined): string =>
    person === undefined ? "nobody" : (now.people?.[person]?.name ?? person);
  const managed = Object.entries(before.accounts ?? {}).flatMap(([account, { name, manager }]) =>
    manager === key && now.accounts?.[account] !== undefined
      ? [`managed ${name} (now ${nameOf(now.accounts[account].manager)})`]
      : [],
  );
  const standInFor = Object.entries(before.people ?? {}).flatMap(([person, { name, deputy }]) =>
    deputy === key && now.people?.[person] !== undefined
      ? [`stood in for ${name} (now ${nameOf(now.people[person].deputy)})`]
      : [],
  );
  return [...managed, ...standInFor];
};

const personLines = (before: DeskDocument, now: DeskDocument): readonly RemovedEntry[] => {
  const left = removedFrom(before.people, now.people).map(([key, { name, roles }]) => {
    const duties = dutiesOf(key, before, now);
    return {
      path: `people.${key}`,
      means: `${name} (${listText(roles)}) loses every right${duties.length === 0 ? "" : `; ${duties.join(", ")}`}`,
    };
  });
  const changed = Object.entries(before.people ?? {}).flatMap(([key, person]) => {
    const stays = now.people?.[key];
    if (stays === undefined) return [];
    const ids = missing(idsOf(person), idsOf(stays));
    const roles = missing(person.roles, stays.roles);
    return [
      ...(ids.length === 0 ? [] : [{ path: `people.${key}`, means: `${person.name} is no longer ${listText(ids)}` }]),
      ...(roles.length === 0
        ? []
        : [{ path: `people.${key}.roles`, means: `${person.name} is no longer ${listText(roles)}` }]),
    ];
  });
  return [...left, ...changed];
};

const accountLines = (before: DeskDocument, now: DeskDocument): readonly RemovedEntry[] => {
  const left = removedFrom(before.accounts, now.accounts).map(
    ([key, { name, channels = [], contacts: users = [] }]): RemovedEntry => ({
      path: `accounts.${key}`,
      means: `${name} loses every right, with ${counted(channels.length, "channel")} and ${counted(users.length, "contact")}`,
    }),
  );
  const changed = Object.entries(before.accounts ?? {}).flatMap(([key, account]: [string, Account]) => {
    const stays = now.accounts?.[key];
    if (stays === undefined) return [];
    return [
      ...missing(account.channels, stays.channels).map((each) => ({ path: `accounts.${key}.channels ${each}` })),
      ...missing(account.contacts, stays.contacts).map((each) => ({ path: `accounts.${key}.contacts ${each}` })),
    ];
  });
  return [...left, ...changed];
};

const channelLines = (before: DeskDocument, now: DeskDocument): readonly RemovedEntry[] =>
  (["triage", "tech"] as const).flatMap((side) =>
    missing(asList(before.channels?.[side]), asList(now.channels?.[side])).map((each) => ({
      path: `channels.${side} ${each}`,
    })),
  );

/** Sections whose entries give no rights. An operator should still see what was removed. */
const otherSections = ["calendars", "plans", ...sectionNames] as const;

/** Settings that return to their built-in defaults. */
const settingLines = (before: DeskDocument, now: DeskDocument): readonly RemovedEntry[] => {
  const known = new Set<string>(["people", "accounts", "channels", ...otherSections]);
  return (Object.keys(before) as (keyof DeskDocument)[])
    .filter((key) => !known.has(key) && before[key] !== undefined && now[key] === undefined)
    .map((key) => ({ path: key, means: "back to the default" }));
};

const countedBy = (sections: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...new Set(sections)].map((each) => [each, sections.filter((other) => other === each).length]));

/** What was in force and no longer is: people, accounts, contacts, channels, then the rest. */
export const removedBy = (before: DeskDocument | null, now: DeskDocument): Removed => {
  if (before === null) return { lines: [], sections: {}, people: [], accounts: [] };
  const losses: readonly RemovedEntry[] = [
    ...personLines(before, now),
    ...accountLines(before, now),
    ...channelLines(before, now),
    ...otherSections.flatMap((section) =>
      removedFrom<unknown>(before[section], now[section]).map(([key]) => ({ path: `${section}.${key}` })),
    ),
    ...settingLines(before, now),
  ];
  return {
    lines: losses.map(({ path, means }) => (means === undefined ? path : `${path}: ${means}`)),
    people: removedFrom(before.people, now.people).map(([key, { name }]) => ({ key, name })),
    accounts: removedFrom(before.accounts, now.accounts).map(([key, { name }]) => ({ key, name })),
    sections: countedBy(losses.map(({ path }) => /^\w+/.exec(path)?.[0] ?? "")),
  };
};
