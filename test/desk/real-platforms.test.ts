import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isReal, realPlatforms } from "../../src/desk/checks/real-platforms.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";

const demoText = readFileSync("adapters/playground/demo-desk.yaml", "utf8");

const deskIn = (text: string, before: string | null = null): Desk => {
  const earlier = before === null ? null : readDeskFile(before);
  if (earlier !== null && !earlier.ok) throw new Error(JSON.stringify(earlier.faults));
  const reading = readDeskFile(text, earlier?.document ?? null, { former: earlier?.former ?? null });
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return deskOf(reading.document, 1, reading.former);
};

test("the demo desk names people of the playground only", () => {
  expect(realPlatforms(deskIn(demoText))).toEqual({ now: [], before: [] });
  expect(isReal(deskIn(demoText))).toBe(false);
});

test.each([
  ["a member of the staff", "playground: eva", "slack: U0EVA", ["slack"]],
  ["a contact", '"playground:carla"', '"discord:300000000000000001"', ["discord"]],
  ["a customer's channel", '"playground:lusa-support"', '"slack:C0LUSA"', ["slack"]],
  ["the triage channel", '"playground:triage"', '"slack:C0TRIAGE"', ["slack"]],
])("one reference to a real platform makes the desk a real one: %s", (_, demo, real, platforms) => {
  expect(demoText).toContain(demo);
  const desk = deskIn(demoText.replace(demo, real));
  expect(realPlatforms(desk)).toEqual({ now: platforms, before: [] });
  expect(isReal(desk)).toBe(true);
});

test("an area's own channel counts", () => {
  const area = '\nareas: { player: { title: Player, tech: "discord:300000000000000002" } }\n';
  expect(realPlatforms(deskIn(demoText + area)).now).toEqual(["discord"]);
});

test("people whom an earlier desk of the database named count, because their tickets are still there", () => {
  const real = demoText
    .replace("playground: eva", "slack: U0EVA")
    .replace('"playground:carla"', '"discord:300000000000000001"');
  const desk = deskIn(demoText, real);
  expect(realPlatforms(desk)).toEqual({ now: [], before: ["discord", "slack"] });
  expect(isReal(desk)).toBe(true);
});
