import { describe, expect, test } from "vitest";
import { deskOf } from "../../src/desk/desk-of.ts";
import type { DeskFault } from "../../src/desk/findings.ts";
import { deskFaultSentence } from "../../src/features/desk-checks/index.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";

const rest = `
locale: es
calendars: { always: { open: always } }
plans: { standard: { calendar: always } }
channels: { triage: "slack:C0TRIAGE", tech: "slack:C0TECH" }
people:
  ana: { name: Ana Ruiz, roles: [manager], slack: U0ANA }
  luis: { name: Luis Gil, roles: [agent], slack: U0LUIS }
accounts: { acme: { name: Acme TV, plan: standard, channels: ["slack:C0ACME"] } }
`;
const read = (areas: string) => readDeskFile(`${areas}\n${rest}`);
const expectedOf = (fault: DeskFault) => /: expected (.*)\.$/.exec(deskFaultSentence(fault, "en"))?.[1];
const faults = (areas: string) => {
  const reading = read(areas);
  return reading.ok ? [] : reading.faults.map((fault) => `${fault.line} ${fault.path}: ${expectedOf(fault)}`);
};

test("an area has a title, agents and a channel, and defaults for what the file leaves out", () => {
  const reading = read(`areas:
  player: { title: { en: Player, es: Reproductor }, tech: "slack:C0PLAYER" }
  payments: { title: Pagos, agents: [luis] }`);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  expect(deskOf(reading.document, 1).areas).toEqual({
    player: {
      key: "player",
      title: { en: "Player", es: "Reproductor", pt: "Reproductor" },
      agents: [],
      tech: "slack:C0PLAYER",
    },
    payments: { key: "payments", title: { en: "Pagos", es: "Pagos", pt: "Pagos" }, agents: ["luis"], tech: null },
  });
});

test("a desk file without areas has none", () => {
  const reading = read("");
  expect(reading.ok && deskOf(reading.document, 1).areas).toEqual({});
});

describe("each fault is reported in one sentence:", () => {
  test.each([
    [
      "no title",
      "areas: { player: {} }",
      "1 areas.player.title: a title of at most 75 characters, or one for each language (es, en, pt)",
    ],
    [
      "an unknown key",
      "areas: { player: { title: P, agent: [luis] } }",
      "1 areas.player.agent: one of the keys title, agents, tech (did you mean agents?)",
    ],
    [
      "an unknown person",
      "areas: { player: { title: P, agents: [lluis] } }",
      "1 areas.player.agents.0: one of the agents luis",
    ],
    [
      "a person who is not an agent",
      "areas: { player: { title: P, agents: [luis, ana] } }",
      "1 areas.player.agents.1: one of the agents luis",
    ],
    ["an empty team", "areas: { player: { title: P, agents: [] } }", "1 areas.player.agents: at least one agent"],
    [
      "an invalid channel",
      "areas: { player: { title: P, tech: C0PLAYER } }",
      '1 areas.player.tech: a platform and an id (at most 64 characters), such as "slack:C0123ABCD"',
    ],
    [
      "a customer's channel",
      'areas: { player: { title: P, tech: "slack:C0ACME" } }',
      "1 areas.player.tech: a channel that is not already in accounts.acme.channels",
    ],
    [
      "the triage channel",
      'areas: { player: { title: P, tech: "slack:C0TRIAGE" } }',
      "1 areas.player.tech: a channel that is not already channels.triage",
    ],
    [
      "a key with a space",
      'areas: { "the player": { title: P } }',
      "1 areas.the player: a key of at most 64 letters, digits, dots, dashes and underscores",
    ],
  ])("%s", (_, areas, fault) => {
    expect(faults(areas)).toEqual([fault]);
  });
});

test("a part of a desk file replaces the areas that it names, and the whole file lists the areas that it removes", () => {
  const before = read("areas: { player: { title: Player }, payments: { title: Payments } }");
  if (!before.ok) throw new Error("the file is wrong");
  const part = readDeskFile("areas: { player: { title: Video player } }", before.document, { part: true });
  expect(part.ok && part.document.areas).toEqual({
    player: { title: "Video player" },
    payments: { title: "Payments" },
  });
  const whole = readDeskFile(`areas: { player: { title: Player } }\n${rest}`, before.document);
  expect(whole.ok && whole.removed.sections).toEqual({ areas: 1 });
});
