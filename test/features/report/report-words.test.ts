import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { readReportWords, usualReport, type ReportWords } from "../../../src/features/report/read-report-words.ts";
import { unclearReport } from "../../../src/features/report/report-choices.ts";
import { reportAction } from "../../../src/features/report/unclear-report-card.ts";
import type { Principal } from "../../../src/tickets/principal.ts";
import { sampleDesk } from "../../support/sample-desk.ts";

const luis = sampleDesk.people["luis"] ?? expect.fail("no luis");
const acme = sampleDesk.accounts["acme"] ?? expect.fail("no acme");
const title = { en: "Player", es: "Reproductor", pt: "Reprodutor" };

/** Ana manages Acme; two people are called Gil, two accounts begin alike, and one account is called like a person. */
const desk: Desk = {
  ...sampleDesk,
  areas: { player: { key: "player", title, agents: [], tech: null } },
  accounts: {
    ...sampleDesk.accounts,
    radio: { ...acme, key: "radio", name: "Acme Radio", manager: null },
    marta: { ...acme, key: "marta-sl", name: "Marta SL", manager: null },
  },
  people: { ...sampleDesk.people, otto: { ...luis, key: "otto", name: "Otto Gil", identities: [] } },
};

const as = (key: string): Principal => ({ is: "staff", person: desk.people[key] ?? expect.fail(`no ${key}`) });
const asker = (principal: Principal) => ({ desk, principal, now: Date.parse("2026-12-01T09:00:00Z") });
const read = (line: string) => readReportWords(line === "" ? [] : line.split(" "), asker(as("eva")));

describe("the words after /desk report", () => {
  test.each<[string, Partial<ReportWords>]>([
    ["", {}],
    ["last week", { period: "last week" }],
    ["la semana pasada", { period: "last week" }],
    ["Semana Passada", { period: "last week" }],
    ["no mês passado", { period: "last month" }],
    ["este trimestre", { period: "this quarter" }],
    ["último año", { period: "last year" }],
    ["hoy", { period: "today" }],
    ["ontem", { period: "yesterday" }],
    ["2026-10", { period: "2026-10" }],
    ["2026-q3", { period: "2026-Q3" }],
    ["Q3", { period: "2026-Q3" }],
    ["T4 2025", { period: "2025-Q4" }],
    ["octubre", { period: "2026-10" }],
    ["dezembro", { period: "2026-12" }],
    ["outubro de 2025", { period: "2025-10" }],
    ["2026-10-01..2026-10-07", { period: "2026-10-01..2026-10-07" }],
    ["acme tv", { only: { account: "acme" } }],
    ["Acme Radio last week", { only: { account: "radio" }, period: "last week" }],
    ["last week northwind", { only: { account: "northwind" }, period: "last week" }],
    ["ana", { only: { manager: "ana" } }],
    ["agente ana 2026", { only: { agent: "ana" }, period: "2026" }],
    ["manager luis gil", { only: { manager: "luis" } }],
    ["tom", { only: { agent: "tom" } }],
    ["reproductor en octubre", { only: { area: "player" }, period: "2026-10" }],
    ["player for northwind", { only: { area: "player", account: "northwind" } }],
    ["all this month", { only: {}, period: "this month" }],
    ["mine", { only: { agent: "eva" } }],
  ])("%s", (line, wanted) => {
    expect(read(line)).toEqual({ period: null, only: null, ...wanted });
  });

  test("name what an account manager looks after if they name nothing, and everything for the head", () => {
    expect(usualReport(asker(as("ana")))).toEqual({ manager: "ana" });
    expect(usualReport(asker(as("eva")))).toEqual({});
    expect(usualReport(asker(as("luis")))).toEqual({});
    const boss = { is: "staff", person: { ...as("ana"), ...(desk.people["ana"] ?? luis), roles: ["head"] } } as const;
    expect(usualReport(asker(boss))).toEqual({});
  });

  test.each<[string, string, readonly string[]]>([
    ["gil last week", "several", ["Luis Gil", "Otto Gil"]],
    ["acm", "several", ["Acme TV", "Acme Radio"]],
    ["mart", "several", ["Marta SL", "Marta Solé"]],
    ["northwnd 2026-10", "similar", ["Northwind Media"]],
    ["reprodutr", "similar", ["Reproductor"]],
    ["2026-13", "period", []],
    ["2026-Q5 acme", "period", []],
    ["tom otto", "twice", []],
    ["last week 2026", "twice", []],
    ["zzz last week", "unknown", []],
    ["<@U0ANA>", "unknown", []],
    ["acme ".repeat(40).trim(), "long", []],
  ])("%s is unclear: %s", (line, why, names) => {
    const unclear = unclearReport(line.split(" "), asker(as("eva")));
    expect(unclear?.why).toBe(why);
    if (names.length > 0) expect(unclear?.choices.map(({ name }) => name)).toEqual(names);
  });

  test("of a button name the same report again, with the period that was typed", () => {
    const unclear = unclearReport(["gil", "last", "week"], asker(as("eva")));
    const actions = (unclear?.choices ?? []).map((choice) => reportAction(choice) ?? "");
    expect(actions).toEqual(["report agent:luis last week", "report agent:otto last week"]);
    expect(actions.map((action) => read(action.replace("report ", "")))).toEqual([
      { only: { agent: "luis" }, period: "last week" },
      { only: { agent: "otto" }, period: "last week" },
    ]);
  });
});
