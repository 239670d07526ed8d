import fc from "fast-check";
import { expect, test } from "vitest";
import { exportDesk, mergeDesk } from "../../src/desk/desk-document.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import type { DeskDocument } from "../../src/desk/schema.ts";
import { document } from "./any-desk.ts";

const applied = (
  text: string,
  current: DeskDocument | null,
): { readonly document: DeskDocument; readonly changed: boolean } => {
  const reading = readDeskFile(text, current);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults, null, 1));
  return reading;
};

test("an exported desk reads back unchanged, in whatever order the database returns the keys", () => {
  const shuffled = (value: DeskDocument): DeskDocument => Object.fromEntries(Object.entries(value).toReversed());
  fc.assert(
    fc.property(document, (desk) => {
      expect(applied(exportDesk(shuffled(desk)), null).document).toEqual(desk);
    }),
  );
});

test("applying a file twice equals applying it once", () => {
  fc.assert(
    fc.property(document, document, (current, file) => {
      const text = exportDesk(file);
      const once = readDeskFile(text, current);
      // Two random desks may not be consistent together: they might give one user to two accounts.
      fc.pre(once.ok);
      const twice = applied(text, once.document);
      expect(twice).toMatchObject({ ok: true, document: once.document, changed: false, removed: { losses: [] } });
    }),
  );
});

test("applying a file changes only what it names", () => {
  const sections = ["calendars", "plans", "people", "accounts", "severities"] as const;
  fc.assert(
    fc.property(document, document, (current, file) => {
      const after = mergeDesk(current, file);
      for (const section of sections)
        expect(after[section]).toEqual(
          current[section] === undefined && file[section] === undefined
            ? undefined
            : { ...current[section], ...file[section] },
        );
      expect(after.desk).toBe(file.desk ?? current.desk);
      expect(after.reminders).toEqual(file.reminders ?? current.reminders);
      expect(mergeDesk(after, {})).toEqual(after);
    }),
  );
});
