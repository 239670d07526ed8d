import { afterEach, beforeEach, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { openClientArea, type ClientArea } from "../../support/client-area/client-area.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { inEnglish } from "../../support/sentences.ts";
import { startWorld, type World } from "../../support/world.ts";

const secret = "canary-private";

let world: World;
let area: ClientArea;
beforeEach(async () => {
  world = await startWorld("http", sampleDesk);
  area = openClientArea(world);
});
afterEach(() => world.stop());

/** Carla opens a ticket in her direct messages, and gets a private answer. */
const opensInDirectMessages = async (): Promise<void> => {
  world.slack.dm("U0CARLA");
  await world.slack.user("U0CARLA").writes("D0CARLA", `${secret}: question`);
  await world.settle();
  await world.slack.user("U0LUIS").presses(world.card(), "reply 1001 @slack:U0CARLA");
  const form = world.slack.user("U0LUIS").seesForm()?.text;
  expect(form).toMatch(inEnglish("form.replyPersonOf", { ticket: "T-1001", account: "Acme TV" }));
  await world.slack.user("U0LUIS").submits({ text: `${secret}: answer` });
  await world.settle();
};

/** Types a command, and returns everything that this person is shown for it. */
const types = async (user: string, text: string, channel = "C0ACME"): Promise<string> => {
  const before = world.slack.shown.length;
  await world.slack.user(user).types(channel, text);
  await world.settle();
  return JSON.stringify([world.slack.shown.slice(before), world.slack.files]);
};

test("other contacts of the account do not find a private ticket on the pages", async () => {
  await opensInDirectMessages();
  const nuria = await area.invited("nuria@acme.example");
  expect((await nuria.get("/area/tickets/1001")).status).toBe(404);
  for (const path of ["/area", "/area?which=mine", "/area?which=resolved"])
    expect(await nuria.page(path)).not.toMatch(/T-1001|canary/);
});

test("other people of the account do not find it in chat, also by number, and their changes are refused", async () => {
  await opensInDirectMessages();
  for (const command of [
    "show 1001",
    "list",
    "list all",
    "transcript 1001",
    "close 1001",
    "escalate 1001",
    "find question",
    "find 1001",
  ])
    expect(await types("U0SAM", `/ticket ${command}`), command).not.toContain(secret);
  expect(await types("U0SAM", "/ticket show 1001")).toBe(await types("U0SAM", "/ticket show 4711"));
  expect((await world.ticket()).status).toBe("open");
});

test("the person who opened it reads it in chat, in lists and as a transcript", async () => {
  await opensInDirectMessages();
  for (const command of ["show 1001", "list"])
    expect(await types("U0CARLA", `/ticket ${command}`, "D0CARLA"), command).toContain(secret);
});

test("so do the staff", async () => {
  await opensInDirectMessages();
  expect(await types("U0LUIS", "/ticket show 1001", "C0TRIAGE")).toContain(secret);
});

test("a ticket of the client area is for the whole account, and the reply form says so", async () => {
  const nuria = await area.invited("nuria@acme.example");
  await nuria.press(await nuria.page("/area/new"), "Abrir ticket", {
    "answer.title": "Films",
    "answer.severity": "high",
    "answer.description": "ours",
  });
  const pau = await area.invited("pau@acme.example");
  expect(await pau.page("/area/tickets/1001")).toContain("ours");
  const { conversation } = await world.ticket();
  if (conversation.kind !== "person") throw new Error("a ticket of the client area has a person's conversation");
  await world.slack.user("U0LUIS").presses(world.card(), `reply 1001 @${conversation.user}`);
  expect(world.slack.user("U0LUIS").seesForm()?.text).toMatch(inEnglish("form.replyAreaOf", { account: "Acme TV" }));
});

test("a person whose account the desk file removes does not read their private ticket either", async () => {
  await opensInDirectMessages();
  const accounts = Object.fromEntries(Object.entries(sampleDesk.accounts).filter(([key]) => key !== "acme"));
  const without: Desk = {
    ...sampleDesk,
    accounts,
    former: { ...sampleDesk.former, contacts: { "slack:U0CARLA": ["acme"] } },
  };
  await world.applies(without);
  expect(await types("U0CARLA", "/ticket show 1001", "D0CARLA")).not.toContain(secret);
});

test("if its requester leaves, it stays private, and triage learns that no customer reads it", async () => {
  await opensInDirectMessages();
  const nuria = await area.invited("nuria@acme.example");
  const acme = sampleDesk.accounts["acme"] ?? expect.fail();
  await world.applies({
    ...sampleDesk,
    accounts: { ...sampleDesk.accounts, acme: { ...acme, contacts: ["slack:U0SAM"] } },
    former: { ...sampleDesk.former, contacts: { "slack:U0CARLA": ["acme"] } },
  });
  // A change of the ticket draws its cards again.
  await world.slack.user("U0LUIS").presses(world.card(), "resolve 1001");
  await world.settle();
  await world.pass(1);
  expect(JSON.stringify(world.slack.channel("C0ACME").messages.map(({ text }) => text))).not.toContain(secret);
  for (const command of ["show 1001", "transcript 1001", "list all", "find canary"])
    expect(await types("U0SAM", `/ticket ${command}`), command).not.toContain(secret);
  expect((await nuria.get("/area/tickets/1001")).status).toBe(404);
  const triage = world.slack.channel("C0TRIAGE").messages.map(({ text }) => text);
  expect(triage.join("\n")).toMatch(inEnglish("undelivered.noReader", { ticket: "T-1001", name: "carla" }));
  expect(triage.join("\n")).toContain("no other customer does");
});
