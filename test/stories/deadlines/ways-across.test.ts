import { afterEach, expect, test } from "vitest";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../../support/discord-cast.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";
import { inEnglish, inSpanish } from "../../support/sentences.ts";

let world: WorldAcross;
afterEach(async () => {
  await world.stop();
  expect(world.discord.refusals).toEqual([]);
  expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
});

const opens = async (): Promise<void> => {
  const carla = world.discord.user(people.carla);
  await carla.types(channels.acme, "/ticket new title:El vídeo no se ve");
  await carla.submits({ severity: "high", description: "No se reproduce nada." });
  await world.settle();
};
const posted = () => world.thread(world.onlyCard(channels.acme)).map(({ text }) => text);
const answered = () => world.discord.user(people.carla).privates.at(-1)?.text ?? "";
const direct = (name: string) => world.slack.dm(name).messages;

test("a customer on Discord escalates to the head of support on Slack, and reads who knows", async () => {
  world = await startWorldAcross(deskAcross(["slack"], "discord"));
  await opens();
  const carla = world.discord.user(people.carla);
  await carla.types(channels.acme, "/ticket escalate number:T-1001 why:salimos al aire");
  await world.settle();
  expect(answered()).toContain("+34 600 000 001");
  expect(direct("U0EVA")).toEqual([]);
  await world.pass(241);
  const before = direct("U0EVA").length;
  await carla.types(channels.acme, "/ticket escalate number:T-1001 why:salimos al aire");
  await world.settle();
  expect(direct("U0EVA").slice(before)).toHaveLength(1);
  expect(direct("U0EVA").at(-1)?.text).toContain("salimos al aire");
  expect(posted().at(-1)).toMatch(inSpanish("notified.person.escalation", { ticket: "T-1001" }));
  await carla.presses(world.onlyCard(channels.acme), "escalate");
  await world.settle();
  expect(answered()).toMatch(inSpanish("refusal.escalatedAlready", { ticket: "T-1001" }));
  expect(direct("U0EVA").slice(before)).toHaveLength(1);
});

test("a call, consulting and the rating question work on Discord too", async () => {
  world = await startWorldAcross(deskAcross(["slack"], "discord"));
  await opens();
  const carla = world.discord.user(people.carla);
  await carla.types(channels.acme, "/ticket call number:1001 phone:+34 600 000 009 a las 16:30");
  await world.settle();
  expect(direct("U0ANA").at(-1)?.text).toMatch(/\+34 600 000 009[^]*a las 16:30/);
  await carla.types(channels.acme, "/ticket manager");
  expect(answered()).toMatch(/Ana Ruiz[^]*600 000 001/);

  const [card] = world.slack.channel("C0TRIAGE").messages;
  await world.slack.user("U0LUIS").presses(card ?? { channel: "", ts: "" }, "resolve");
  await world.settle();
  const question = world.thread(world.onlyCard(channels.acme)).at(-1);
  if (question === undefined) throw new Error("nobody asked");
  await carla.presses(question, "rate 1001 ok");
  await world.settle();
  expect((await world.ticket()).rating?.given?.score).toBe("ok");

  await carla.types(channels.acme, "/ticket consulting topic:Canales en directo");
  await carla.submits({ description: "Doce canales en mayo.", time: "el martes" });
  await world.settle();
  expect(await world.ticket(1002)).toMatchObject({ kind: "consulting", title: "Canales en directo" });
  expect(direct("U0ANA").at(-1)?.text).toMatch(inEnglish("consulting.heading", { account: "Acme TV" }));
});
