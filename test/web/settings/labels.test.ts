import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { locales } from "../../../src/desk/desk.ts";
import { entryPath } from "../../../src/desk/editing/entries.ts";
import { sections } from "../../../src/desk/editing/section.ts";
import { sayIn } from "../../../src/i18n/say.ts";
import { severities } from "../../../src/sla/severity.ts";
import {
  addLabel,
  choiceLabel,
  fieldHelp,
  fieldLabel,
  groupLabel,
  sectionAbout,
  sectionTitle,
} from "../../../src/web/desk/settings/forms/labels.ts";

const fields = sections.flatMap((section) => section.fields.map((field) => ({ section, field })));
const timezone = "Europe/Madrid";

describe.each(locales)("in %s", (locale) => {
  const say = sayIn(locale);

  test("every key of the desk file has a label and a help text", () => {
    const without = fields.filter(({ field }) => fieldLabel(field, say) === "" || fieldHelp(field, say) === "");
    expect(without.map(({ field }) => field.label)).toEqual([]);
  });

  test("fields that stand together have a title", () => {
    const inGroups = fields.filter(({ field }) => field.path.length > 1);
    expect(inGroups.filter(({ field }) => groupLabel(field, say) === "").map(({ field }) => field.label)).toEqual([]);
  });

  test("every fixed value has words, and none is shown as the file writes it", () => {
    const raw = fields.flatMap(({ field }) =>
      field.kind.is === "choice" || field.kind.is === "choices"
        ? field.kind.values.filter((value) => choiceLabel(field, value, { locale, timezone }) === value)
        : [],
    );
    expect(raw).toEqual([]);
  });

  test("every section has a title and says what it is; one with entries can be added to", () => {
    for (const section of sections) {
      expect([section.name, sectionTitle(section, say)]).not.toEqual([section.name, section.name]);
      expect([section.name, sectionAbout(section, say)]).not.toEqual([section.name, ""]);
      const takesEntries = section.kind === "keyed" || section.kind === "list";
      expect([section.name, addLabel(section, say) !== ""]).toEqual([section.name, takesEntries]);
    }
  });
});

test("the forms ask for every key of docs/desk-file.md, and for no other", () => {
  const page = readFileSync(join(import.meta.dirname, "../../../docs/desk-file.md"), "utf8");
  const documented = [...page.matchAll(/^\| `([^`]+)` \|(?:[^|\n]*\|){4}$/gm)].map(([, key = ""]) => key);
  const isSeverity = (step: string): boolean => severities.some((each) => each === step);
  const asked = fields.map(({ section, field }) => {
    const at = section.kind === "list" ? [...section.path.slice(0, -1), `${section.path.at(-1)}[]`] : null;
    const above = at ?? entryPath(section, section.kind === "fixed" ? "SEVERITY" : "NAME");
    return [...above, ...field.path.map((step) => (isSeverity(step) ? "SEVERITY" : step))].join(".");
  });
  // The manual's address is one question, whether it stands alone or beside articles.
  const all = new Set([...asked, "manual.url"]);
  // A platform that only the tests have.
  all.delete("people.NAME.testchat");
  expect([...all].toSorted()).toEqual(documented.toSorted());
});
