import { describe, expect, test } from "vitest";
import { readListFilter } from "../../../src/features/lists/read-list-filter.ts";
import { listFilterText, openTickets, type ListFilter } from "../../../src/tickets/list-filter.ts";
import type { Principal } from "../../../src/tickets/principal.ts";
import { sampleDesk as desk } from "../../support/sample-desk.ts";

const person = desk.people["luis"] ?? expect.fail("no luis");
const account = desk.accounts["acme"] ?? expect.fail("no acme");
const staff: Principal = { is: "staff", person };
const customer: Principal = { is: "customer", account };

const read = (line: string, principal: Principal): ListFilter | null =>
  readListFilter(line === "" ? [] : line.split(" "), { desk, principal });

describe("the words after a list request", () => {
  test.each<[string, Partial<ListFilter>]>([
    ["", {}],
    ["mine", { which: "mine" }],
    ["Todos", { which: "all" }],
    ["vencen", { which: "due" }],
    ["waiting", { which: "waiting" }],
    ["cerrados", { which: "resolved" }],
    ["meus", { which: "mine" }],
    ["vencem baixa", { which: "due", severity: "low" }],
    ["resolvidos da acme", { which: "resolved", account: "acme" }],
    ["sem atribuição", { unassigned: true }],
    ["livres página 2", { unassigned: true, page: 2 }],
    ["acme", { account: "acme" }],
    ["Acme TV", { account: "acme" }],
    ["ACM", { account: "acme" }],
    ["luis", { person: "luis" }],
    ["Luis Gil", { person: "luis" }],
    ["gil", { person: "luis" }],
    ["high", { severity: "high" }],
    ["crítica", { severity: "critical" }],
    ["unassigned", { unassigned: true }],
    ["sin asignar", { unassigned: true }],
    ["tech", { tech: true }],
    ["page 2", { page: 2 }],
    ["acme high unassigned página 3", { account: "acme", severity: "high", unassigned: true, page: 3 }],
    ["all tickets of acme tv for luis", { which: "all", account: "acme", person: "luis" }],
    ["page 9999", { page: 500 }],
    ["overdue acme", { which: "overdue", account: "acme" }],
    ["vencidos", { which: "overdue" }],
    ["due page:2 after:mi7.1042", { which: "due", page: 2, place: { side: "after", due: 29_167, number: 1042 } }],
    ["resolved after:.1042", { which: "resolved", place: { side: "after", due: null, number: 1042 } }],
  ])("of staff: %j", (line, filter) => {
    expect(read(line, staff)).toEqual({ ...openTickets, ...filter });
  });

  test.each(["frobnicate", "acme frobnicate", "page", "page two", "account:nobody", "a", "page 0"])(
    "of staff: %j is not a list",
    (line) => {
      expect(read(line, staff)).toBeNull();
    },
  );

  test.each<[string, Partial<ListFilter>]>([
    ["mine high page 2", { which: "mine", severity: "high", page: 2 }],
    ["acme", { account: "acme" }],
    ["waiting", { which: "waiting" }],
    // A list of missed targets alone would tell of the technical team's.
    ["overdue", { which: "due" }],
  ])("of a customer: %j", (line, filter) => {
    expect(read(line, customer)).toEqual({ ...openTickets, ...filter });
  });

  test.each(["northwind", "account:northwind", "luis", "person:luis", "unassigned", "sin asignar", "tech"])(
    "of a customer: %j is not a list, since it would show others or staff",
    (line) => {
      expect(read(line, customer)).toBeNull();
    },
  );

  test("come back from a button unchanged", () => {
    const filter: ListFilter = {
      which: "all",
      account: "acme",
      person: "luis",
      severity: "low",
      facts: {},
      unassigned: true,
      tech: true,
      page: 7,
      place: { side: "before", due: Date.UTC(2026, 10, 30, 12, 0, 0, 7), number: 1042 },
    };
    expect(readListFilter(listFilterText(filter), { desk, principal: staff })).toEqual(filter);
  });
});
