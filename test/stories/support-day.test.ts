import { afterEach, expect, test } from "vitest";
import type { Desk } from "../../src/desk/desk.ts";
import { useEmbedded } from "../support/database/database.ts";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../support/discord-cast.ts";
import { promisingDesk } from "../support/sample-desk.ts";
import { startWorldAcross, type WorldAcross } from "../support/world-across.ts";
import { inEnglish, inSpanish } from "../support/sentences.ts";
import { sayIn } from "../../src/i18n/say.ts";

useEmbedded();

let world: WorldAcross;
afterEach(async () => {
  await world.stop();
  expect(world.discord.refusals).toEqual([]);
  expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
});

/** Support on Slack, Acme TV (Spanish) on Discord, Northwind Media (English) on Slack. */
const desk: Desk = {
  ...deskAcross(["slack"], "discord"),
  plans: promisingDesk.plans,
  undo: 10_000,
  reopen: { days: 2, ms: 0 },
};
const atHome: Desk = {
  ...desk,
  accounts: Object.fromEntries(
    Object.entries(desk.accounts).map(([key, account]) => [
      key,
      key === "northwind"
        ? { ...account, manager: "ana", channels: ["slack:C0NORTH"], contacts: ["slack:U0OLIVER"] }
        : account,
    ]),
  ),
};

const slackRoots = (channel: string) =>
  world.slack
    .channel(channel)
    .messages.filter((message) => message.thread === null && message.user === world.slack.botUser);
const cardOf = (number: number, channel = "C0TRIAGE") => {
  const card = slackRoots(channel).find(({ text }) => text.includes(`T-${number}`));
  if (card === undefined) throw new Error(`T-${number} has no card in ${channel}`);
  return card;
};
const below = (root: { readonly channel: string; readonly ts: string }) =>
  world.slack.channel(root.channel).messages.filter(({ thread }) => thread === root.ts);
const direct = (user: string) => world.slack.dm(user).messages;
const carlaReads = () => world.thread(world.onlyCard(channels.acme));
const clocks = async (number: number) =>
  (await world.ticket(number)).sla.clocks.map(({ kind, end }) => `${kind} ${end?.how ?? "runs"}`);

test("a day at the desk: a breach, an escalation, the technical team, two languages and platforms, and nothing internal leaks", async () => {
  world = await startWorldAcross(atHome);
  const carla = world.discord.user(people.carla);
  const [oliver, luis, tom] = ["U0OLIVER", "U0LUIS", "U0TOM"].map((id) => world.slack.user(id));
  if (oliver === undefined || luis === undefined || tom === undefined) throw new Error("nobody is there");

  // Ten o'clock: no video plays, and no agent takes the ticket.
  await carla.types(channels.acme, "/ticket new title:Sin vídeo en móviles");
  await carla.submits({ severity: "critical", description: "Nadie ve nada en iOS." });
  await world.settle();
  expect(world.onlyCard(channels.acme).text).toMatch(inSpanish("progress.received"));
  await world.pass(31);
  expect(direct("U0ANA").at(-1)?.text).toMatch(
    inEnglish("reminder.nearing", { clock: sayIn("en")("clock.firstResponse"), ticket: "T-1001" }),
  );
  expect(cardOf(1001).text).toContain("carla in Discord");
  await luis.presses(cardOf(1001), "claim");
  await world.pass(30);
  expect(direct("U0EVA").at(-1)?.text).toMatch(
    inEnglish("reminder.breached", { clock: sayIn("en")("clock.firstResponse"), ticket: "T-1001" }),
  );
  await carla.presses(world.onlyCard(channels.acme), "escalate");
  await world.settle();
  expect(carlaReads().at(-1)?.text).toContain("Eva Sanz, de la dirección de soporte, ha recibido el aviso");

  // Meanwhile, in another country.
  await oliver.writes("C0NORTH", `<@${world.slack.botUser}> uploads stall at 40 %`, { raw: true, mention: true });
  await world.settle();
  expect((await world.ticket(1002)).source?.how).toBe("mentioned");
  await oliver.types("C0NORTH", "/ticket Uploads never end");
  await oliver.submits({ severity: "high", description: "They stop at 40 %." });
  await world.settle();
  await luis.types("C0TRIAGE", "/ticket merge 1003 into 1002");
  await world.settle();
  expect((await world.ticket(1003)).status).toBe("resolved");

  // The technical team finds it.
  await luis.types("C0TRIAGE", "/ticket tech 1001 canary: the signer?");
  await world.settle();
  await tom.presses(cardOf(1001, "C0TECH"), "claimTech");
  await tom.writes("C0TECH", "canary: key rotated, rolling back", { thread: cardOf(1001, "C0TECH").ts });
  await world.pass(1);
  expect(world.onlyCard(channels.acme).text).toMatch(inSpanish("progress.tech"));
  const remark = below(cardOf(1001)).find(({ text }) => text.includes("rolling back"));
  await luis.presses(remark ?? cardOf(1001), "clientUpdate");
  await luis.submits({ text: "Hemos encontrado la causa.", when: "1" });
  await world.settle();
  expect(carlaReads().at(-1)?.text).not.toContain("Hemos encontrado la causa.");
  await world.pass(1);
  expect(carlaReads().at(-1)?.text).toContain("Hemos encontrado la causa.");
  expect(await clocks(1001)).toEqual(["firstResponse breached", "resolution runs", "update runs"]);

  // The next update and the next answer are due in an hour: after half of it, the account manager is reminded of both.
  carla.writes(world.onlyCard(channels.acme).id, "¿Llegará antes del partido?");
  await world.pass(31);
  expect(below(cardOf(1001)).some(({ text }) => text.includes("¿Llegará antes del partido?"))).toBe(true);
  const [update, nextResponse] = direct("U0ANA").slice(-2);
  for (const [reminder, clock] of [
    [update, "clock.update"],
    [nextResponse, "clock.nextResponse"],
  ] as const)
    expect(reminder?.text).toMatch(inEnglish("reminder.nearing", { clock: sayIn("en")(clock), ticket: "T-1001" }));
  await luis.writes("C0TRIAGE", "canary: phone the vendor", { thread: cardOf(1001).ts });
  await tom.presses(cardOf(1001, "C0TECH"), "doneTech");
  await luis.presses(cardOf(1001), "reply");
  await luis.submits({ text: "Ya funciona. ¿Lo confirmas?" });
  await luis.presses(cardOf(1001), "resolve");
  await world.pass(1);
  expect(
    carlaReads()
      .map(({ text }) => /Ya funciona|está resuelto/.exec(text)?.[0] ?? "")
      .filter(Boolean),
  ).toEqual(["Ya funciona", "está resuelto"]);
  expect(await clocks(1001)).not.toContainEqual(expect.stringContaining("runs"));

  // The ticket is resolved, then the fault comes back.
  const question = carlaReads().at(-1);
  if (question === undefined) throw new Error("nobody asked");
  await carla.presses(question, "rate 1001 good");
  carla.writes(world.onlyCard(channels.acme).id, "¡Gracias!");
  await world.settle();
  expect((await world.ticket()).status).toBe("resolved");
  carla.writes(world.onlyCard(channels.acme).id, "Vuelve a fallar en iPad");
  await world.settle();
  expect((await world.ticket()).status).not.toBe("resolved");
  expect(await clocks(1001)).toContainEqual(expect.stringContaining("runs"));

  // Northwind is answered in its own language, in its own thread.
  await luis.presses(cardOf(1002), "reply");
  await luis.submits({ text: "We are on it, Oliver." });
  await world.pass(1);
  const north = world.slack.channel("C0NORTH").messages.map(({ text }) => text);
  expect(north.some((text) => text.includes("We are on it, Oliver."))).toBe(true);

  // Each person can read the history of the day, as far as they may.
  await carla.types(channels.acme, "/ticket transcript number:1001");
  await luis.types("C0TRIAGE", "/ticket history 1001");
  await world.settle();
  expect(luis.privates.at(-1)?.text).toMatch(/canary: the signer\?[^]*Hemos encontrado la causa\.[^]*Vuelve a fallar/);
  const outside = JSON.stringify([
    world.discord.channel(channels.acme).messages,
    carlaReads(),
    carla.privates,
    world.slack.channel("C0NORTH").messages,
    oliver.privates,
  ]);
  expect(outside).toContain("Vuelve a fallar en iPad");
  expect(outside).not.toMatch(/canary|Tom Berg/);
});
