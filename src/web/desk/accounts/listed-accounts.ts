import type { Account, Desk, Person } from "../../../desk/desk.ts";
import { bare } from "../../../text/similar-words.ts";
import type { Viewer } from "../../../i18n/viewer.ts";

/** The accounts that this person manages. */
export const accountsManagedBy = ({ key }: Person, { accounts }: Desk): readonly Account[] =>
  Object.values(accounts).filter(({ manager }) => manager === key);

/** Whether the first page of this person shows their accounts: an account manager with accounts. Others get the queue. */
export const isAtHomeInAccounts = (person: Person, desk: Desk): boolean =>
  person.roles.includes("manager") && accountsManagedBy(person, desk).length > 0;

/** What the address of the list names: words of a name, and the account behind which the page begins. */
export interface ListAddress {
  readonly words: string;
  readonly after: string | null;
}

const longest = 100;

/** Reads an address. What it does not understand narrows nothing. */
export const listAddressOf = (query: URLSearchParams): ListAddress => {
  const word = (name: string): string => (query.get(name) ?? "").replaceAll("\0", "").trim().slice(0, longest);
  const after = word("after");
  return { words: word("q"), after: after === "" ? null : after };
};

/** The path of a page of the list. */
export const listPath = ({ words, after }: ListAddress): string => {
  const query = new URLSearchParams({ ...(words === "" ? {} : { q: words }), ...(after === null ? {} : { after }) });
  return query.size === 0 ? "/desk/accounts" : `/desk/accounts?${query.toString()}`;
};

/**
 * One page of the accounts, those of this person first, then by name, and whether there are more. An account that was
 * removed meanwhile begins no page, so the list starts again.
 */
export const accountsOnPage = (
  { words, after }: ListAddress,
  { person, desk, viewer }: { readonly person: Person; readonly desk: Desk; readonly viewer: Viewer },
  size: number,
): { readonly accounts: readonly Account[]; readonly more: boolean } => {
  const looked = bare(words);
  const { compare } = new Intl.Collator(viewer.locale);
  const isMine = ({ manager }: Account): boolean => manager === person.key;
  const found = Object.values(desk.accounts)
    .filter(({ key, name }) => looked === "" || bare(name).includes(looked) || bare(key).includes(looked))
    .toSorted(
      (one, other) =>
        Number(isMine(other)) - Number(isMine(one)) || compare(one.name, other.name) || (one.key < other.key ? -1 : 1),
    );
  const start = after === null ? 0 : found.findIndex(({ key }) => key === after) + 1;
  return { accounts: found.slice(start, start + size), more: found.length > start + size };
};
