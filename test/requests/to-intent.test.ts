import { describe, expect, test } from "vitest";
import { commandFromThreadMessage } from "../../src/requests/command-from-thread-message.ts";
import type { Intent } from "../../src/requests/intent.ts";
import { openTickets } from "../../src/tickets/list-filter.ts";
import { toIntent } from "../../src/requests/to-intent.ts";
import { outcomeCard } from "../../src/requests/outcome-card.ts";
import type { Viewer } from "../../src/i18n/viewer.ts";
import { desk, now, ticket } from "../cards/sample.ts";
import { presses, submits, types, writes } from "./inbound-events.ts";

const english: Viewer = { locale: "en", timezone: "UTC" };
const luis = { kind: "person", user: "slack:U0LUIS", name: "Luis Gil", channel: "slack:C0TRIAGE" } as const;
const carla = {
  kind: "person",
  user: "slack:U0CARLA",
  name: "carla as on the platform",
  channel: "slack:C0ACME",
} as const;

type Acting = Extract<Intent, { kind: "open" | "change" }>;
const acting = (intent: Intent): Acting => {
  if (intent.kind !== "open" && intent.kind !== "change") throw new Error(`not an act: ${intent.kind}`);
  return intent;
};

describe("what an inbound event means", () => {
  test("a submitted form is a ticket to open, its words cleaned and kept whole", () => {
    const values = {
      title: " Video\nis  down\0 ",
      severity: "high",
      description: ` ${"long ".repeat(7_999)}end\uD800 `,
      account: "north",
    };
    expect(toIntent(submits("carla", "submit-ticket", values), desk)).toEqual({
      kind: "open",
      command: {
        type: "open",
        by: carla,
        at: now,
        title: "Video is down",
        severity: "high",
        description: `${"long ".repeat(7_999)}end\uFFFD`,
        account: undefined,
        askedIn: "slack:C0ACME",
      },
    });
  });

  test.each([
    ["acme", "acme"],
    ["ACME tv", "acme"],
    ["-", undefined],
    ["desconocida", undefined],
  ])("staff open a ticket for the account they chose: %s", (typed, account) => {
    const intent = toIntent(
      submits("luis", "submit-ticket", { title: "a", severity: "low", description: "b", account: typed }),
      desk,
    );
    expect(intent).toMatchObject({ kind: "open", command: { account, by: luis } });
  });

  test.each<[string, object]>([
    ["claim 1042", { type: "claim" }],
    ["severity 1042 low", { type: "setSeverity", severity: "low" }],
    ["resolve 1042", { type: "resolve" }],
    ["reopen 1042", { type: "reopen" }],
    ["acknowledge 1042", { type: "acknowledge" }],
  ])("the button %j is a change", (action, deed) => {
    expect(toIntent(presses("luis", action), desk)).toEqual({
      kind: "change",
      number: 1042,
      command: { ...deed, by: luis, at: now },
    });
  });

  test.each<[string, Readonly<Record<string, string>>, object]>([
    [
      "submit-reply 1042 slack:C0ACME",
      { text: " Hi " },
      { type: "reply", text: "Hi", alreadyPosted: false, audience: { kind: "channel", channel: "slack:C0ACME" } },
    ],
    [
      "submit-reply 1042 @slack:U0SAM",
      { text: "Hi" },
      { type: "reply", text: "Hi", alreadyPosted: false, audience: { kind: "person", user: "slack:U0SAM" } },
    ],
    ["submit-note 1042", { text: "CDN" }, { type: "note", text: "CDN", alreadyPosted: false }],
    ["submit-assign 1042", { person: "ana" }, { type: "assign", person: "ana" }],
    ["submit-assign 1042", { person: "-" }, { type: "assign", person: null }],
    ["submit-account 1042", { account: "northwind media" }, { type: "setAccount", account: "north" }],
  ])("the form %j is a change", (action, values, deed) => {
    expect(toIntent(submits("luis", action, values), desk)).toEqual({
      kind: "change",
      number: 1042,
      command: { ...deed, by: luis, at: now },
    });
  });

  test("a subcommand is a change or a question", () => {
    expect(toIntent(types("carla", "/ticket close T-7"), desk)).toEqual({
      kind: "change",
      number: 7,
      command: { type: "resolve", by: carla, at: now },
    });
    expect(toIntent(types("carla", "/ticket list mine"), desk)).toEqual({
      kind: "ask",
      question: { kind: "list", filter: { ...openTickets, which: "mine" } },
    });
    expect(toIntent(types("luis", "/desk"), desk)).toEqual({
      kind: "ask",
      question: { kind: "queue", filter: openTickets },
    });
  });

  test("staff go by the desk's name for them, whatever they call themselves", () => {
    expect(toIntent(presses("luis", "claim 1042"), desk)).toMatchObject({ command: { by: { name: "Luis Gil" } } });
  });

  test("somebody who left the staff between press and work is refused", () => {
    const { luis: _gone, ...people } = desk.people;
    expect(toIntent(presses("luis", "claim 1042"), { ...desk, people }).kind).toBe("say");
    expect(toIntent(types("luis", "/desk"), { ...desk, people }).kind).toBe("say");
  });

  test("words below a message are heard, with the message they hang below", () => {
    expect(toIntent(writes("carla", " any news?\0 ", "17.1"), desk)).toEqual({
      kind: "threadMessage",
      root: { channel: "slack:C0ACME", id: "17.1" },
      text: "any news?",
    });
  });
});

describe("what was said in a ticket's threads", () => {
  test("in the conversation a customer is heard, at the platform's time", () => {
    expect(commandFromThreadMessage("conversation", 7, writes("carla", "any news?", "17.1"), desk)).toEqual({
      kind: "change",
      number: 7,
      command: {
        type: "hear",
        by: carla,
        at: now,
        text: "any news?",
        wroteAt: now,
        message: { channel: "slack:C0ACME", id: "17.2" },
      },
    });
  });

  test("in the conversation staff reply, without being relayed again", () => {
    expect(commandFromThreadMessage("conversation", 7, writes("luis", "yes", "17.1"), desk)).toEqual({
      kind: "change",
      number: 7,
      command: {
        type: "reply",
        by: luis,
        at: now,
        text: "yes",
        alreadyPosted: true,
        message: { channel: "slack:C0TRIAGE", id: "17.2" },
      },
    });
  });

  test("in the internal thread staff take notes, and nobody can reach the customer", () => {
    expect(commandFromThreadMessage("internal", 7, writes("luis", "CDN", "17.1"), desk)).toEqual({
      kind: "change",
      number: 7,
      command: {
        type: "note",
        by: luis,
        at: now,
        text: "CDN",
        alreadyPosted: true,
        message: { channel: "slack:C0TRIAGE", id: "17.2" },
      },
    });
    expect(commandFromThreadMessage("internal", 7, writes("carla", "hello?", "17.1"), desk)).toEqual({
      kind: "nothing",
    });
  });

  test("blanks are nothing on either side", () => {
    for (const side of ["conversation", "internal"] as const)
      expect(commandFromThreadMessage(side, 7, writes("luis", "\u200B \n", "17.1"), desk)).toEqual({ kind: "nothing" });
  });
});

describe("what the person who acted is told", () => {
  const told = (intent: Intent) => outcomeCard(acting(intent), { ok: true, ticket }, desk, english)?.summary ?? null;

  test("a receipt for a new ticket", () => {
    expect(
      told(toIntent(submits("carla", "submit-ticket", { title: "a", severity: "low", description: "b" }), desk)),
    ).toBe("T-1042 is open");
  });

  test("nothing where the card they pressed on shows it, a word where it does not", () => {
    expect(told(toIntent(presses("luis", "claim 1042"), desk))).toBeNull();
    expect(told(toIntent(presses("ana", "claim 1042"), desk))).toBe("T-1042 is now assigned to you.");
    expect(told(toIntent(presses("ana", "acknowledge 1042"), desk))).toContain("no more reminders for T-1042");
    expect(told(toIntent(types("luis", "/ticket close 1042"), desk))).toBe("T-1042 is resolved.");
    expect(told(toIntent(submits("luis", "submit-reply 1042 slack:C0ACME", { text: "Hi" }), desk))).toContain(
      "on its way",
    );
  });

  test("nothing for what they wrote themselves", () => {
    expect(told(commandFromThreadMessage("conversation", 1042, writes("luis", "yes", "17.1"), desk))).toBeNull();
    expect(told(commandFromThreadMessage("conversation", 1042, writes("carla", "yes", "17.1"), desk))).toBeNull();
  });

  test("a refusal always", () => {
    const lost = outcomeCard(
      acting(toIntent(presses("luis", "claim 1042"), desk)),
      { ok: false, refusal: { reason: "alreadyClaimed", by: "Ana Ruiz" } },
      desk,
      english,
    );
    expect(lost?.summary).toBe("Ana Ruiz has already claimed T-1042.");
  });
});
