import { describe, expect, test } from "vitest";
import { deskDifference } from "../../../src/desk/changes/difference.ts";
import { sampleDocument } from "../../support/settings/sample-document.ts";

const { people } = sampleDocument;
const withAna = (change: object) => ({ ...sampleDocument, people: { ...people, ana: { ...people.ana, ...change } } });

describe("the difference of two desks", () => {
  test("of one desk with itself is empty, also in another order of keys", () => {
    const reversed = Object.fromEntries(Object.entries(sampleDocument).toReversed());
    expect(deskDifference(sampleDocument, reversed)).toEqual([]);
  });

  test("names each field of an entry that changed, with its old and its new value", () => {
    expect(deskDifference(sampleDocument, withAna({ name: "Ana R.", phone: "+34 600" }))).toEqual([
      {
        section: "people",
        key: "ana",
        name: "Ana R.",
        kind: "changed",
        fields: [
          { path: "name", before: "Ana Ruiz", after: "Ana R." },
          { path: "phone", before: null, after: "+34 600" },
        ],
      },
    ]);
  });

  test("of a list names only the items that went and came, or the lists if their order changed", () => {
    const fieldsOf = (roles: readonly string[]) =>
      deskDifference(withAna({ roles: ["a", "b"] }), withAna({ roles }))[0]?.fields;
    expect(fieldsOf(["b", "c"])).toEqual([
      { path: "roles", before: "a", after: null },
      { path: "roles", before: null, after: "c" },
    ]);
    expect(fieldsOf(["b", "a"])).toEqual([{ path: "roles", before: "[ a, b ]", after: "[ b, a ]" }]);
  });

  test("shows added and removed entries with everything in them, and settings without entries", () => {
    const { acme, ...accounts } = sampleDocument.accounts;
    const changes = deskDifference(
      { ...sampleDocument, reminders: [{ at: "50%", tell: ["manager"] }] },
      { ...sampleDocument, accounts: { ...accounts, beta: { name: "Beta", plan: "standard" } } },
    );
    expect(changes.map(({ section, key, kind }) => [section, key, kind])).toEqual([
      ["accounts", "acme", "removed"],
      ["accounts", "beta", "added"],
      ["reminders", null, "removed"],
    ]);
    expect(changes[0]?.fields).toContainEqual({ path: "name", before: acme.name, after: null });
    expect(changes[2]?.fields).toEqual([{ path: "", before: "{ at: 50%, tell: [ manager ] }", after: null }]);
  });

  test.each([null, undefined, 1, "text", [], { people: [] }, { people: { ana: null } }, { people: { __proto__: 1 } }])(
    "of anything that is no desk is a difference, and no error: %j",
    (document) => {
      expect(deskDifference(sampleDocument, document).length).toBeGreaterThan(0);
      expect(deskDifference(document, sampleDocument).length).toBeGreaterThan(0);
    },
  );
});
