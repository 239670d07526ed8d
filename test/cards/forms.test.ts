import { describe, expect, test } from "vitest";
import { decodeForm, maxActionLength } from "../../src/chat/action.ts";
import type { Form } from "../../src/chat/form.ts";
import type { Account, Desk } from "../../src/desk/desk.ts";
import { identify } from "../../src/tickets/principal.ts";
import type { ChannelRef, UserRef } from "../../src/tickets/refs.ts";
import { accountForm } from "../../src/features/severity/account-form.ts";
import { assignForm } from "../../src/features/assignment/assign-form.ts";
import { lowerForm } from "../../src/features/severity/lower-form.ts";
import { callForm } from "../../src/features/callback/call-form.ts";
import { consultingForm } from "../../src/features/consulting/consulting-form.ts";
import { noteForm } from "../../src/features/notes/note-form.ts";
import type { Viewer } from "../../src/i18n/viewer.ts";
import { replyForm } from "../../src/features/reply/reply-form.ts";
import { techForm, techReturnForm } from "../../src/features/tech-handoff/tech-form.ts";
import { ticketForm } from "../../src/features/open/ticket-form.ts";
import { updateForm } from "../../src/features/promised-updates/update-form.ts";
import { desk, audience } from "./sample.ts";
import { stringsOf } from "./strings-of.ts";

const english: Viewer = { locale: "en", timezone: "Europe/Madrid" };

const asked = (user: UserRef, channel: ChannelRef, title = "", of: Desk = desk, viewer = english): Form =>
  ticketForm({ title, principal: identify(user, channel, of), desk: of, channel, viewer });

const field = (form: Form, name: string) => {
  const found = form.fields.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
};

const choices = (form: Form, name: string) => {
  const found = field(form, name);
  return found.kind === "radio" || found.kind === "select" ? found.choices : [];
};

const manyAccounts: Desk = {
  ...desk,
  accounts: Object.fromEntries(
    Array.from({ length: 150 }, (_, index): [string, Account] => [
      `a${index}`,
      {
        key: `a${index}`,
        name: `Account ${index} `.repeat(12),
        plan: "standard",
        manager: null,
        locale: "en",
        timezone: "UTC",
        channels: [],
        contacts: [],
      },
    ]),
  ),
};

const everyForm = (viewer: Viewer): readonly Form[] =>
  [desk, manyAccounts].flatMap((of) => [
    asked("slack:U0CARLA", "slack:C0ACME", "x".repeat(500), of, viewer),
    asked("slack:U0LUIS", "slack:C0OTHER", "", of, viewer),
    replyForm(2_147_483_647, { audience: { kind: "channel", channel: "slack:C0ACME" }, desk: of, viewer }),
    replyForm(1, {
      audience: { kind: "person", user: "slack:U0SAM" },
      desk: of,
      viewer,
      draft: { remark: "<!channel> *bad* ".repeat(300) },
    }),
    noteForm(1042, viewer),
    ...(["slack:U0CARLA", "slack:U0LUIS"] as const).map((user) =>
      consultingForm("x".repeat(500), {
        principal: identify(user, "slack:C0ACME", of),
        desk: of,
        channel: "slack:C0ACME",
        viewer,
      }),
    ),
    consultingForm("", {
      principal: identify("slack:U0SAM", "slack:C0OTHER", of),
      desk: { ...of, consulting: { firstResponse: { days: 1, ms: 0 } } },
      channel: "slack:C0OTHER",
      viewer,
    }),
    ...(["slack:U0CARLA", "slack:U0LUIS"] as const).flatMap((user) =>
      ["", "9".repeat(50)].map((typed) =>
        callForm(2_147_483_647, { typed, principal: identify(user, "slack:C0ACME", of), desk: of, viewer }),
      ),
    ),
    techForm(1042, viewer),
    techReturnForm(1042, viewer),
    lowerForm(2_147_483_647, "medium", viewer),
    updateForm(1042, viewer),
    assignForm(1042, of, viewer),
    ...[accountForm(1042, of, viewer)].flatMap((form) => (form === null ? [] : [form])),
  ]);

describe.each(audience)("every form in $locale", (viewer) => {
  test("keeps within what every platform takes", () => {
    for (const form of everyForm(viewer)) {
      expect(form.title.length).toBeLessThanOrEqual(24);
      expect(form.submit.length).toBeLessThanOrEqual(24);
      expect(form.action.length).toBeLessThanOrEqual(maxActionLength);
      expect([form.action, decodeForm(form.action)]).not.toContain(null);
      expect(form.fields.length).toBeLessThanOrEqual(5);
      for (const each of form.fields) {
        expect(each.label.length).toBeLessThanOrEqual(45);
        for (const { label, description = "" } of choices(form, each.name)) {
          expect([label, label.length <= 75]).toEqual([label, true]);
          expect([description, description.length <= 75]).toEqual([description, true]);
        }
        expect(choices(form, each.name).length).toBeLessThanOrEqual(100);
        if ("maxLength" in each) expect((each.initial ?? "").length).toBeLessThanOrEqual(each.maxLength);
      }
    }
  });

  test("is made of whole words, and its prefilled choice is one it offers", () => {
    for (const form of everyForm(viewer)) {
      for (const text of stringsOf(form))
        expect(text).not.toMatch(/^$|undefined|NaN|\{\{|^(form|severityMeans|target)\./);
      for (const each of form.fields)
        if (each.initial !== undefined && "choices" in each)
          expect(each.choices.map(({ value }) => value)).toContain(each.initial);
    }
  });
});

describe("the ticket form", () => {
  test("says what each severity means and the first answer it buys on the account's plan", () => {
    const premium = choices(asked("slack:U0CARLA", "slack:C0ACME"), "severity");
    expect(premium.map(({ label }) => label)).toEqual([
      "Critical: first answer within 30 minutes, day and night",
      "High: first answer within 4 hours, day and night",
      "Medium: first answer within 8 hours, day and night",
      "Low: first answer within 24 hours, day and night",
    ]);
    expect(premium[0]?.description).toContain("sign-in, playback or payments");
    const standard = choices(asked("slack:U0NEW", "slack:C0NORTH"), "severity");
    expect(standard[1]?.label).toBe("High: first answer within 4 working hours");
    expect(standard[3]?.label).toBe("Low: first answer within 1 working day");
  });

  test("has the title filled in, cut to the limit", () => {
    expect(field(asked("slack:U0CARLA", "slack:C0ACME", "Video is down"), "title").initial).toBe("Video is down");
    expect(field(asked("slack:U0CARLA", "slack:C0ACME", "x".repeat(151)), "title").initial).toBe("x".repeat(150));
    expect(field(asked("slack:U0CARLA", "slack:C0ACME"), "title").initial).toBeUndefined();
  });

  test("asks staff, and only staff, for the account; the channel's own is filled in", () => {
    expect(asked("slack:U0CARLA", "slack:C0ACME").fields.map(({ name }) => name)).toEqual([
      "title",
      "severity",
      "description",
    ]);
    expect(field(asked("slack:U0LUIS", "slack:C0NORTH"), "account").initial).toBe("north");
    expect(choices(asked("slack:U0LUIS", "slack:C0OTHER"), "account").map(({ label }) => label)).toEqual([
      "Unknown",
      "Acme TV",
      "Northwind Media",
    ]);
  });

  test("lets a name be typed where a desk has more accounts than a list can hold", () => {
    expect(field(asked("slack:U0LUIS", "slack:C0OTHER", "", manyAccounts), "account").kind).toBe("line");
  });
});

test("the reply form names exactly who will read it, and carries them", () => {
  const inChannel = replyForm(1042, { audience: { kind: "channel", channel: "slack:C0ACME" }, desk, viewer: english });
  expect(inChannel.action).toBe("submit-reply 1042 slack:C0ACME");
  expect(stringsOf(inChannel.notice)).toEqual(
    expect.arrayContaining(["Read by everybody in ", "slack:C0ACME", " (Acme TV)"]),
  );
  const direct = replyForm(1042, { audience: { kind: "person", user: "slack:U0CARLA" }, desk, viewer: english });
  expect(direct.action).toBe("submit-reply 1042 @slack:U0CARLA");
  expect(stringsOf(direct.notice).join()).toContain("nobody but the person who opened T-1042");
});

test("a ticket can be assigned to those who may claim it, and to nobody", () => {
  expect(choices(assignForm(1042, desk, english), "person").map(({ label }) => label)).toEqual([
    "Ana Ruiz",
    "Canaria Interna",
    "Eva Sanz",
    "Luis Gil",
    "Nobody",
  ]);
});

test("there is no account form where there are no accounts", () => {
  expect(accountForm(1042, { ...desk, accounts: {} }, english)).toBeNull();
});
