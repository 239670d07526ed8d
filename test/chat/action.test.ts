import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { encodeAction, verbOf } from "../../src/chat/action.ts";
import { readButton, readForm } from "../../src/requests/route-action.ts";
import type { Card } from "../../src/chat/card.ts";
import { everyCard } from "../cards/samples/every-card.ts";

/** What a button carries, with its verb; null if it cannot be decoded. */
const decodeButton = (text: string): object | null => {
  const read = readButton(text);
  return read === null ? null : { verb: verbOf(text), ...read.carried };
};

const decodeForm = (text: string): object | null => {
  const read = readForm(text);
  return read === null ? null : { verb: verbOf(text), ...read.carried };
};

const acme = { kind: "channel", channel: "slack:C0ACME" } as const;

describe("an action is decoded to what was encoded", () => {
  test.each<[string, object]>([
    ["claim 1042", { verb: "claim", ticket: 1042 }],
    ["severity 1042 high", { verb: "severity", ticket: 1042, severity: "high" }],
    [
      "reply 1042 slack:C0ACME setsWaiting timed",
      { verb: "reply", ticket: 1042, audience: acme, flags: ["setsWaiting", "timed"] },
    ],
    ["wait 1042", { verb: "wait", ticket: 1042, audience: null, flags: [] }],
    ["resolve 1042 own", { verb: "resolve", ticket: 1042, own: true }],
    ["resolve 1042", { verb: "resolve", ticket: 1042, own: false }],
    ["snooze 1042 15", { verb: "snooze", ticket: 1042, minutes: 15 }],
    ["dismiss 1042 1768212000000", { verb: "dismiss", ticket: 1042, upTo: 1_768_212_000_000 }],
    ["undoReply 1042 3", { verb: "undoReply", ticket: 1042, replyId: 3 }],
    ["resend 1042 3", { verb: "resend", ticket: 1042, undeliveredId: 3 }],
    ["show 1042 why", { verb: "show", ticket: 1042, shown: { what: "why" } }],
    ["show 1042 0", { verb: "show", ticket: 1042, shown: { what: "page", page: 0 } }],
    ["show 1042 all", { verb: "show", ticket: 1042, shown: { what: "whole", message: null } }],
    [
      "show 1042 all slack:C0ACME 1.7",
      { verb: "show", ticket: 1042, shown: { what: "whole", message: { channel: "slack:C0ACME", id: "1.7" } } },
    ],
    ["solved 7 2", { verb: "solved", prompt: 7, article: 2 }],
    ["open-anyway 7", { verb: "open-anyway", prompt: 7, article: 0 }],
    ["list due account:acme", { verb: "list", words: ["due", "account:acme"] }],
    ["out tomorrow", { verb: "out", until: "tomorrow" }],
  ])("the button %j", (text, action) => {
    expect(decodeButton(text)).toEqual(action);
  });

  test.each<[string, object]>([
    ["submit-reply 1042 unnamed asked", { verb: "submit-reply", ticket: 1042, audience: null, flags: ["asked"] }],
    ["submit-reply 1042 slack:C0ACME", { verb: "submit-reply", ticket: 1042, audience: acme, flags: [] }],
    ["submit-ticket", { verb: "submit-ticket", source: null }],
    [
      "submit-ticket slack:C0ACME 1.7",
      { verb: "submit-ticket", source: { channel: "slack:C0ACME", message: "1.7", root: "1.7" } },
    ],
    ["submit-lower 1042 low", { verb: "submit-lower", ticket: 1042, severity: "low" }],
  ])("the form %j", (text, action) => {
    expect(decodeForm(text)).toEqual(action);
  });
});

test.each([
  "",
  "frobnicate 1042",
  "toString",
  "claim",
  "claim x",
  "claim 99999999999",
  "severity 1042 urgent",
  "reply 1042",
  "reply 1042 nowhere",
  "snooze 1042 0",
  "snooze 1042 soon",
  "dismiss 1042 now",
  "undoReply 1042",
  "show 1042",
  "show 1042 all slack:C0ACME",
  "show 1042 all slack:C0ACME 1.7 1.6 1.5",
  "solved x",
  "submit-note 1042",
])("a button value that this version does not make is refused: %j", (text) => {
  expect(decodeButton(text)).toBeNull();
});

test.each([
  "",
  "claim 1042",
  "submit-note",
  "submit-reply 1042",
  "submit-lower 1042 urgent",
  "submit-ticket nowhere",
  "submit-ticket slack:C0ACME 1.7 1.6 1.5",
])("a form value that this version does not make is refused: %j", (text) => {
  expect(decodeForm(text)).toBeNull();
});

test("an action that cannot be decoded again is reported as a bug", () => {
  expect(() => encodeAction("out", "next week")).toThrow("not an action");
  expect(() => encodeAction("out", "")).toThrow("not an action");
  expect(() => encodeAction("out", "x".repeat(100))).toThrow("not an action");
  // @ts-expect-error A verb that no button and no form has does not compile.
  expect(encodeAction("clam", 1042)).toBe("clam 1042");
});

const actionsOf = (card: Card): readonly string[] =>
  card.parts.flatMap((part) =>
    part.part === "buttons"
      ? [...part.buttons, ...(part.menu?.items ?? [])].flatMap((each) => ("action" in each ? [each.action] : []))
      : [],
  );

test("every button of every card can be decoded", () => {
  const actions = new Set(everyCard({ locale: "en", timezone: "UTC" }).flatMap(([, card]) => actionsOf(card)));
  expect(new Set([...actions].map(verbOf)).size).toBeGreaterThan(25);
  expect([...actions].filter((each) => decodeButton(each) === null)).toEqual([]);
});

test.each(["buttons", "forms", "subcommands"])("no two features declare %s of the same name", async (part) => {
  const folder = join(import.meta.dirname, "../../src/features");
  const files = readdirSync(folder)
    .map((feature) => join(folder, feature, "requests.ts"))
    .filter((file) => existsSync(file));
  const names: string[] = [];
  for (const file of files) {
    const exported = (await import(file)) as Readonly<Record<string, object | undefined>>;
    names.push(...Object.keys(exported[part] ?? {}));
  }
  expect(names.length).toBeGreaterThan(10);
  expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
});
