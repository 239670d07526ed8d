import { isScalar, LineCounter, parseDocument, type Document } from "yaml";
import { crossChecks } from "./checks/cross-checks.ts";
import { deskOf } from "./desk-of.ts";
import { expectation, readExpectation, type Expectation } from "./expectation.ts";
import { shownValue, type DeskFault, type ShownValue } from "./findings.ts";
import { isSameDocument } from "./entry-order.ts";
import type { Former } from "./former.ts";
import { formerAfter, readFormer } from "./removal/former.ts";
import { sortsContacts, type SortsContacts } from "../tickets/contact.ts";
import { removedBy, type Removed } from "./removal/removed.ts";
import type { NamedPath } from "./keyed-section.ts";
import { lineOf, valueAt } from "./locate.ts";
import { doubledKeys, isTooDeep, mostFaults, mostNested } from "./yaml-bounds.ts";
import { unknownNames } from "./checks/unknown-names.ts";
import type { Desk } from "./desk.ts";
import type { UserRef } from "../tickets/refs.ts";
import { nearest } from "./checks/nearest.ts";
import { mergeDesk } from "./desk-document.ts";
import { deskDocument, type DeskDocument } from "./schema.ts";

/**
 * `document` is the desk after the file is applied, `changed` whether it differs from before, and `removed` what is no
 * longer in force. `sortsContacts`: which contacts whom the staff added lose their access with it.
 * `formerStaff`: the identities of staff that it no longer names.
 */
export type DeskReading =
  | {
      readonly ok: true;
      readonly document: DeskDocument;
      readonly former: Former;
      readonly changed: boolean;
      readonly removed: Removed;
      readonly sortsContacts: SortsContacts;
      readonly formerStaff: readonly UserRef[];
    }
  | { readonly ok: false; readonly faults: readonly DeskFault[] };

type Path = readonly (string | number)[];

export interface CheckedDesk {
  /** The file is a part: what it does not name stays in force. Otherwise it is the whole desk. */
  readonly part?: boolean;
  /** The stored former names and ids. */
  readonly former?: unknown;
}

/** What faults say of the text that was read: the line of a path, and a number as it was written there. */
interface Source {
  lineOf(path: Path): number | null;
  numberAt(path: Path): ShownValue | null;
}

/**
 * Reads a desk file and checks that it makes a desk. `current` is the document in force (null: none yet). A part is
 * read on top of it, and a whole file is compared with it. All faults are reported at once: a faulty part is left out,
 * and the rest must still fit together.
 */
export const readDeskFile = (text: string, current: unknown = null, options: CheckedDesk = {}): DeskReading => {
  const lines = new LineCounter();
  if (isTooDeep(text))
    return { ok: false, faults: [notYaml(`more than ${mostNested} brackets or dashes within each other`, 1)] };
  // The library compares each key with all others, and repeats the text before each error: both take minutes for some files.
  const yaml = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const errors = [
    ...yaml.errors.map(({ message, pos }) => ({ message, at: pos[0] })),
    ...doubledKeys(yaml).map((at) => ({ message: "Map keys must be unique", at })),
  ];
  if (errors.length > 0)
    return {
      ok: false,
      faults: errors.slice(0, mostFaults).map(({ message, at }) => notYaml(message, lines.linePos(at).line)),
    };
  const written = valueOf(yaml);
  if (written instanceof Error) return { ok: false, faults: [notYaml(written.message, 1)] };
  const source = {
    lineOf: (path: Path) => lineOf(yaml, lines, path),
    numberAt: (path: Path) => writtenNumber(yaml, path),
  };
  return judged(written, current, { ...options, source });
};

/** A document that was not written as text, such as one from a form. */
const noText: Source = { lineOf: () => null, numberAt: () => null };

/** Checks a desk that is given as data, as `readDeskFile` checks a whole file. Its faults have no lines. */
export const readDeskDocument = (
  document: unknown,
  current: unknown = null,
  options: Omit<CheckedDesk, "part"> = {},
): DeskReading => judged(document, current, { ...options, source: noText });

const judged = (
  written: unknown,
  current: unknown,
  { part = false, former = null, source }: CheckedDesk & { readonly source: Source },
): DeskReading => {
  const fault = (path: Path, expected: Expectation): DeskFault => ({
    line: source.lineOf(path),
    path: path.join("."),
    value: path.length === 0 ? kindOf(written) : (source.numberAt(path) ?? shownValue(valueAt(written, path))),
    expected: withMeant(path, expected),
  });
  const inForce = current === null ? null : deskDocument.parse(current);
  const { file, misshapen, named } = wellFormed(written);
  const document = part ? mergeDesk(inForce, file) : file;
  const desk = deskOf(document, 0);
  const misfits = crossChecks(desk, document, named);
  const isCovered = coveredBy(misshapen.map(({ path }) => path));
  const fitting = misfits.filter(({ path }) => !isCovered(path));
  const judged = new Set([...misshapen, ...fitting].map(({ path }) => path.join(".")));
  // A name without an entry is a fault, even if other parts are faulty.
  const nameless =
    misshapen.length === 0 ? [] : unknownNames(written, desk).filter(({ path }) => !judged.has(path.join(".")));
  const faults = [...misshapen, ...fitting, ...nameless]
    .slice(0, mostFaults)
    .map(({ path, expected }) => fault(path, expected));
  if (faults.length > 0) return { ok: false, faults: faults.toSorted(byLine) };
  const before = inForce === null ? null : deskOf(inForce, 0);
  const staff = new Set(identitiesOfStaff(desk));
  const known = readFormer(former);
  return {
    ok: true,
    document,
    former: formerAfter(known, inForce, document),
    changed: !isSameDocument(inForce, document),
    removed: removedBy(inForce, document),
    sortsContacts: sortsContacts(before, desk, known.staff),
    formerStaff: before === null ? [] : identitiesOfStaff(before).filter((each) => !staff.has(each)),
  };
};

const identitiesOfStaff = ({ people }: Desk): readonly UserRef[] =>
  Object.values(people).flatMap(({ identities }) => identities);

/** The file's value, or the error of an alias without anchor or of too many aliases. */
const valueOf = (yaml: Document): unknown => {
  try {
    return yaml.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
};

/** A number too long for JavaScript, as the file has it. Rounded, an id would look like another one. */
const writtenNumber = (yaml: Document, path: Path): ShownValue | null => {
  const node: unknown = yaml.getIn(path, true);
  if (!isScalar(node) || typeof node.value !== "number" || Number.isSafeInteger(node.value)) return null;
  return Number.isInteger(node.value) && node.source !== undefined ? { is: "written", text: node.source } : null;
};

/** The expectation of a key, with a suggestion for a misspelt one. */
const withMeant = (path: Path, expected: Expectation): Expectation => {
  if (expected.key !== "key") return expected;
  const near = nearest(String(path.at(-1) ?? ""), String(expected.values["values"]).split(", "));
  return near === null ? expected : expectation("keyMeant", { ...expected.values, meant: near });
};

interface ShapeFault {
  readonly path: Path;
  readonly expected: Expectation;
}

/** The valid part of the file, its faults, and the keys it contains in either case. */
const wellFormed = (
  written: unknown,
): { readonly file: DeskDocument; readonly misshapen: readonly ShapeFault[]; readonly named: NamedPath } => {
  const parsed = deskDocument.safeParse(written);
  const keysOf = (section: string): ReadonlySet<string> =>
    new Set(Object.keys(Object(valueAt(written, [section])) as object));
  const named = { calendars: keysOf("calendars"), plans: keysOf("plans"), people: keysOf("people") };
  if (parsed.success) return { file: parsed.data, misshapen: [], named };
  const misshapen = parsed.error.issues.flatMap((issue): readonly ShapeFault[] => {
    const path = issue.path.filter((step) => typeof step !== "symbol");
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({ path: [...path, key], expected: readExpectation(issue.message) }));
    return [{ path, expected: readExpectation(issue.message) }];
  });
  return {
    file: rightPart(
      written,
      misshapen.map((each) => each.path),
    ),
    misshapen,
    named,
  };
};

/** The data without its faults. If an entry becomes incomplete, the whole entry is removed. */
const rightPart = (written: unknown, wrong: readonly Path[]): DeskDocument => {
  const left: unknown = structuredClone(written);
  for (const path of wrong) remove(left, path);
  const parsed = deskDocument.safeParse(left);
  if (parsed.success) return parsed.data;
  for (const { path } of parsed.error.issues) {
    const [section = "", key = ""] = path.filter((step) => typeof step !== "symbol");
    remove(left, sectionsOfEntries.includes(String(section)) ? [section, key] : [section]);
  }
  return deskDocument.safeParse(left).data ?? {};
};

const remove = (data: unknown, path: Path): void => {
  const holder = valueAt(data, path.slice(0, -1));
  const last = path.at(-1);
  if (typeof holder === "object" && holder !== null && last !== undefined) Reflect.deleteProperty(holder, last);
};

const sectionsOfEntries: readonly string[] = ["calendars", "plans", "people", "accounts"];

/** A faulty part was left out, so what misses it is no second fault. */
const coveredBy = (faulty: readonly Path[]): ((path: Path) => boolean) => {
  const parts = new Set(faulty.map(([part]) => part));
  return ([part]) => parts.has(undefined) || (parts.has(part) && !sectionsOfEntries.includes(String(part)));
};

/** What a file holds instead of a mapping. It may be another file, such as .env with its tokens, so it is not quoted. */
const kindOf = (written: unknown): ShownValue | null =>
  typeof written === "string" ? { is: "oneText" } : shownValue(written);

/** The parser ends some messages with a part of the file, which is left out for the same reason. */
const yamlReason = (message: string): string =>
  (message.split("\n")[0] ?? "").replace(/(?:(?<=\S): | (?=["\\](?!quote))).*$/, "");

const notYaml = (message: string, line: number): DeskFault => ({
  line,
  path: "",
  value: { is: "notYaml", reason: yamlReason(message) },
  expected: expectation("yaml"),
});

const byLine = (one: DeskFault, other: DeskFault): number => (one.line ?? Infinity) - (other.line ?? Infinity) || 0;
