import { expect, it } from "vitest";
import { commands } from "../../adapters/discord/inbound/commands.ts";
import { pageTexts } from "../../adapters/playground/page/texts.ts";
import { usageFor } from "../../adapters/playground/pages.ts";
import { slackManifest } from "../../adapters/slack/app-manifest.ts";
import { subcommands } from "../../src/features/surface.ts";
import { menusOf } from "../../src/requests/subcommand.ts";
import { helpCard } from "../../src/features/help/help-card.ts";
import { deskViewer } from "../../src/i18n/viewer-for.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { typedCommand } from "../support/typed-command.ts";

const usage = menusOf(subcommands);
const names = ["ticket", "desk"] as const;
const typed = (name: string, word: string): string => `/${name} ${word}`.trim();

/** What the help card names for staff or customers, without what follows each. */
const helped = (is: "staff" | "customer"): readonly string[] =>
  helpCard(subcommands, {
    desk: sampleDesk,
    is,
    viewer: { ...deskViewer(sampleDesk), locale: "en" },
    unknown: null,
  }).parts.flatMap((part) =>
    part.part === "text"
      ? part.lines.flatMap(([first]) =>
          first?.t === "text" && first.text.startsWith("/") ? (/^\/\w+(?: [a-z]+)?/.exec(first.text) ?? []) : [],
        )
      : [],
  );

it.each(["staff", "customer"] as const)("suggests what the help card explains to %s, and the help itself", (is) => {
  const hinted = names.flatMap((name) =>
    usage[name].filter(({ customers }) => customers || is === "staff").map(({ word }) => typed(name, word)),
  );
  expect(hinted.filter((each) => !each.endsWith(" help")).toSorted()).toEqual([...helped(is)].toSorted());
  expect(hinted).toContain("/ticket help");
});

it("suggests only commands that Plazo understands", () => {
  for (const name of names)
    for (const { word, rest } of usage[name].filter((each) => each.word !== "")) {
      const text = `${word} ${rest
        .replace("N", "1001")
        .replace("M", "1002")
        .replace(/\[.*\]/, "")}`;
      expect(typedCommand(name, text)["say"], text).not.toMatch(/^(?:open|unknown|which.*|badNumber)$/);
    }
});

it("suggests the same on Slack, on Discord and in the playground", () => {
  const hints = slackManifest(null, usage).features?.slash_commands?.map((each) => each.usage_hint?.split(" | ")) ?? [];
  for (const [at, name] of names.entries())
    expect(
      hints[at]?.map((hint) => (/^[a-z]+/.exec(hint) ?? [""])[0]),
      name,
    ).toEqual(usage[name].flatMap(({ word, rest }) => (word === "" && rest === "" ? [] : [word])));
  const [ticket] = commands;
  const offered = ticket !== undefined && "options" in ticket ? (ticket.options ?? []).map((each) => each.name) : [];
  expect(offered.toSorted()).toEqual(usage.ticket.map(({ word }) => (word === "" ? "new" : word)).toSorted());
  for (const posted of [pageTexts.en, pageTexts.es]) {
    expect(Object.keys(posted.command)).toEqual(
      usageFor({ role: "agent" }, usage).map(({ name, word }) => `${name} ${word}`.trim()),
    );
    for (const { rest } of usageFor({ role: "agent" }, usage))
      for (const [, each = ""] of rest.matchAll(/\[(\w+)\]/g)) expect(posted.placeholder).toHaveProperty(each);
  }
});

it("suggests no staff command to customers", () => {
  for (const role of ["customer", "outsider"] as const)
    expect(usageFor({ role }, usage).filter(({ name, word }) => name === "desk" || word === "reply")).toEqual([]);
});
