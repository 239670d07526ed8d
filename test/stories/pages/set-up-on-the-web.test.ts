import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { readEnv } from "../../../src/env.ts";
import { createLog } from "../../../src/log/log.ts";
import { startPlazo, type Plazo } from "../../../src/start/plazo.ts";
import { onDiscordIn, onSlackIn } from "../../support/acting.ts";
import { freshPostgres } from "../../support/database/real-postgres.ts";
import { discordCast } from "../../support/discord-cast.ts";
import { startFakeDiscord } from "../../support/fake-discord/index.ts";
import { startFakeSlack } from "../../support/fake-slack/index.ts";
import { sentIn, type Fields } from "../../support/settings/posted-form.ts";
import { until } from "../../support/until.ts";
import { browserFor, signIn, type Browser } from "../../support/web-desk.ts";
import { slackCast } from "../../support/world-across.ts";

const dataDir = mkdtempSync(join(tmpdir(), "plazo-set-up-"));
let plazo: Promise<Plazo> | null = null;
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await (await plazo)?.stop();
  plazo = null;
  for (const stop of stops.splice(0)) await stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The tokens of a fake platform, and people on it. */
const opens = {
  slack: async () => {
    const slack = await startFakeSlack(slackCast);
    slack.deliverTo("socket");
    stops.push(slack.stop);
    return {
      tokens: { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
      chat: onSlackIn({ slack }),
    };
  },
  discord: async () => {
    const discord = await startFakeDiscord(discordCast);
    stops.push(discord.stop);
    return {
      tokens: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
      chat: onDiscordIn({ discord }),
    };
  },
} as const;

/** Sends a form of the settings, and saves on the preview that follows. */
const saves = async (browser: Browser, path: string, fields: Fields, page: string): Promise<void> => {
  const to = (await sentIn(browser, path, fields, { page })).headers.get("location");
  if (to === null) throw new Error("the form led to no preview");
  await browser.press(await browser.page(to), "Save");
};

test.each(["slack", "discord"] as const)(
  "an administrator sets up an empty desk on the web with people and channels of %s, and `/ticket` works there",
  async (platform) => {
    const { tokens, chat } = await opens[platform]();
    const reading = readEnv({ ...tokens, DATABASE_URL: await freshPostgres(), DATA_DIR: dataDir, PORT: "0" });
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    const { env } = reading;
    const announced: string[] = [];
    plazo = startPlazo(
      env,
      createLog(env, () => {}),
      undefined,
      (text) => void announced.push(text),
    );
    const link = new URL(await until("the link is printed", () => /http:\S+/.exec(announced.join(""))?.[0] ?? false));
    const eva = browserFor({ whileWorking: (answer) => answer }, link.origin, (path, init) =>
      fetch(new URL(path, link.origin), { ...init, redirect: "manual" }),
    );

    // The set-up page makes the first administrator.
    const done = await eva.press(await eva.page(link.pathname), "Set up the desk", {
      desk: "Our Support",
      locale: "en",
      timezone: "Europe/Madrid",
      opens: "09:00",
      closes: "17:30",
      name: "Eva Sanz",
      [`person.${platform}`]: chat.idOf("eva"),
      [`triage.${platform}`]: chat.idOf("triage"),
    });
    const path = /href="(\/sign-in\/[^"]+)"/.exec(await done.text())?.[1] ?? expect.fail("no link");
    await plazo;
    await signIn(eva, path);

    // She picks a colleague, and the account's channel and contact, from the platform's own lists.
    const people = "/desk/settings/people/new";
    const nameGiven = { "entry.name": "Luis Gil", [`find.${platform}`]: "luis" };
    const found = await (await sentIn(eva, people, nameGiven, { button: `find:${platform}` })).text();
    expect(found).toContain(`value="${chat.idOf("luis")}"`);
    const picked = { [`entry.${platform}.found`]: chat.idOf("luis"), "entry.roles": ["", "agent"] };
    await saves(eva, people, picked, found);
    const accounts = "/desk/settings/accounts/new";
    const named = { "entry.name": "Acme TV", "entry.plan": "standard", "find.channels": "acme" };
    const channels = await (await sentIn(eva, accounts, named, { button: "find:channels" })).text();
    expect(channels).toContain(`value="${platform}:${chat.idOf("acme")}"`);
    const ticked = { "entry.channels": ["", `${platform}:${chat.idOf("acme")}`], "find.contacts": "carla" };
    const contacts = await (await sentIn(eva, accounts, ticked, { button: "find:contacts", page: channels })).text();
    await saves(eva, accounts, { "entry.contacts": ["", `${platform}:${chat.idOf("carla")}`] }, contacts);
    expect(await eva.page("/desk")).not.toContain("Add your colleagues");

    // A customer opens a ticket in chat, the colleague claims it there, and the web desk shows both.
    await chat.types("carla", "acme", "new", { title: "No video" });
    await chat.submits("carla", { severity: "high", description: "Nothing plays." });
    const card = await until("the card is in triage", () => chat.roots("triage")[0] ?? null);
    expect(card.text).toContain("Acme TV");
    await chat.presses("luis", card, "claim");
    await until("the card names the agent", () => chat.roots("triage")[0]?.text.includes("Luis Gil") === true);
    const ticket = await eva.page("/desk/tickets/1001");
    for (const words of ["No video", "Luis Gil", "carla"]) expect(ticket).toContain(words);
  },
);
