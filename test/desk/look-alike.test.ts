import { expect, test } from "vitest";
import { readsLikeStaff } from "../../src/desk/look-alike.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { allowedMs, fastestRun } from "../hostile/fastest-run.ts";

const { luis } = sampleDesk.people;
const name = luis?.name ?? "";

test.each([
  ["if it is equal", (text: string) => text],
  ["in capitals", (text: string) => text.toUpperCase()],
  ["with a zero-width character", (text: string) => text.replace("u", "u\u200b")],
  ["in Cyrillic letters", (text: string) => text.replace("i", "\u0456")],
  ["in full-width letters", (text: string) => text.replace("L", "\uff2c")],
  ["with accents", (text: string) => text.replace("u", "\u00fa")],
  ["with a sign behind it", (text: string) => `${text} \u2705`],
  ["with other marks", (text: string) => text.replace(" ", "\u00b7").concat(",")],
  ["with a blank of Braille", (text: string) => text.replace(" ", " \u2800")],
  ["in small capitals", (text: string) => text.replace("uis", "\u1d1c\u026a\ua731")],
  ["with a stroke", (text: string) => text.replace("L", "\u0141")],
  ["with an addition in brackets", (text: string) => `${text} (Support)`],
  ["with an addition before it", (text: string) => `[Soporte] ${text}`],
  ["with an addition behind a line", (text: string) => `${text} | Plazo`],
  ["with an addition behind a dash", (text: string) => `Support – ${text}`],
  ["with a word behind it", (text: string) => `${text} Support`],
  ["with words of another language before it", (text: string) => `Equipo de Soporte ${text}`],
  ["with joined words behind it", (text: string) => `${text} from the Support Team`],
  ["with a hidden character in the addition", (text: string) => `${text} Sup\u200bport`],
  ["with an addition behind a bare dash", (text: string) => `${text}-Support`],
  ["with an addition behind an underscore", (text: string) => `${text}_TÉCNICO`],
  ["with an addition in square brackets", (text: string) => `${text} [Support]`],
  ["with an addition in other brackets", (text: string) => `${text}【Support EMEA】`],
  ["with an addition in full-width brackets", (text: string) => `${text}（Acme）`],
  ["with an addition in quotes", (text: string) => `${text} “the best”`],
  ["with other spaces", (text: string) => text.replace(" ", "\u00a0 ")],
])("a name counts as an agent's name %s", (_, change) => {
  expect(name).toContain("Luis");
  expect(readsLikeStaff(change(name), sampleDesk)).toBe(true);
});

test("other names do not count, nor an empty one, and 40,000 characters take no time", () => {
  for (const other of ["Carla Núñez", "Luis", "", "\u200b", `${name} Pérez`, `${name}-Pérez`, `Carla (${name} Pérez)`])
    expect(readsLikeStaff(other, sampleDesk)).toBe(false);
  for (const other of [
    "Support",
    "Support Team",
    "Luis Support",
    `${name} de la Cruz`,
    `${name} Pérez Support`,
    `la ${name}`,
  ])
    expect(readsLikeStaff(other, sampleDesk), other).toBe(false);
  expect(fastestRun(() => readsLikeStaff("a\u200b ".repeat(13_000), sampleDesk))).toBeLessThan(allowedMs);
  expect(readsLikeStaff("a\u200b ".repeat(13_000), sampleDesk)).toBe(false);
});
