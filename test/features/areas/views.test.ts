import { describe, expect, test } from "vitest";
import type { Card } from "../../../src/chat/card.ts";
import type { Desk } from "../../../src/desk/desk.ts";
import { historyLine } from "../../../src/features/history/history-card.ts";
import { listCard } from "../../../src/features/lists/list-card.ts";
import { readListFilter } from "../../../src/features/lists/read-list-filter.ts";
import { ticketForm } from "../../../src/features/open/ticket-form.ts";
import { techCard } from "../../../src/features/tech-handoff/tech-card.ts";
import { conversationCard } from "../../../src/features/ticket-cards/conversation-card.ts";
import { triageCard } from "../../../src/features/ticket-cards/triage-card.ts";
import { transcriptOf } from "../../../src/features/transcript/transcript.ts";
import { listFilterText, openTickets } from "../../../src/tickets/list-filter.ts";
import { identify } from "../../../src/tickets/principal.ts";
import type { Viewer } from "../../../src/i18n/viewer.ts";
import { cast, given, monday, opening, type Story } from "../../support/given.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { stateOf, ticketOf } from "../../support/story.ts";
import { deskWithAreas } from "./desk-with-areas.ts";

const viewer = (locale: Viewer["locale"]): Viewer => ({ locale, timezone: "Europe/Madrid" });
const english = viewer("en");
const nowhere = { triage: null, conversation: null };

const opened = (desk: Desk = deskWithAreas): Story => {
  const command = opening();
  if (command.type !== "open") throw new Error("no opening");
  return given(desk).when(cast.carla, { ...command, number: 1001, facts: { area: "player" } });
};
const plainOpened = (desk: Desk): Story => given(desk).when(cast.carla, opening());
const withTech = (story: Story): Story => story.when(cast.luis, { type: "askTech", text: "Look at the encoder" }, 5);

/** Label and text of each fact of a card. */
const factsOf = ({ parts }: Card): ReadonlyMap<string, string> =>
  new Map(
    parts.flatMap((part) =>
      part.part === "facts"
        ? part.facts.map(({ label, value }) => [label, value.map((each) => ("text" in each ? each.text : "")).join("")])
        : [],
    ),
  );
const menuOf = ({ parts }: Card): readonly string[] =>
  parts.flatMap((part) =>
    part.part === "buttons" ? (part.menu?.items ?? []).flatMap((item) => ("action" in item ? [item.action] : [])) : [],
  );
const rowsOf = (card: Card): string =>
  card.parts
    .flatMap((part) => (part.part === "text" ? part.lines : []))
    .map((line) => line.map((each) => ("text" in each ? each.text : "")).join(""))
    .join("\n");
const list = (story: Story, desk: Desk, is: "staff" | "customer", facts = {}): Card =>
  listCard(
    { filter: { ...openTickets, facts }, tickets: [ticketOf(story)], total: 1, more: false, places: new Map() },
    desk,
    is,
    english,
  );
const form = (desk: Desk, locale: Viewer["locale"]) =>
  ticketForm({
    title: "",
    principal: identify("slack:U0CARLA", "slack:C0ACME", desk),
    desk,
    channel: "slack:C0ACME",
    viewer: viewer(locale),
  });

describe("the area of a ticket is shown", () => {
  test("on the cards of triage, the technical team and the customer", () => {
    const state = stateOf(withTech(opened()));
    expect(factsOf(triageCard(state, deskWithAreas, nowhere, english)).get("Area")).toBe("Player");
    expect(factsOf(techCard(state, deskWithAreas, nowhere, english)).get("Area")).toBe("Player");
    expect(factsOf(conversationCard(state, deskWithAreas, viewer("es"))).get("Área")).toBe("Reproductor");
    expect(factsOf(conversationCard(state, deskWithAreas, viewer("pt"))).get("Área")).toBe("Reprodutor");
  });

  test("in lists of staff and customers", () => {
    for (const is of ["staff", "customer"] as const)
      expect(rowsOf(list(opened(), deskWithAreas, is))).toContain(" · Player · ");
  });

  test("in transcripts of staff and customers", () => {
    const story = opened();
    for (const is of ["staff", "customer"] as const) {
      const transcript = transcriptOf(ticketOf(story), story.events, {
        desk: deskWithAreas,
        is,
        viewer: english,
        madeAt: monday,
      });
      expect(transcript.facts).toContainEqual(["Area", "Player"]);
    }
  });

  test("by its key once it left the desk file", () => {
    const state = stateOf(withTech(opened()));
    expect(factsOf(triageCard(state, sampleDesk, nowhere, english)).get("Area")).toBe("player");
    expect(rowsOf(list(opened(), sampleDesk, "staff"))).toContain(" · player · ");
    expect(menuOf(triageCard(state, sampleDesk, nowhere, english))).toContain("area 1001");
  });
});

describe("the history says", () => {
  const made = { at: monday, by: cast.ana } as const;
  test.each([
    ["en", "changed the area from Player to Payments"],
    ["es", "cambió el área de Reproductor a Pagos"],
    ["pt", "mudou a área de Reprodutor para Pagamentos"],
  ] as const)("in %s who changed the area, from which to which", (locale, line) => {
    const event = { ...made, type: "areaSet", from: "player", to: "payments" } as const;
    expect(historyLine(event, { desk: deskWithAreas, viewer: viewer(locale) })).toBe(line);
  });

  test("which area was chosen or removed", () => {
    const context = { desk: deskWithAreas, viewer: english };
    expect(historyLine({ ...made, type: "areaSet", from: null, to: "player" }, context)).toBe("set the area to Player");
    expect(historyLine({ ...made, type: "areaSet", from: "gone", to: null }, context)).toBe("removed the area gone");
  });
});

test("the form asks for the area in the viewer's language, and an answer is optional", () => {
  const field = form(deskWithAreas, "es").fields.find(({ name }) => name === "area");
  expect(field).toMatchObject({ kind: "select", required: false });
  expect(field?.kind === "select" ? field.choices.map(({ label }) => label) : []).toEqual([
    "Reproductor",
    "Pagos",
    "Ninguna de estas",
  ]);
});

test("the triage card offers to change the area until the ticket is resolved", () => {
  const menu = (story: Story) => menuOf(triageCard(stateOf(story), deskWithAreas, nowhere, english));
  expect(menu(opened())).toContain("area 1001");
  expect(menu(opened().when(cast.luis, { type: "resolve" }, 5))).not.toContain("area 1001");
});

describe("an area in a list request", () => {
  const staff = { desk: deskWithAreas, principal: identify("slack:U0LUIS", "slack:C0TRIAGE", deskWithAreas) };
  const customer = { desk: deskWithAreas, principal: identify("slack:U0CARLA", "slack:C0ACME", deskWithAreas) };
  test.each(["player", "Player", "Reproductor", "reprodutor", "area:player"])("%s", (word) => {
    for (const context of [staff, customer])
      expect(readListFilter([word], context)).toEqual({ ...openTickets, facts: { area: "player" } });
  });

  test("comes back from the buttons of pages", () => {
    const filter = { ...openTickets, account: "acme", facts: { area: "payments" }, page: 2 };
    expect(readListFilter(listFilterText(filter), staff)).toEqual(filter);
    expect(list(opened(), deskWithAreas, "staff", { area: "payments" }).summary).toContain("Payments");
  });

  test("must exist at the desk", () => {
    expect(readListFilter(["area:plyer"], staff)).toBeNull();
    expect(readListFilter(["player"], { ...staff, desk: sampleDesk })).toBeNull();
  });
});

test("a desk without areas shows nothing of them", () => {
  const state = stateOf(withTech(plainOpened(sampleDesk)));
  const triage = triageCard(state, sampleDesk, nowhere, english);
  expect(menuOf(triage).filter((action) => action.startsWith("area"))).toEqual([]);
  for (const card of [
    triage,
    techCard(state, sampleDesk, nowhere, english),
    conversationCard(state, sampleDesk, english),
  ])
    expect(factsOf(card).has("Area")).toBe(false);
  expect(form(sampleDesk, "en").fields.map(({ name }) => name)).toEqual(["title", "severity", "description"]);
});
