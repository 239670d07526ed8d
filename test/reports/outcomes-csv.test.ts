import { expect, test } from "vitest";
import { csvHead, csvLines } from "../../src/reports/outcomes-csv.ts";
import type { ClockOutcome } from "../../src/tickets/clocks/outcomes.ts";

const at = Date.parse("2026-01-12T09:00:00Z");
const outcome: ClockOutcome = {
  ticket: 1042,
  clock: "firstResponse",
  cycle: 1,
  kind: "problem",
  account: "acme",
  area: null,
  plan: "premium",
  manager: null,
  severity: "high",
  intake: "slack",
  assignee: "luis",
  startedAt: at,
  dueAt: at + 3_600_000,
  endedAt: at + 60_500,
  outcome: "met",
  target: 3_600_000,
  used: 60_500,
  waited: 0,
  cause: null,
};

test("each outcome is a line below the names of its columns, with the mark of UTF-8 before them", () => {
  const [head = "", line] = (csvHead() + csvLines([outcome])).split("\n");
  expect(head.startsWith("\uFEFFticket,")).toBe(true);
  expect(line).toBe(
    "T-1042,firstResponse,1,problem,acme,premium,,high,slack,luis,,2026-01-12T09:00:00.000Z,2026-01-12T10:00:00.000Z,2026-01-12T09:01:00.500Z,met,3600,61,0,",
  );
  expect(csvLines([])).toBe("");
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])(
  "a spreadsheet does not run a value that begins like %j",
  (account) => {
    const [, , , , written = ""] = csvLines([{ ...outcome, account }]).split(",");
    expect(written.replaceAll('"', "")).toBe(`'${account}`);
  },
);

test("commas, quotes and line ends stay in their cell", () => {
  expect(csvLines([{ ...outcome, account: 'a,"b"\nc' }])).toContain('"a,""b""\nc"');
});
