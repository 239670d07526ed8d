import { severities } from "../sla/severity.ts";
import { lastListPage, openTickets, type ListFilter, type ListKind } from "../tickets/list-filter.ts";

const kinds = ["mine", "open", "due", "all", "waiting", "resolved"] as const satisfies readonly ListKind[];

/** The facts by which a list can be narrowed. Longer values than a key of the desk file are not looked up. */
const longestKey = 64;

const word = (query: URLSearchParams, name: string): string | null => {
  const given = query.get(name)?.trim() ?? "";
  return given === "" || given.length > longestKey || given.includes("\0") ? null : given;
};

/** The list that the address of a page names. What it does not understand narrows nothing. */
export const filterOf = (query: URLSearchParams): ListFilter => {
  const which = kinds.find((each) => each === query.get("which")) ?? openTickets.which;
  const page = /^\d{1,4}$/.test(query.get("page") ?? "") ? Number(query.get("page")) : 1;
  const area = word(query, "area");
  return {
    which,
    account: word(query, "account"),
    person: word(query, "person"),
    severity: severities.find((each) => each === query.get("severity")) ?? null,
    facts: area === null ? {} : { area },
    unassigned: query.get("unassigned") === "yes",
    tech: query.get("tech") === "yes",
    page: Math.min(Math.max(page, 1), lastListPage),
  };
};

/** The part of the address behind the path: `?which=due&account=acme`. Empty for the open tickets. */
export const queryOf = ({ which, account, person, severity, facts, unassigned, tech, page }: ListFilter): string => {
  const query = new URLSearchParams({
    ...(which === openTickets.which ? {} : { which }),
    ...(account === null ? {} : { account }),
    ...(person === null ? {} : { person }),
    ...(severity === null ? {} : { severity }),
    ...facts,
    ...(unassigned ? { unassigned: "yes" } : {}),
    ...(tech ? { tech: "yes" } : {}),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return query === "" ? "" : `?${query}`;
};
