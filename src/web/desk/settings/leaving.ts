import { openTicketsOf } from "../../../db/affected-tickets-store.ts";
import type { Database } from "../../../db/connection/handle.ts";
import type { DeskProposal } from "../../../db/desk/proposal-store.ts";
import { dutiesOf } from "../../../desk/changes/hand-over.ts";

/** A person whom a proposal removes, and what they have. */
export interface LeavingPerson {
  readonly key: string;
  readonly name: string;
  /** How many open tickets are assigned to them; at most `ticketsCounted`. */
  readonly tickets: number;
  /** Names of accounts that the proposal still gives to them. */
  readonly accounts: readonly string[];
  /** Names of people whose deputy they are. */
  readonly deputyOf: readonly string[];
  /** Who takes over, a key of people; null: not said, or no one. */
  readonly successor: string | null;
  /** The tickets that go elsewhere, by their numbers: to a key of people, or to no one. */
  readonly otherTickets: Readonly<Record<string, string | null>>;
  /** The people who stay, by key and name. */
  readonly candidates: readonly { readonly key: string; readonly name: string }[];
}

/** More tickets than this are not counted. */
export const ticketsCounted = 1_000;

type Mapping = Readonly<Record<string, unknown>>;
const mappingOf = (value: unknown): Mapping =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Mapping) : {};

const nameIn = (entries: unknown, key: string): string => {
  const { name } = mappingOf(mappingOf(entries)[key]);
  return typeof name === "string" ? name : key;
};

/** The people whom a proposal removes from a desk (`before`), if they have something that others must take over. */
export const leavingPeople = async (
  { document, handOver }: DeskProposal,
  before: unknown,
  db: Database,
): Promise<readonly LeavingPerson[]> => {
  const had = mappingOf(before);
  const stays = mappingOf(mappingOf(document)["people"]);
  const candidates = Object.keys(stays).map((key) => ({ key, name: nameIn(stays, key) }));
  const leaving: LeavingPerson[] = [];
  for (const key of Object.keys(mappingOf(had["people"])).filter((each) => !Object.hasOwn(stays, each))) {
    const duties = dutiesOf(document, key);
    const tickets = (await openTicketsOf(db, key, 0, ticketsCounted)).length;
    if (tickets + duties.accounts.length + duties.deputyOf.length === 0) continue;
    const succession = Object.hasOwn(handOver, key) ? handOver[key] : undefined;
    leaving.push({
      key,
      name: nameIn(had["people"], key),
      tickets,
      accounts: duties.accounts.map((account) => nameIn(mappingOf(document)["accounts"], account)),
      deputyOf: duties.deputyOf.map((person) => nameIn(stays, person)),
      successor: succession?.to ?? null,
      otherTickets: succession?.tickets ?? {},
      candidates,
    });
  }
  return leaving;
};
