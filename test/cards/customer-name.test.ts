import { usual } from "./samples/usual.ts";
import { expect, test } from "vitest";
import { conversationCard } from "../../src/features/ticket-cards/conversation-card.ts";
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

test("the customer's card mentions its requester, but names one who left without a mention", () => {
  const state = { ticket: ticketOf(given().when(cast.carla, opening())), messages: [], pauses: [] };
  const left = { ...sampleDesk.former, contacts: { "slack:U0CARLA": ["acme"] } };
  const { acme } = sampleDesk.accounts;
  if (acme === undefined) throw new Error("the desk has the account");
  const without = {
    ...sampleDesk,
    former: left,
    accounts: { ...sampleDesk.accounts, acme: { ...acme, contacts: [] } },
  };
  const greeted = (desk: typeof sampleDesk) => JSON.stringify(conversationCard(state, desk, viewer));
  expect([greeted(sampleDesk), greeted(without)].map((each) => each.includes("slack:U0CARLA"))).toEqual([true, false]);
  expect(greeted(without)).toContain("Carla");
});
