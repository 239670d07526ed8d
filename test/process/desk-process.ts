import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { FakeSlack } from "../support/fake-slack/interface.ts";
import { until } from "../support/until.ts";
import { ownProcess } from "../support/own-process.ts";

const root = join(import.meta.dirname, "../..");

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A desk as a process of its own. */
export interface DeskProcess {
  readonly child: ChildProcess;
  /** Everything it printed so far. */
  printed(): string;
  /** The port it listens on, once it is ready. Rejects where it ends before. */
  ready(): Promise<number>;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ending>;
  /** Resolves when it has ended. */
  readonly ended: Promise<Ending>;
}

export type Settings = Readonly<Record<string, string>>;

const groups = new Set<{ readonly pid: number; readonly spawnfile: string }>();

/** Ends the processes that a failed test left behind. */
export const endAll = (): void => {
  for (const { pid, spawnfile } of groups)
    try {
      process.kill(spawnfile === "npm" ? -pid : pid, "SIGKILL");
    } catch {
      // The process is gone already.
    }
  groups.clear();
};

/** What a desk on a fake Slack needs, over HTTP, on any free port. */
export const onSlack = (slack: FakeSlack, dataDir: string, deskFile: string): Settings => ({
  DATA_DIR: dataDir,
  DESK_FILE: deskFile,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_SIGNING_SECRET: slack.signingSecret,
  SLACK_API_URL: slack.apiUrl,
});

/**
 * How a desk of a test starts; `module` is loaded before it. V8 compiles what PGlite uses, once, and not again for speed
 * while it runs: a desk that lives for seconds takes a third less computing so.
 */
export const deskCommand = (module?: string): readonly string[] => [
  process.execPath,
  "--liftoff-only",
  "--wasm-lazy-compilation",
  ...(module === undefined ? [] : ["--import", module]),
  "src/main.ts",
];

/** Starts a desk whose machine's clock is ahead by this much. */
export const startDeskLater = (aheadMs: number, settings: Settings): DeskProcess =>
  startDesk({ ...settings, LATER_MS: String(aheadMs) }, deskCommand("./test/process/later.ts"));

/** Starts `node src/main.ts` (or another command) with these settings and nothing else of the environment. */
export const startDesk = (
  settings: Settings,
  command: readonly string[] = deskCommand(),
  cwd: string = root,
): DeskProcess => {
  const [program = process.execPath, ...args] = command;
  const child = spawn(program, args, {
    cwd,
    env: { ...ownProcess, PORT: "0", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
    detached: program === "npm",
  });
  const group = { pid: child.pid ?? 0, spawnfile: child.spawnfile };
  if (group.pid > 0) groups.add(group);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<Ending>((resolve) =>
    // "close" comes after the last of what it printed.
    child.once("close", (code, signal) => {
      // What npm leaves behind is still to be ended.
      if (group.spawnfile !== "npm") groups.delete(group);
      resolve({ code, signal });
    }),
  );
  const portPrinted = (): number | null => {
    const port = /"port":(\d+)|127\.0\.0\.1:(\d+)\/\n/.exec(text);
    return port === null ? null : Number(port[1] ?? port[2]);
  };
  return {
    child,
    printed: () => text,
    ended,
    ready: () =>
      until("the desk was ready", () => {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The desk ended:\n${text}`);
        return portPrinted();
      }),
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
};
