import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import { answerDue } from "../../src/commands/desk/due.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import { runAsProcess, runHere, type Printed } from "../support/command-line.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "plazo-due-"));
afterAll(() => rmSync(folder, { recursive: true }));
const example = join(root, ".desk.example.yaml");
const read = ({ code, out, err }: Printed) => ({
  code,
  answers: out
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as object),
  err,
});
const dues = async (input: string, file = example) => read(await runHere("desk", ["due", file], { folder, input }));

const question = '{"calendar":"office","start":"2026-01-09T16:30:00Z","target":"PT8H"}';

test("due answers each line with one line, in order, and goes on after a bad one", async () => {
  const { code, answers, err } = await dues(`${question}\nnonsense\n\n${question.replace("PT8H", "PT1H")}`);
  expect([code, err]).toEqual([0, ""]);
  expect(answers).toEqual([
    expect.objectContaining({ due: "2026-01-12T12:00:00.000Z" }),
    { error: expect.any(String) as string },
    { error: expect.any(String) as string },
    expect.objectContaining({ due: "2026-01-09T17:30:00.000Z" }),
  ]);
});

const desk = deskOf({ calendars: { büro: { open: "always" }, office: { open: "always" } } }, 1);
const answered = async (...pieces: readonly Buffer[]): Promise<readonly object[]> => {
  const answers = new PassThrough().setEncoding("utf8");
  await answerDue(desk, Readable.from(pieces), answers);
  const lines = String(answers.read()).split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line) as object);
};
const due = expect.objectContaining({ due: "2026-01-10T00:30:00.000Z" }) as object;
const wrong = expect.objectContaining({ error: expect.any(String) as string }) as object;

test("due ignores a byte order mark and the line ends of other systems", async () => {
  expect(await answered(Buffer.from(`\uFEFF${question}\r\n${question}\r\n`))).toEqual([due, due]);
});

test("only a line feed ends a line, so that each answer stands beside its own question", async () => {
  const strange = ["\u2028", "\u2029", "\u0085", "\r"].map((end) => question.replace("office", `of${end}fice`));
  const lines = [...strange, question.replaceAll(",", ",\r"), question];
  expect(await answered(Buffer.from(lines.join("\n")))).toEqual([wrong, wrong, wrong, wrong, due, due]);
});

test("a question that arrives in pieces is one question, wherever it is cut", async () => {
  const bytes = [...Buffer.from(`\uFEFF${question.replace("office", "büro")}\n${question}\n`)];
  expect(await answered(...bytes.map((byte) => Buffer.of(byte)))).toEqual([due, due]);
});

test("one process answers ten thousand lines", () => {
  const lines = Array.from({ length: 10_000 }, (_, index) =>
    JSON.stringify({ calendar: "office", start: new Date(Date.UTC(2026, 0, 1) + index * 3_600_000), target: "PT8H" }),
  );
  const { answers } = read(runAsProcess("desk", ["due", example], { folder, input: `${lines.join("\n")}\n` }));
  expect(answers).toHaveLength(10_000);
  expect(answers.filter((answer) => !("due" in answer))).toEqual([]);
});

test("an answer arrives before the next question is sent", async () => {
  const child = spawn(process.execPath, [join(root, "src/commands/desk.ts"), "due", example], {
    cwd: folder,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = createInterface({ input: child.stdout });
  for (const target of ["PT1H", "PT8H"]) {
    child.stdin.write(`${question.replace("PT8H", target)}\n`);
    const [answer] = (await once(answers, "line")) as [string];
    expect(answer).toContain(target === "PT1H" ? "2026-01-09T17:30:00.000Z" : "2026-01-12T12:00:00.000Z");
  }
  child.stdin.end();
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("a missing file is reported in the same plain sentence as for check", async () => {
  expect(await dues(question, "nowhere.yaml")).toEqual({
    code: 1,
    answers: [],
    err: "nowhere.yaml cannot be read: there is no such file.\n",
  });
});

test("due answers no question if the desk file has faults", async () => {
  const file = join(folder, "wrong.yaml");
  writeFileSync(file, "locale: fr\nchannels: { triage: slack:C1 }\n");
  expect(await dues(question, file)).toMatchObject({
    code: 1,
    answers: [],
    err: expect.stringContaining('line 1: locale is "fr": expected one of es, en, pt.') as string,
  });
});

test("due answers a line that is too long with an error, keeps none of it, and goes on", async () => {
  const answers = new PassThrough();
  const long = Array.from({ length: 40 }, () => Buffer.alloc(64 * 1024, "a"));
  await answerDue(deskOf({}, 1), Readable.from([...long, Buffer.from("\nnonsense\n")]), answers);
  const lines = (await text(answers.end())).trimEnd().split("\n");
  expect(lines).toEqual(['{"error":"the line is longer than 1048576 characters"}', expect.stringContaining('"error"')]);
});
