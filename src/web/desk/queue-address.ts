import { allClockKinds } from "../../sla/clock-kinds.ts";
import { severities } from "../../sla/severity.ts";
import {
  queueTabs,
  type QueueFilter,
  type QueuePlace,
  type QueueTab,
  type QueueView,
} from "../../db/queue/queue-view.ts";
import type { SearchPlace } from "../../db/search/search-place.ts";

/** What the address of the queue names: a list, what narrows it, words to look for, and where the page begins. */
export interface QueueAddress extends QueueView {
  /** Empty: the list; else what a search finds. */
  readonly words: string;
  readonly after: QueuePlace | null;
  /** Where the page of a search begins. */
  readonly found: SearchPlace | null;
}

/** Longer values than a key of the desk file are not looked up. */
const longestKey = 64;
const longestWords = 200;

const word = (query: URLSearchParams, name: string, most = longestKey): string | null => {
  const given = query.get(name)?.trim() ?? "";
  return given === "" || given.length > most || given.includes("\0") ? null : given;
};

const one = <T extends string>(of: readonly T[], given: string | null): T | null =>
  of.find((each) => each === given) ?? null;

/** A place as the address writes it: `1768471200000_1042`, `_1042` for a ticket without a due time. */
const placeIn = (given: string | null): QueuePlace | null => {
  const [, due = "", number = ""] = /^(\d{1,15})?_(\d{1,10})$/.exec(given ?? "") ?? [];
  // Later moments are no dates, and larger numbers no tickets.
  if (number === "" || Number(number) > 2_147_483_647 || Number(due) > 8_640_000_000_000) return null;
  return { due: due === "" ? null : Number(due), number: Number(number) };
};

/** The place of a search as the address writes it: the rank and the number, `60793_1042`. */
const searchPlaceIn = (given: string | null): SearchPlace | null => {
  const [, rank = "", number = ""] = /^(\d{1,8})_(\d{1,10})$/.exec(given ?? "") ?? [];
  if (number === "" || Number(number) > 2_147_483_647) return null;
  return { rank: Number(rank), number: Number(number) };
};

/** The list that an address names. What it does not understand narrows nothing. */
export const queueAddressOf = (query: URLSearchParams): QueueAddress => ({
  tab: one(queueTabs, query.get("tab")) ?? "open",
  filter: {
    account: word(query, "account"),
    severity: one(severities, query.get("severity")),
    area: word(query, "area"),
    assignee: word(query, "assignee"),
    status: one(["open", "waiting"], query.get("status")),
    clock: one(allClockKinds, query.get("clock")),
  },
  words: word(query, "q", longestWords) ?? "",
  after: placeIn(query.get("after")),
  found: searchPlaceIn(query.get("found")),
});

/** The fields of an address that are set, as a form and a link carry them. */
export const queueFields = ({
  tab,
  filter,
  words,
}: {
  readonly tab: QueueTab;
  readonly filter: QueueFilter;
  readonly words?: string;
}): readonly (readonly [string, string])[] =>
  Object.entries({ tab: tab === "open" ? null : tab, ...filter, q: words === "" ? null : (words ?? null) }).flatMap(
    ([name, value]) => (value === null ? [] : [[name, value] as const]),
  );

/** The path of the queue. "/desk" is the first page, which is another one for account managers. */
export const queueAlone = "/desk?tab=open";

/** The path of a page of the queue. */
export const queuePath = (
  address: Parameters<typeof queueFields>[0] & Partial<Pick<QueueAddress, "after" | "found">>,
): string => {
  const { after = null, found = null } = address;
  const place = [
    ...(after === null ? [] : [["after", `${after.due ?? ""}_${after.number}`] as const]),
    ...(found === null ? [] : [["found", `${found.rank}_${found.number}`] as const]),
  ];
  const query = new URLSearchParams(
    [...queueFields(address), ...place].map(([name, value]) => [name, value]),
  ).toString();
  return query === "" ? queueAlone : `/desk?${query}`;
};
