import { expect, test } from "vitest";
import { customerWordsCard } from "../../src/views/customer-words-card.ts";
import { leftOut } from "../../src/views/left-out.ts";
import { openingWords } from "../../src/views/opening-words.ts";
import { showCard } from "../../src/views/show-card.ts";
import { desk, noPlaces, readers, ticket } from "./sample.ts";

const log = Array.from({ length: 60 }, (_, line) => `line ${line + 1}`).join("\n");
const [reader] = readers;
if (reader === undefined) throw new Error("the sample has no reader");

test("what an excerpt leaves out is counted, with the command that gives all of it", () => {
  const [part] = leftOut(log, 2_500, 1042, { ...reader, locale: "en" });
  const said = part?.part === "small" ? part.line.map((span) => (span.t === "text" ? span.text : "")).join("") : "";
  expect(said).toMatch(/lines: 48, characters: 38\d\b.*\/ticket transcript 1042/);
  expect(leftOut("short", 2_500, 1042, reader)).toEqual([]);
});

test("the customer's words, the description for the team and /ticket show say so", () => {
  const words = { text: log, by: "Carla", at: 0 };
  const long = { ...ticket, description: log, said: [] };
  const cards = [
    customerWordsCard({ type: "customerWords", words }, long, desk, noPlaces, reader).parts,
    openingWords(long, 1_000, reader),
    showCard(long, desk, noPlaces, "staff", reader).parts,
  ];
  for (const parts of cards) expect(JSON.stringify(parts)).toContain(`/ticket transcript ${ticket.number}`);
});
