import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toIntent } from "../../src/requests/to-intent.ts";
import { acknowledge } from "../../src/requests/route.ts";
import type { FirstAnswer } from "../../src/chat/answer.ts";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { desk } from "../cards/samples/sample.ts";
import { stringsOf } from "../cards/samples/strings-of.ts";
import { presses, submits, types, writes, type Who } from "./inbound-events.ts";
import { inEnglish, inSpanish } from "../support/sentences.ts";
import { sayIn } from "../../src/i18n/say.ts";

const kindOf = (inboundEvent: InboundEvent): FirstAnswer["kind"] => acknowledge(inboundEvent, desk).kind;
const words = (inboundEvent: InboundEvent): string => stringsOf(acknowledge(inboundEvent, desk)).join(" ");

const good = { title: "Video is down", severity: "high", description: "Black screen" };

describe("the synchronous answer", () => {
  test.each<[string, InboundEvent, FirstAnswer["kind"]]>([
    ["/ticket opens a form", types("carla", "/ticket"), "form"],
    ["/ticket with a title opens a form", types("sam", "/ticket Video is down"), "form"],
    ...[
      "claim 1012",
      "resolve 1014",
      "assign 1012 marta",
      "lst",
      "list unasigned",
      "search PayPal",
      "close 1014 1018",
      "Video is down",
      "12 screens are black",
      "T-1012 again",
    ].map((line): [string, InboundEvent, "private"] => [
      `staff are asked what they mean by ${line}`,
      types("luis", `/ticket ${line}`),
      "private",
    ]),
    ...["lsit", "lsit mine", "shwo 1012", "close 1014 1018", "resolve 1014", "cerar 1012", "mine"].map(
      (line): [string, InboundEvent, "private"] => [
        `a customer is asked what they mean by ${line}`,
        types("carla", `/ticket ${line}`),
        "private",
      ],
    ),
    ...[
      "my video is down",
      "lost password",
      "search PayPal",
      "close captions are missing",
      "lista blanca de canales rota",
    ].map((line): [string, InboundEvent, "form"] => [
      `a customer opens a ticket with ${line}`,
      types("carla", `/ticket ${line}`),
      "form",
    ]),
    ["a bare number shows the ticket", types("carla", "/ticket 1012"), "work"],
    ["a number with its letter shows the ticket", types("luis", "/ticket T-1012"), "work"],
    ["staff open a form with new", types("luis", "/ticket new Video is down"), "form"],
    ["staff open an empty form", types("luis", "/ticket"), "form"],
    ["a title that was taken for a command opens a form", presses("carla", "new"), "form"],
    ["a list request is accepted", types("carla", "/ticket list"), "work"],
    ["a request about one ticket is accepted", types("carla", "/ticket show 1042"), "work"],
    ["a customer may close", types("carla", "/ticket close 1042"), "work"],
    ["a customer may reopen", types("carla", "/ticket reabrir 1042"), "work"],
    ["a customer may not see the history", types("carla", "/ticket history 1042"), "private"],
    ["staff may see the history", types("teo", "/ticket history 1042"), "work"],
    ["help is private at once", types("carla", "/ticket help"), "private"],
    ["a missing number is asked for", types("carla", "/ticket show"), "private"],
    ["the queue is for staff", types("luis", "/desk"), "work"],
    ["the queue is refused to customers", types("carla", "/desk"), "private"],
    ["help about the queue is refused to customers", types("carla", "/desk help"), "private"],
    ["an unknown command gets help", types("carla", "/frobnicate"), "private"],
    ["a claim is accepted", presses("luis", "claim 1042"), "work"],
    ["a severity is accepted", presses("luis", "severity 1042 high"), "work"],
    ["a reply needs a form", presses("luis", "reply 1042 slack:C0ACME"), "form"],
    ["a note needs a form", presses("teo", "note 1042"), "form"],
    ["an assignment needs a form", presses("luis", "assign 1042"), "form"],
    ["an account needs a form", presses("luis", "account 1042"), "form"],
    ["“I'm on it” is accepted", presses("ana", "acknowledge 1042"), "work"],
    ["a customer pressing a claim is refused", presses("carla", "claim 1042"), "private"],
    ["a customer pressing a reply is refused", presses("carla", "reply 1042 slack:C0ACME"), "private"],
    ["an outsider pressing a severity is refused", presses("sam", "severity 1042 low"), "private"],
    ["a technician pressing a claim is refused", presses("teo", "claim 1042"), "private"],
    ["an unknown severity is an old button", presses("luis", "severity 1042 apocalyptic"), "private"],
    ["an unknown verb is an old button", presses("luis", "explode 1042"), "private"],
    ["an invalid number is an old button", presses("luis", "claim x"), "private"],
    ["a reply without a target is an old button", presses("luis", "reply 1042"), "private"],
    ["an empty action is an old button", presses("luis", ""), "private"],
    ["a correct form is accepted", submits("sam", "submit-ticket", good), "work"],
    ["an empty title is a field error", submits("sam", "submit-ticket", { ...good, title: " \u200B " }), "fieldErrors"],
    [
      "a long description is accepted",
      submits("sam", "submit-ticket", { ...good, description: "x".repeat(40_000) }),
      "work",
    ],
    [
      "a longer one is a field error",
      submits("sam", "submit-ticket", { ...good, description: "x".repeat(40_001) }),
      "fieldErrors",
    ],
    ["a reply is accepted", submits("luis", "submit-reply 1042 slack:C0ACME", { text: "Hello" }), "work"],
    [
      "an empty reply is a field error",
      submits("luis", "submit-reply 1042 slack:C0ACME", { text: "\0 " }),
      "fieldErrors",
    ],
    [
      "a customer's forged reply is refused",
      submits("carla", "submit-reply 1042 slack:C0ACME", { text: "x" }),
      "private",
    ],
    ["a customer's forged note is refused", submits("carla", "submit-note 1042", { text: "x" }), "private"],
    ["a forged assignment is refused", submits("carla", "submit-assign 1042", { person: "ana" }), "private"],
    ["a forged account is refused", submits("carla", "submit-account 1042", { account: "acme" }), "private"],
    [
      "assigning a technician is a field error",
      submits("luis", "submit-assign 1042", { person: "teo" }),
      "fieldErrors",
    ],
    ["an unknown account is a field error", submits("luis", "submit-account 1042", { account: "acne" }), "fieldErrors"],
    ["an unknown form is refused", submits("luis", "submit-nonsense 1042", {}), "private"],
    ["a message in the channel is ignored", writes("carla", "hello"), "ignore"],
    ["a message in a thread is accepted", writes("carla", "hello", "17.1"), "work"],
    ["an empty message in a thread is ignored", writes("carla", " \u200B\n", "17.1"), "ignore"],
  ])("%s", (_, inboundEvent, kind) => {
    expect(kindOf(inboundEvent)).toBe(kind);
  });

  test("names all wrong fields at once, in the customer's language", () => {
    expect(acknowledge(submits("carla", "submit-ticket", {}), desk)).toEqual({
      kind: "fieldErrors",
      errors: {
        title: sayIn("es")("error.titleMissing"),
        severity: sayIn("es")("error.severityMissing"),
        description: sayIn("es")("error.descriptionMissing"),
      },
    });
    expect(words(submits("ana", "submit-ticket", { ...good, title: "x".repeat(151), account: "-" }))).toMatch(
      inEnglish("error.titleTooLong", { max: "150" }),
    );
  });

  test("quotes the unknown word, or the invalid number", () => {
    expect(words(types("ana", "/desk frobnicate"))).toMatch(inEnglish("help.unknown", { word: "frobnicate" }));
    expect(words(types("ana", "/ticket show 10x42"))).toMatch(inEnglish("problem.badNumber", { text: "10x42" }));
  });

  test("uses a stranger's own language, and the desk's language for known people", () => {
    const speaks = (who: Who, locale: string) => {
      const typed = types(who, "/ticket help");
      return words({ ...typed, by: { ...typed.by, locale } });
    };
    expect(speaks("sam", "en-GB")).toMatch(inEnglish("help.openMeans"));
    expect(speaks("sam", "fr-FR")).toMatch(inSpanish("help.openMeans"));
    expect(speaks("carla", "en-GB")).toMatch(inSpanish("help.openMeans"));
    expect(speaks("luis", "en-GB")).toMatch(inSpanish("help.openMeans"));
  });
});

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "list",
    "show",
    "close 1042",
    "T-1042",
    "__proto__",
    "constructor",
    "new",
    "{{name}}",
    "1042 slack:C0ACME",
  ),
);
const verb = fc.constantFrom(
  "severity",
  "claim",
  "reply",
  "wait",
  "note",
  "assign",
  "account",
  "submit-ticket",
  "submit-reply",
  "submit-account",
  "toString",
);
const anyone = fc.constantFrom<Who>("carla", "sam", "luis", "teo", "ana");
const field = fc.constantFrom("title", "severity", "description", "account", "text", "person", "__proto__");

const anyHappening: fc.Arbitrary<InboundEvent> = fc.oneof(
  fc
    .tuple(anyone, fc.constantFrom("/ticket", "/desk", "/x"), anyText)
    .map(([who, name, text]) => types(who, `${name} ${text}`)),
  fc.tuple(anyone, verb, anyText).map(([who, name, text]) => presses(who, `${name} ${text}`)),
  fc
    .tuple(anyone, verb, anyText, fc.dictionary(field, anyText))
    .map(([who, name, text, values]) => submits(who, `${name} ${text}`, values)),
  fc
    .tuple(anyone, anyText, fc.option(fc.constant("17.1"), { nil: undefined }))
    .map(([who, text, thread]) => writes(who, text, thread)),
);

test("every inbound event gets an answer that agrees with the work that follows", () => {
  fc.assert(
    fc.property(anyHappening, (inboundEvent) => {
      const first = acknowledge(inboundEvent, desk);
      const intent = toIntent(inboundEvent, desk);
      expect(intent.kind === "say" || intent.kind === "nothing").toBe(first.kind !== "work");
      for (const text of stringsOf(first)) expect(text.isWellFormed()).toBe(true);
      if (first.kind === "fieldErrors") expect(Object.keys(first.errors).length).toBeGreaterThan(0);
    }),
    { numRuns: 1_000 },
  );
});
