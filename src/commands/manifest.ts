import { parseArgs } from "node:util";
import { slackManifest } from "../../adapters/slack/app-manifest.ts";
import { subcommands } from "../features/surface.ts";
import { menusOf } from "../requests/subcommand.ts";
import { visibleText } from "../text/shown-text.ts";

const usage = `Usage: npm run --silent manifest -- slack [--http URL]

  slack             prints the app manifest for Slack: api.slack.com/apps, Create New App, From a manifest
  --http URL        for the HTTP mode: the public https address of this Plazo; without it the app uses Socket Mode`;

/** The platforms that read an app manifest. */
const printable: readonly string[] = ["slack"];

const printProblem = (text: string): 1 => {
  process.stderr.write(`${visibleText(text)}\n`);
  return 1;
};

/** Returns the address to which Slack will post; null if Slack would not accept it. */
const publicAddress = (text: string): URL | null => {
  const url = URL.parse(text);
  return url?.protocol === "https:" ? url : null;
};

const run = (args: readonly string[]): number => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { http: { type: "string" } },
    allowPositionals: true,
  });
  if (positionals.length !== 1 || !positionals.every((each) => printable.includes(each))) return printProblem(usage);
  const http = values.http === undefined ? null : publicAddress(values.http);
  if (values.http !== undefined && http === null)
    return printProblem(
      `--http needs a public https address such as https://desk.example.com, not ${JSON.stringify(values.http)}`,
    );
  process.stdout.write(`${JSON.stringify(slackManifest(http, menusOf(subcommands)), null, 2)}\n`);
  return 0;
};

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  process.exitCode = printProblem(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
}
