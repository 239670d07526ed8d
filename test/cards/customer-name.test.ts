import { usual } from "./samples/usual.ts";
import { expect, test } from "vitest";
import { staffFacts } from "../../src/features/ticket-cards/staff-facts.ts";
import { customerMessageCard } from "../../src/features/conversation/customer-message-card.ts";
import { cast, given, opening } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { ticketOf } from "../support/story.ts";
import { inEnglish } from "../support/sentences.ts";

const viewer = { locale: "en", timezone: "Europe/Madrid" } as const;
const name = sampleDesk.people["luis"]?.name ?? "";
const nowhere = { triage: null, conversation: null };

test("a stranger with an agent's name is marked on the card and above their messages", () => {
  if (cast.sam.kind !== "person") throw new Error("Sam is a person");
  const ticket = ticketOf(given().when({ ...cast.sam, name }, opening("high", "slack:C0RANDOM")));
  expect(JSON.stringify(staffFacts(ticket, sampleDesk, viewer))).toMatch(inEnglish("name.notStaff", { name }));
  const words = { text: "Hello", format: [], by: name, at: 0 };
  const card = customerMessageCard(
    { ...usual.customerMessage, type: "customerMessage", content: words, company: null },
    { pauses: [], ticket, messages: [], desk: sampleDesk, places: nowhere, viewer, now: 0 },
  );
  expect(JSON.stringify(card)).toMatch(inEnglish("name.notStaff", { name }));
});

test("an agent who opens a ticket for a customer is not marked", () => {
  const ticket = ticketOf(given().when(cast.luis, opening("high", "slack:C0TRIAGE")));
  expect(JSON.stringify(staffFacts(ticket, sampleDesk, viewer))).not.toMatch(inEnglish("name.notStaff"));
});
