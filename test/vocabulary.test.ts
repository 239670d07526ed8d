import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** Words of an earlier vocabulary, each with the word that replaced it. See the glossary in docs/architecture.md. */
const replaced: Readonly<Record<string, string>> = {
  happening: "inboundEvent",
  rung: "step, notifyTarget",
  summons: "page",
  standing: "principal",
  scene: "requestContext",
  wish: "command, request",
  tie: "link",
  hear: "receiveMessage",
  heard: "customerWrote",
  told: "notified",
  retold: "update",
  held: "pending, replyId",
  lost: "undelivered, undeliveredId",
  rings: "mention, notifies",
  news: "update, nextUpdateDue",
  promises: "targets",
  reader: "viewer",
  anew: "again, moves",
  overtaken: "superseded",
  dropped: "cancelled",
  standsSince: "pausedSince",
  silence: "inactivity",
};

/** Where the word has its ordinary meaning. */
const ordinary: Readonly<Record<string, readonly string[]>> = {
  // Log lines that were not written.
  dropped: ["src/http/metrics.ts", "src/log/log-sink.ts", "src/main.ts"],
  // Readers of streams, files and Markdown.
  reader: [
    "adapters/discord/inbound/read-markdown.ts",
    "adapters/playground/page/say.ts",
    "src/http/body-budget.ts",
    "src/http/listener.ts",
  ],
};

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes("/texts/"))
    .map((name) => join(folder, name));

/** The names in code: without comments, strings and templates' text. */
const namesIn = (code: string): ReadonlySet<string> =>
  new Set(
    code
      .replaceAll(/\/\*[^]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, "")
      .replaceAll(/"(?:[^"\\\n]|\\.)*"/g, "")
      .match(/(?<![\w$-])[A-Za-z_$][\w$]*/g),
  );

const oldWordsIn = (file: string, code: string): readonly string[] => {
  const names = namesIn(code);
  return Object.keys(replaced).flatMap((word) =>
    names.has(word) && ordinary[word]?.includes(file) !== true ? [`${file}: ${word} → ${replaced[word] ?? ""}`] : [],
  );
};

test("no name in src and adapters is a word of the earlier vocabulary", () => {
  const files = ["src", "adapters"].flatMap(filesIn);
  expect(files.length).toBeGreaterThan(500);
  expect(files.flatMap((file) => oldWordsIn(file, readFileSync(join(root, file), "utf8")))).toEqual([]);
});

test("an old word in code is found, and one in a comment or a text is not", () => {
  const code = '/** What we told them. */\nconst summary = "it was heard";\nconst told = summary; // the reader\n';
  expect(oldWordsIn("src/a.ts", code)).toEqual(["src/a.ts: told → notified"]);
});
