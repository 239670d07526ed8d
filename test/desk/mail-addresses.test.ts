import { describe, expect, test } from "vitest";
import { deskOf } from "../../src/desk/desk-of.ts";
import { desk, sentences } from "./desk-file-text.ts";

const mailIn = (mail: object) => deskOf({ mail }, 1).mail;

test("answers go to the support address with a +, unless the desk names another address", () => {
  expect(mailIn({ support: "support@example.com" })).toEqual({
    support: "support@example.com",
    head: null,
    answers: "support+*@example.com",
    trustUnverified: true,
  });
  expect(mailIn({ support: "support@example.com", trustUnverified: false }).trustUnverified).toBe(false);
  expect(mailIn({ support: "support+desk@example.com" }).answers).toBe("support+desk+*@example.com");
  expect(mailIn({ support: "support@example.com", answers: "*@in.example.com" }).answers).toBe("*@in.example.com");
});

const longest = "s".repeat(34);
test.each([
  "{ support: support@example.com }",
  "{ support: support@example.com, head: head@example.com }",
  '{ support: support@example.com, answers: "*@in.example.com" }',
  '{ support: support@example.com, answers: "help-*@example.com" }',
  `{ support: ${longest}@example.com }`,
])("%s is right", (mail) => {
  expect(sentences(desk({ mail }))).toEqual([]);
});

describe("a fault says what was expected:", () => {
  test.each([
    ["{ support: support }", "an e-mail address"],
    ["{ support: root@localhost }", "an e-mail address"],
    ['{ support: "Support <support@example.com>" }', "an e-mail address"],
    [`{ support: s${longest}@example.com }`, "at most 34 characters before the @"],
    ["{ support: support@example.com, head: Support@Example.com }", "one that is not already mail.support"],
    ["{ head: head@example.com }", "since mail.head or mail.answers is set"],
    ['{ answers: "*@in.example.com" }', "since mail.head or mail.answers is set"],
    ['{ support: support@example.com, answers: "in.example.com" }', "an address with * for the ticket"],
    ['{ support: support@example.com, answers: "in@*.example.com" }', "an address with * for the ticket"],
    ['{ support: support@example.com, answers: "help*@example.com" }', "an address with * for the ticket"],
    ['{ support: support@example.com, answers: "*-help@example.com" }', "an address with * for the ticket"],
    ['{ support: support@example.com, answers: "*+*@example.com" }', "an address with * for the ticket"],
    [`{ support: support@example.com, answers: "${longest}s+*@example.com" }`, "an address with * for the ticket"],
    [
      "{ support: support@example.com, sales: sales@example.com }",
      "expected one of the keys support, head, answers, trustUnverified",
    ],
  ])("%s", (mail, expected) => {
    expect(sentences(desk({ mail })).join("\n")).toContain(expected);
  });

  test.each(["support@example.com", "Head@example.com"])("a person whose mail Plazo would read itself: %s", (email) => {
    const people = `{ ana: { name: Ana, roles: [manager], slack: U0ANA, email: ${email} } }`;
    const mail = "{ support: support@example.com, head: head@example.com }";
    expect(sentences(desk({ mail, people })).join("\n")).toMatch(
      /people\.ana\.email is ".*": expected an address that is neither mail\.support nor mail\.head/,
    );
  });
});
