import { expect, test } from "vitest";
import { maxFileBytes, whyNotAsRead } from "../../src/tickets/files/carry-rules.ts";
import { extraField, localHeader, unicodePath, zipOf } from "../support/zip-of.ts";
import { allowedMs, atUsualSpeed, computed } from "./fastest-run.ts";

const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");
const numbered = (n: number): string => String(n).padStart(6, "0");

/** A zip of folders, each with as many of these extra fields as its header holds. A field's last six bytes are a number. */
const manyExtras = (field: Uint8Array, isNumbered = true): Uint8Array => {
  const perFolder = Math.floor(65_400 / field.length);
  const folders = Array.from({ length: 158 }, (_, folder) => {
    const extra = Buffer.alloc(perFolder * field.length, field);
    for (let n = 0; n < perFolder && isNumbered; n += 1)
      extra.write(numbered(folder * perFolder + n), (n + 1) * field.length - 6);
    return { name: "a/", extra };
  });
  return zipOf(folders);
};

const manyNames = (count: number, name: (n: number) => string | Uint8Array): Uint8Array =>
  // Each name stands in the directory only; the file's own header has a short one.
  zipOf(Array.from({ length: count }, (_, n) => ({ name: name(n), local: "a" })));

const named = (name: Uint8Array): Uint8Array => {
  const content = Buffer.alloc(maxFileBytes, name);
  return Buffer.concat([latin("\u001f\u008b\u0008\u0008\0\0\0\0\0\0"), content]).subarray(0, maxFileBytes);
};

const beforeZip = (unit: Uint8Array): Uint8Array => zipOf(["a.txt"], "", 1, Buffer.alloc(maxFileBytes - 200, unit));

const files: Readonly<Record<string, () => readonly [name: string, bytes: Uint8Array]>> = {
  "Unicode paths in extra fields": () => ["notes.zip", manyExtras(unicodePath("000000"))],
  "long Unicode paths in extra fields": () => ["notes.zip", manyExtras(unicodePath("0".repeat(60)))],
  "Unicode paths without a letter": () => ["notes.zip", manyExtras(unicodePath(""), false)],
  "Macintosh names in extra fields": () => ["notes.zip", manyExtras(extraField(0x2605, latin("ZPIT\u0006000000")))],
  "extra fields without a name": () => ["notes.zip", manyExtras(extraField(1, new Uint8Array()), false)],
  "20,000 names of many endings": () => ["notes.zip", manyNames(20_000, (n) => numbered(n) + ".gz".repeat(140))],
  "20,000 short names of many endings": () => ["notes.zip", manyNames(20_000, (n) => numbered(n) + ".gz".repeat(6))],
  "names of few bytes that are no text": () => [
    "notes.zip",
    manyNames(240, (n) => Buffer.concat([latin(numbered(n)), Buffer.alloc(4_000, 0xff)])),
  ],
  "names of bytes that are no text": () => [
    "notes.zip",
    manyNames(2_400, (n) => Buffer.concat([latin(numbered(n)), Buffer.alloc(4_000, 0xff)])),
  ],
  ...Object.fromEntries(
    [".gz", "\ufdfa", "\u0301", "\u1100\u1161", "./", ":", " ."].flatMap((unit) =>
      [240, 2_400].map((count) => [
        `${count} names of ${JSON.stringify(unit)}`,
        () => [
          "notes.zip",
          manyNames(count, (n) => numbered(n) + unit.repeat(Math.floor(4_080 / Buffer.byteLength(unit)))),
        ],
      ]),
    ),
  ),
  "beginnings of headers without a name": () => ["notes.zip", beforeZip(localHeader("").subarray(0, 28))],
  "headers of one letter": () => ["notes.zip", beforeZip(localHeader("a"))],
  "beginnings of headers": () => ["notes.zip", beforeZip(latin("PK\u0003"))],
  ...Object.fromEntries(
    [".", "½", "\u00ad", " ", "a\u00a8", ".ap/"].map((unit) => [
      `a gzip with a name of ${JSON.stringify(unit)}`,
      () => ["x.log", named(latin(unit))],
    ]),
  ),
};

/** How long (ms) the file is judged in all, and in the longest step between two pauses. */
const judge = (name: string, bytes: Uint8Array): { readonly all: number; readonly step: number } => {
  const work = whyNotAsRead({ name, type: "" }, bytes);
  let step = 0;
  const began = computed();
  let last = began;
  for (let done = false; !done;) {
    // Reading the clock after each step would take longer than the steps.
    for (let n = 0; n < 20 && !done; n += 1) done = work.next().done === true;
    const now = computed();
    step = Math.max(step, now - last);
    last = now;
  }
  return { all: last - began, step };
};

test.each(Object.keys(files))("Plazo judges a file of 10 MB in short steps: %s", (shape) => {
  const [name, bytes] = files[shape]?.() ?? ["", new Uint8Array()];
  expect(bytes.length).toBeLessThanOrEqual(maxFileBytes);
  let best = { all: Infinity, step: Infinity };
  for (let run = 0; run < 3 && (best.all > allowedMs || best.step > allowedMs / 2); run += 1) {
    const { all, step } = judge(name, bytes);
    best = { all: Math.min(best.all, all), step: Math.min(best.step, step) };
  }
  expect(atUsualSpeed(best.step, allowedMs)).toBeLessThan(allowedMs);
  // Between two steps others have their turn. A reader of quadratic cost takes minutes.
  expect(atUsualSpeed(best.all, 20 * allowedMs)).toBeLessThan(20 * allowedMs);
});
