import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { unclearList } from "../../../src/features/lists/list-choices.ts";
import { acknowledge } from "../../../src/requests/route.ts";
import { toIntent } from "../../../src/requests/to-intent.ts";
import { listFilterText } from "../../../src/tickets/list-filter.ts";
import type { Principal } from "../../../src/tickets/principal.ts";
import { stringsOf } from "../../cards/samples/strings-of.ts";
import { types } from "../../requests/inbound-events.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { inEnglish } from "../../support/sentences.ts";

const luis = sampleDesk.people["luis"] ?? expect.fail("no luis");
const acme = sampleDesk.accounts["acme"] ?? expect.fail("no acme");
const staff: Principal = { is: "staff", person: luis };

/** Two accounts begin alike, and a second person is called Gil. */
const desk: Desk = {
  ...sampleDesk,
  accounts: {
    ...sampleDesk.accounts,
    radio: { ...acme, key: "radio", name: "Acme Radio", contacts: [], channels: [] },
  },
  people: { ...sampleDesk.people, otto: { ...luis, key: "otto", name: "Otto Gil", identities: [] } },
};

const offered = (line: string): readonly (readonly [string, string])[] =>
  (unclearList(line.split(" "), { desk, principal: staff })?.choices ?? []).map(({ name, filter }) => [
    name,
    listFilterText(filter).join(" "),
  ]);

describe("words that name no single list", () => {
  test.each<[string, readonly (readonly [string, string])[]]>([
    [
      "high acm overdue",
      [
        ["Acme TV", "overdue account:acme high"],
        ["Acme Radio", "overdue account:radio high"],
      ],
    ],
    [
      "gil",
      [
        ["Luis Gil", "open person:luis"],
        ["Otto Gil", "open person:otto"],
      ],
    ],
    ["unasigned", [["unassigned", "open unassigned"]]],
    ["northwnd critical", [["Northwind Media", "open account:northwind critical"]]],
    ["overdu page 2", [["overdue", "overdue page:2"]]],
  ])("give the lists that they may mean: %s", (line, choices) => {
    expect(offered(line)).toEqual(choices);
  });

  test.each(["frobnicate", "acm frobnicate", "acme", "high"])("give none: %s", (line) => {
    expect(offered(line)).toEqual([]);
  });
});

describe("what staff type after /desk", () => {
  const answered = (line: string): string => stringsOf(acknowledge(types("luis", `/desk ${line}`), desk)).join(" ");

  test("asks which list, and each button opens one", () => {
    expect(answered("acm")).toMatch(inEnglish("list.whichOne", { word: "acm" }));
    expect(answered("acm")).toContain("queue open account:radio");
    expect(answered("unasigned")).toMatch(inEnglish("list.didYouMean", { word: "unasigned" }));
    expect(stringsOf(acknowledge(types("luis", "/ticket list acm"), desk)).join(" ")).toContain(
      "list open account:acme",
    );
  });

  test("suggests the subcommand that was misspelt, and opens no ticket", () => {
    expect(answered("histroy 1042")).toContain("/ticket history 1042");
    expect(answered("wbe")).toContain("/desk web");
    expect(answered("wbe")).not.toMatch(inEnglish("suggest.orOpen"));
  });

  test("gets the help if the word resembles nothing", () => {
    expect(answered("frobnicate")).toMatch(inEnglish("help.unknown", { word: "frobnicate" }));
  });

  test.each(["1042", "T-1042", "#1042"])("shows the ticket of a bare number: %s", (number) => {
    expect(toIntent(types("luis", `/desk ${number}`), desk)).toEqual({
      kind: "ask",
      question: { kind: "show", number: 1042 },
    });
  });
});

describe("what a customer types after /ticket", () => {
  test("is asked about if it is one word in small letters", () => {
    for (const line of ["frobnicate", "estado", "vídeo"])
      expect(acknowledge(types("carla", `/ticket ${line}`), desk).kind, line).toBe("private");
    for (const line of ["Frobnicate", "video caído", "E404", "frobnicate 7", "no-video", "x"])
      expect(acknowledge(types("carla", `/ticket ${line}`), desk).kind, line).toBe("form");
  });

  test("never names other accounts or the staff", () => {
    const said = stringsOf(acknowledge(types("carla", "/ticket list acm"), desk)).join(" ");
    expect(said).not.toContain("Radio");
    expect(said).not.toContain("account:");
  });
});
