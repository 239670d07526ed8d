import { describe, expect, test } from "vitest";
import { maxActionLength } from "../../src/chat/action.ts";
import { readForm } from "../../src/requests/route-action.ts";
import type { Form } from "../../src/chat/form.ts";
import type { Severity } from "../../src/sla/severity.ts";
import { accountForm } from "../../src/features/severity/account-form.ts";
import { assignForm } from "../../src/features/assignment/assign-form.ts";
import { replyForm } from "../../src/features/reply/reply-form.ts";
import { desk, audience } from "./samples/sample.ts";
import { asked, english, everyForm, manyAccounts } from "./samples/every-form.ts";
import { lineText, stringsOf } from "./samples/strings-of.ts";
import { inEnglish } from "../support/sentences.ts";
import { sayIn } from "../../src/i18n/say.ts";

const field = (form: Form, name: string) => {
  const found = form.fields.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
};

const choices = (form: Form, name: string) => {
  const found = field(form, name);
  return found.kind === "radio" || found.kind === "select" ? found.choices : [];
};

describe.each(audience)("every form in $locale", (viewer) => {
  test("keeps the limits of every platform", () => {
    for (const form of everyForm(viewer)) {
      expect(form.title.length).toBeLessThanOrEqual(24);
      expect(form.submit.length).toBeLessThanOrEqual(24);
      expect(form.action.length).toBeLessThanOrEqual(maxActionLength);
      expect([form.action, readForm(form.action)]).not.toContain(null);
      expect(form.fields.length).toBeLessThanOrEqual(5);
      for (const each of form.fields) {
        expect(each.label.length).toBeLessThanOrEqual(45);
        for (const { label, description = "" } of choices(form, each.name)) {
          expect([label, label.length <= 75]).toEqual([label, true]);
          expect([description, description.length <= 75]).toEqual([description, true]);
        }
        expect(choices(form, each.name).length).toBeLessThanOrEqual(100);
        if ("maxLength" in each) expect(each.initial.length).toBeLessThanOrEqual(each.maxLength);
      }
    }
  });

  test("has only whole words, and its prefilled choice is one of its options", () => {
    for (const form of everyForm(viewer)) {
      const filled = form.fields.map((each) => (each.initial === "" ? { ...each, initial: "-" } : each));
      for (const text of stringsOf({ ...form, fields: filled }))
        expect(text).not.toMatch(/^$|undefined|NaN|\{\{|^(form|severityMeans|target)\./);
      for (const each of form.fields)
        if (each.initial !== "" && "choices" in each)
          expect(each.choices.map(({ value }) => value)).toContain(each.initial);
    }
  });
});

describe("the ticket form", () => {
  const choice = (severity: Severity, target: string): string =>
    sayIn("en")("form.severityChoice", { severity: sayIn("en")(`severityLabel.${severity}`), target });
  const buys = (severity: Severity, time: string): string =>
    choice(severity, sayIn("en")("target.dayAndNight", { time }));
  test("shows what each severity means and its first response target on the account's plan", () => {
    const premium = choices(asked("slack:U0CARLA", "slack:C0ACME"), "severity");
    expect(premium.map(({ label }) => label)).toEqual([
      buys("critical", "30 minutes"),
      buys("high", "4 hours"),
      buys("medium", "8 hours"),
      buys("low", "24 hours"),
    ]);
    expect(premium[0]?.description).toMatch(inEnglish("severityMeans.critical"));
    const standard = choices(asked("slack:U0NEW", "slack:C0NORTH"), "severity");
    expect(standard[1]?.label).toBe(choice("high", sayIn("en")("target.workingHours", { count: 4 })));
    expect(standard[3]?.label).toBe(choice("low", sayIn("en")("target.workingDays", { count: 1 })));
  });

  test("has the title filled in, cut to the limit", () => {
    expect(field(asked("slack:U0CARLA", "slack:C0ACME", "Video is down"), "title").initial).toBe("Video is down");
    expect(field(asked("slack:U0CARLA", "slack:C0ACME", "x".repeat(151)), "title").initial).toBe("x".repeat(150));
    expect(field(asked("slack:U0CARLA", "slack:C0ACME"), "title").initial).toBe("");
  });

  test("asks staff alone for the account, and fills in the channel's account", () => {
    expect(asked("slack:U0CARLA", "slack:C0ACME").fields.map(({ name }) => name)).toEqual([
      "title",
      "severity",
      "description",
    ]);
    expect(field(asked("slack:U0LUIS", "slack:C0NORTH"), "account").initial).toBe("north");
    expect(choices(asked("slack:U0LUIS", "slack:C0OTHER"), "account").map(({ label }) => label)).toEqual([
      sayIn("en")("form.accountUnknown"),
      "Acme TV",
      "Northwind Media",
    ]);
  });

  test("takes a typed name if a desk has more accounts than a list can hold", () => {
    expect(field(asked("slack:U0LUIS", "slack:C0OTHER", "", manyAccounts), "account").kind).toBe("line");
  });
});

test("the reply form names exactly the people who will read it, and carries them", () => {
  const inChannel = replyForm(1042, { audience: { kind: "channel", channel: "slack:C0ACME" }, desk, viewer: english });
  expect(inChannel.action).toBe("submit-reply 1042 slack:C0ACME");
  expect((inChannel.notice ?? []).map(lineText).join("\n")).toMatch(
    inEnglish("form.replyChannelOf", { channel: "#slack:C0ACME", account: "Acme TV" }),
  );
  const direct = replyForm(1042, { audience: { kind: "person", user: "slack:U0CARLA" }, desk, viewer: english });
  expect(direct.action).toBe("submit-reply 1042 @slack:U0CARLA");
  expect((direct.notice ?? []).map(lineText).join("\n")).toMatch(
    inEnglish("form.replyPersonOf", { ticket: "T-1042", account: "Acme TV" }),
  );
});

test("the assign form offers the people who may claim the ticket, and no others", () => {
  expect(choices(assignForm(1042, desk, english), "person").map(({ label }) => label)).toEqual([
    "Ana Ruiz",
    "Canaria Interna",
    "Eva Sanz",
    "Luis Gil",
    sayIn("en")("form.noAssignee"),
  ]);
});

test("there is no account form at a desk without accounts", () => {
  expect(accountForm(1042, { ...desk, accounts: {} }, english)).toBeNull();
});
