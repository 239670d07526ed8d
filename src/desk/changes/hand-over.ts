type Mapping = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Mapping =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const mappingOf = (value: unknown): Mapping => (isMapping(value) ? value : {});

/** What a person does for others, as a desk document names it. */
export interface Duties {
  /** Keys of the accounts that they manage. */
  readonly accounts: readonly string[];
  /** Keys of the people whose deputy they are. */
  readonly deputyOf: readonly string[];
}

/** Whose account manager and deputy a person is. */
export const dutiesOf = (document: unknown, person: string): Duties => {
  const { accounts, people } = mappingOf(document);
  const keysWith = (entries: unknown, field: string): readonly string[] =>
    Object.entries(mappingOf(entries)).flatMap(([key, entry]) => (mappingOf(entry)[field] === person ? [key] : []));
  return { accounts: keysWith(accounts, "manager"), deputyOf: keysWith(people, "deputy") };
};

/** The same entries with one field changed where it names a person; null takes the field away. */
const withField = (
  entries: Mapping,
  field: string,
  { from, to }: { readonly from: string; readonly to: (key: string) => string | null },
): Mapping =>
  Object.fromEntries(
    Object.entries(entries).map(([key, entry]) => {
      if (!isMapping(entry) || entry[field] !== from) return [key, entry];
      const { [field]: _, ...rest } = entry;
      const next = to(key);
      return [key, next === null ? rest : { ...entry, [field]: next }];
    }),
  );

/** A list in which one person stands in the place of another, once; undefined if nothing is left of it. */
const inPlace = (list: unknown, from: string, to: string | null): unknown => {
  const written = Array.isArray(list) ? (list as readonly unknown[]) : [list];
  if (!written.includes(from)) return list;
  const next = written.flatMap((each) => (each === from ? (to === null ? [] : [to]) : [each]));
  return next.length === 0 ? undefined : [...new Set(next)];
};

const withLists = (entry: unknown, fields: readonly string[], from: string, to: string | null): unknown => {
  if (!isMapping(entry)) return entry;
  const changed = fields.flatMap((field) =>
    field in entry ? [[field, inPlace(entry[field], from, to)] as const] : [],
  );
  const next = { ...entry, ...Object.fromEntries(changed) };
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined));
};

/**
 * A desk document in which one person has what another one had: accounts, deputy roles, areas and reminders. `to` gets no
 * area if they are no agent, and is never their own deputy.
 */
export const handOver = (document: unknown, from: string, to: string): unknown => {
  if (!isMapping(document)) return document;
  const people = mappingOf(document["people"]);
  const { roles } = mappingOf(people[to]);
  const isAgent = Array.isArray(roles) && roles.includes("agent");
  const { accounts, areas, reminders } = document;
  return {
    ...document,
    ...(isMapping(document["people"])
      ? { people: withField(people, "deputy", { from, to: (key) => (key === to ? null : to) }) }
      : {}),
    ...(isMapping(accounts) ? { accounts: withField(accounts, "manager", { from, to: () => to }) } : {}),
    ...(isMapping(areas)
      ? {
          areas: Object.fromEntries(
            Object.entries(areas).map(([key, area]) => [key, withLists(area, ["agents"], from, isAgent ? to : null)]),
          ),
        }
      : {}),
    ...(Array.isArray(reminders)
      ? { reminders: reminders.map((step: unknown) => withLists(step, ["tell", "email"], from, to)) }
      : {}),
  };
};
