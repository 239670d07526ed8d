import { describe, expect, test } from "vitest";
import { commandFromThreadMessage } from "../../src/requests/command-from-thread-message.ts";
import type { Intent } from "../../src/requests/intent.ts";
import { openTickets } from "../../src/tickets/list-filter.ts";
import { toIntent } from "../../src/requests/to-intent.ts";
import { outcomeCard } from "../../src/requests/outcome-card.ts";
import type { Viewer } from "../../src/i18n/viewer.ts";
import { desk, now, ticket } from "../cards/samples/sample.ts";
import { presses, submits, types, writes } from "./inbound-events.ts";
import { inEnglish } from "../support/sentences.ts";
import { sayIn } from "../../src/i18n/say.ts";

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

describe("the intent of an inbound event", () => {
  test("is, for a submitted form, to open a ticket with its whole cleaned text", () => {
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
  ])("is, for staff, to open a ticket for the account they chose: %s", (typed, account) => {
    const intent = toIntent(
      submits("luis", "submit-ticket", { title: "a", severity: "low", description: "b", account: typed }),
      desk,
    );
    expect(intent).toMatchObject({ kind: "open", command: { by: luis } });
    expect(intent?.kind === "open" ? intent.command.account : null).toBe(account);
  });

  test.each<[string, object]>([
    ["claim 1042", { type: "claim" }],
    ["severity 1042 low", { type: "setSeverity", severity: "low" }],
    ["resolve 1042", { type: "resolve" }],
    ["reopen 1042", { type: "reopen" }],
    ["acknowledge 1042", { type: "acknowledge" }],
  ])("is a change for the button %j", (action, deed) => {
    expect(toIntent(presses("luis", action), desk)).toEqual({
      kind: "change",
      number: 1042,
      command: { ...deed, by: luis, at: now },
    });
  });

  const plainReply = { dueNamed: null, update: null, setsWaiting: false, filled: false };

  test.each<[string, Readonly<Record<string, string>>, object]>([
    [
      "submit-reply 1042 slack:C0ACME",
      { text: " Hi " },
      {
        type: "reply",
        text: "Hi",
        alreadyPosted: false,
        audience: { kind: "channel", channel: "slack:C0ACME" },
        ...plainReply,
      },
    ],
    [
      "submit-reply 1042 @slack:U0SAM",
      { text: "Hi" },
      {
        type: "reply",
        text: "Hi",
        alreadyPosted: false,
        audience: { kind: "person", user: "slack:U0SAM" },
        ...plainReply,
      },
    ],
    ["submit-note 1042", { text: "CDN" }, { type: "note", text: "CDN", alreadyPosted: false }],
    ["submit-assign 1042", { person: "ana" }, { type: "assign", person: "ana" }],
    ["submit-assign 1042", { person: "-" }, { type: "assign", person: null }],
    ["submit-account 1042", { account: "northwind media" }, { type: "setAccount", account: "north" }],
  ])("is a change for the form %j", (action, values, deed) => {
    expect(toIntent(submits("luis", action, values), desk)).toEqual({
      kind: "change",
      number: 1042,
      command: { ...deed, by: luis, at: now },
    });
  });

  test("is a change or a question for a subcommand", () => {
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

  test("names staff as the desk file does, whatever they call themselves", () => {
    expect(toIntent(presses("luis", "claim 1042"), desk)).toMatchObject({ command: { by: { name: "Luis Gil" } } });
  });

  test("is refused if the person left the staff between press and work", () => {
    const { luis: _gone, ...people } = desk.people;
    expect(toIntent(presses("luis", "claim 1042"), { ...desk, people }).kind).toBe("say");
    expect(toIntent(types("luis", "/desk"), { ...desk, people }).kind).toBe("say");
  });

  test("contains a message below another, with the message above it", () => {
    expect(toIntent(writes("carla", " any news?\0 ", "17.1"), desk)).toEqual({
      kind: "threadMessage",
      root: { channel: "slack:C0ACME", id: "17.1" },
      text: "any news?",
    });
  });
});

describe("in a customer's channel, a person who left", () => {
  const former = { ...desk.former, contacts: { "slack:U0CARLA": ["acme"] } };
  const { acme } = desk.accounts;
  if (acme === undefined) throw new Error("the desk has the account");
  const left = { ...desk, former, accounts: { ...desk.accounts, acme: { ...acme, contacts: [] } } };
  const whole = writes("carla", "No sound");
  const message = { channel: "slack:C0ACME", id: "17.2" } as const;
  const values = { title: "No sound", severity: "low", description: "None." };

  test("opens no ticket with a mention or an emoji, and is told where they can", () => {
    const mention = { ...whole, mentionsBot: true } as const;
    const emoji = { ...whole, kind: "react", message, emoji: "🎫" } as const;
    expect([toIntent(mention, desk).kind, toIntent(emoji, desk).kind]).toEqual(["threadMessage", "openFrom"]);
    const answered = toIntent(mention, left);
    expect(answered.kind === "say" && answered.card.summary).toBe(sayIn(left.locale)("problem.notOfThisCustomer"));
    expect(toIntent(emoji, left)).toEqual({ kind: "nothing" });
  });

  test("opens a ticket of their own with a form, which takes no message and no post of the channel", () => {
    const picked = submits("carla", "submit-ticket slack:C0ACME 17.2 17.2", values);
    const inPost = { ...submits("carla", "submit-ticket", values), post: "17.0" };
    for (const each of [picked, inPost]) {
      expect(acting(toIntent(each, desk)).command).toHaveProperty("source");
      expect(acting(toIntent(each, left)).command).not.toHaveProperty("source");
    }
  });
});

describe("a message in a ticket's threads", () => {
  test("of a customer in the public thread counts, with the platform's time", () => {
    expect(commandFromThreadMessage("conversation", 7, writes("carla", "any news?", "17.1"), desk)).toEqual({
      kind: "change",
      number: 7,
      command: {
        type: "receiveMessage",
        by: carla,
        at: now,
        text: "any news?",
        format: [],
        wroteAt: now,
        message: { channel: "slack:C0ACME", id: "17.2" },
      },
    });
  });

  test("of staff in the public thread is a reply, and is not copied there again", () => {
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
        files: [],
      },
    });
  });

  test("of staff in the internal thread is a note, and cannot reach the customer", () => {
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

  test("without text is ignored on either side", () => {
    for (const side of ["conversation", "internal"] as const)
      expect(commandFromThreadMessage(side, 7, writes("luis", "\u200B \n", "17.1"), desk)).toEqual({ kind: "nothing" });
  });
});

describe("the person who acted", () => {
  const answerTo = (intent: Intent) =>
    outcomeCard(acting(intent), { ok: true, ticket }, desk, english)?.summary ?? null;

  test("gets a receipt for a new ticket", () => {
    expect(
      answerTo(toIntent(submits("carla", "submit-ticket", { title: "a", severity: "low", description: "b" }), desk)),
    ).toBe(sayIn("en")("receipt.summary", { ticket: "T-1042" }));
  });

  test("gets no answer if the card they pressed shows the result, and a sentence if it does not", () => {
    expect(answerTo(toIntent(presses("luis", "claim 1042"), desk))).toBeNull();
    expect(answerTo(toIntent(presses("ana", "claim 1042"), desk))).toBe(
      sayIn("en")("done.claimed", { ticket: "T-1042" }),
    );
    expect(answerTo(toIntent(presses("ana", "acknowledge 1042"), desk))).toMatch(
      inEnglish("done.acknowledged", { ticket: "T-1042" }),
    );
    expect(answerTo(toIntent(types("luis", "/ticket close 1042"), desk))).toBe(
      sayIn("en")("done.resolved", { ticket: "T-1042" }),
    );
    expect(answerTo(toIntent(submits("luis", "submit-reply 1042 slack:C0ACME", { text: "Hi" }), desk))).toMatch(
      inEnglish("done.replied"),
    );
  });

  test("gets no answer to their own message", () => {
    expect(answerTo(commandFromThreadMessage("conversation", 1042, writes("luis", "yes", "17.1"), desk))).toBeNull();
    expect(answerTo(commandFromThreadMessage("conversation", 1042, writes("carla", "yes", "17.1"), desk))).toBeNull();
  });

  test("always gets a refusal", () => {
    const lost = outcomeCard(
      acting(toIntent(presses("luis", "claim 1042"), desk)),
      { ok: false, refusal: { reason: "alreadyClaimed", by: "Ana Ruiz" } },
      desk,
      english,
    );
    expect(lost?.summary).toBe(sayIn("en")("refusal.alreadyClaimed", { name: "Ana Ruiz", ticket: "T-1042" }));
  });
});
