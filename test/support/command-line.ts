import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import type { Terminal } from "../../src/commands/desk/print.ts";
import { runDesk } from "../../src/commands/desk/run.ts";
import { runDoctor } from "../../src/commands/doctor/examine.ts";
import { ownProcess } from "./own-process.ts";

/** What a command printed, and its exit code. */
export interface Printed {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const programs = {
  desk: runDesk,
  doctor: runDoctor as (terminal: Terminal, args: readonly string[]) => Promise<number>,
} as const;
type Program = keyof typeof programs;

interface Settings {
  /** The folder in which the command runs. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What the command reads from standard input. */
  readonly input?: string;
}

const collector = (): { readonly stream: Writable; text(): string } => {
  const chunks: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk: string | Buffer, _encoding, done) => {
      chunks.push(chunk.toString());
      done();
    },
  });
  return { stream, text: () => chunks.join("") };
};

let isRunning = false;

/**
 * Runs a program of the command line in this process, with streams and an environment of its own. A process for each
 * command would cost half a second of computing. A command changes the folder of the process, so a second one must wait for
 * the first: else the process would stay in a folder that a test deletes.
 */
export const runHere = async (
  program: Program,
  args: readonly string[],
  { folder, env = {}, input = "" }: Settings,
): Promise<Printed> => {
  const [out, err] = [collector(), collector()];
  const terminal = { env, input: Readable.from([Buffer.from(input)]), out: out.stream, err: err.stream };
  if (isRunning) throw new Error("a command runs in this process already; wait for it first");
  isRunning = true;
  const before = process.cwd();
  process.chdir(folder);
  try {
    const code = await programs[program](terminal, args);
    return { code, out: out.text(), err: err.text() };
  } finally {
    process.chdir(before);
    isRunning = false;
  }
};

/** Runs it in a process of its own, as an operator does. */
export const runAsProcess = (
  program: Program,
  args: readonly string[],
  { folder, env = {}, input = "" }: Settings,
): Printed => {
  const file = join(import.meta.dirname, "../../src/commands", `${program}.ts`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: folder,
    env: { ...ownProcess, ...env },
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return { code: status, out: stdout, err: stderr };
};
