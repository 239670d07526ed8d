import { afterEach, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, type Name, type StoryWorld, type Where } from "../../support/story-world/story-world.ts";
import { inEnglish, inOrder } from "../../support/sentences.ts";

const { acme, northwind } = sampleDesk.accounts;
const { luis: _, ...withoutLuis } = sampleDesk.people;
const { ana } = withoutLuis;
if (acme === undefined || northwind === undefined || ana === undefined) throw new Error("the sample desk changed");

const luisLeft: Desk = {
  ...sampleDesk,
  people: { ...withoutLuis, ana: { ...ana, deputy: null } },
  former: {
    people: { luis: "Luis Gil" },
    staff: ["slack:U0LUIS"],
    accounts: {},
    contacts: {},
    leftAt: {},
    idsLeftAt: {},
  },
};
const carlaMoved: Desk = {
  ...sampleDesk,
  accounts: {
    acme: { ...acme, contacts: [] },
    northwind: { ...northwind, contacts: [...northwind.contacts, "slack:U0CARLA"] },
  },
  former: { people: {}, staff: [], accounts: {}, contacts: { "slack:U0CARLA": ["acme"] }, leftAt: {}, idsLeftAt: {} },
};
const carlaRemoved: Desk = { ...carlaMoved, accounts: { acme: { ...acme, contacts: [] }, northwind } };
const acmeRemoved: Desk = {
  ...sampleDesk,
  accounts: { northwind },
  former: {
    people: {},
    staff: [],
    accounts: { acme: "Acme TV" },
    contacts: { "slack:U0CARLA": ["acme"] },
    leftAt: {},
    idsLeftAt: {},
  },
};

let world: StoryWorld;
afterEach(() => world.stop());
const inside = () => world.thread(world.card()).map(({ text }) => text);
/** Everything that the bot shows a person as an answer to a command. */
const answered = async (user: Name, channel: Where, text: string): Promise<string> => {
  const person = world.user(user);
  const [privates, files] = [person.privates.length, world.files.length];
  await person.types(channel, text);
  await world.settle();
  return JSON.stringify([person.privates.slice(privates), person.seesForm(), world.files.slice(files)]);
};

test("tickets of an agent who left are flagged, offered once and claimed by a colleague, and the agent has no rights", async () => {
  world = await startStoryWorld("testchat", sampleDesk);
  await world.opens();
  await world.user("luis").presses(world.card(), "claim");
  await world.settle();
  expect(await world.applies(luisLeft)).toBe(1);
  expect(await world.applies(luisLeft)).toBe(0);
  expect(world.card().text).toMatch(inOrder("⚠ Luis Gil", inEnglish("assignee.gone")));
  expect(
    inside().filter((text) => inEnglish("assignee.left", { name: "Luis Gil", ticket: "T-1001" }).test(text)),
  ).toEqual([expect.stringContaining(`@${world.idOf("ana")}`)]);
  for (const line of ["/desk", "/ticket show 1001", "/ticket list all"])
    expect(await answered("luis", "acme", line)).not.toContain("El vídeo no se ve");
  expect(await answered("marta", "triage", "/desk")).toContain("⚠ Luis Gil");
  expect(await answered("marta", "triage", "/ticket history 1001")).toContain("Luis Gil");
  await world.user("marta").presses(world.card(), "claim");
  await world.settle();
  expect((await world.ticket()).assignee).toBe("marta");
});

test("if agents take turns, the next one gets the tickets of an agent who left", async () => {
  world = await startStoryWorld("testchat", sampleDesk);
  await world.opens();
  await world.user("luis").presses(world.card(), "claim");
  await world.settle();
  await world.applies({ ...luisLeft, assignment: "roundRobin" });
  expect((await world.ticket()).assignee).toBe("marta");
  expect(inside().join("\n")).toMatch(inEnglish("assignee.leftReassigned", { ticket: "T-1001", next: "Marta Solé" }));
});

test.each<[string, Desk]>([
  ["who moved to another account", carlaMoved],
  ["who was removed from the contacts", carlaRemoved],
  ["whose account was removed", acmeRemoved],
])("a requester %s is a stranger to the ticket everywhere except in the account's own channel", async (_who, next) => {
  world = await startStoryWorld("testchat", sampleDesk);
  await world.opens();
  await world.applies(next);
  for (const command of ["show 1001", "list all", "transcript 1001", "close 1001"]) {
    const answer = await answered("carla", "random", `/ticket ${command}`);
    expect([command, answer.includes("No se reproduce"), answer.includes("El vídeo no se ve")]).toEqual([
      command,
      false,
      false,
    ]);
  }
  expect((await world.ticket()).status).toBe("open");
});

test("a private ticket stays with the staff: answers reach neither the former requester nor the account's channel", async () => {
  world = await startStoryWorld("testchat", sampleDesk);
  const carla = world.user("carla");
  await carla.writes("direct", "El vídeo no se ve desde las diez");
  await world.settle();
  expect((await world.ticket()).conversation).toMatchObject({ kind: "person" });
  await world.applies(carlaMoved);
  const seen = world.direct("carla").length;
  await world.user("marta").presses(world.card(), "reply");
  await world.user("marta").submits({ text: "La causa es la caché de Acme." });
  await world.settle();
  const shown = [...world.direct("carla").slice(seen), ...world.channel("acme")];
  expect(shown.map(({ text }) => text).join()).not.toMatch(/caché de Acme|vídeo no se ve/);
  expect(world.user("marta").privates.at(-1)?.text).toMatch(inEnglish("refusal.noReader", { ticket: "T-1001" }));
  expect((await world.ticket()).replies).toBe(0);
});

test("a ticket of a removed account stays with the staff, flagged, and its people get no more messages", async () => {
  world = await startStoryWorld("testchat", sampleDesk);
  await world.opens();
  await world.applies(acmeRemoved);
  const before = world.channel("acme").length;
  await world.user("marta").presses(world.card(), "reply");
  await world.user("marta").submits({ text: "Última respuesta." });
  await world.settle();
  expect(world.channel("acme").length).toBe(before);
  expect(world.card().text).toMatch(inOrder("⚠ Acme TV", inEnglish("account.gone")));
  expect(inside().join("\n")).toContain("was removed from the desk file");
});
