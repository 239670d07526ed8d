import { afterEach, beforeEach, expect, test } from "vitest";
import { startWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld("http");
});
afterEach(() => world.stop());

test("a customer closes and reopens their ticket from its card, and is told once", async () => {
  await world.opens();
  const carla = world.slack.user("U0CARLA");
  const told = (): readonly string[] => [
    ...world.thread(world.conversation()).map(({ text }) => text),
    ...carla.privates.map(({ text }) => text),
  ];
  await carla.presses(world.conversation(), "Cerrar");
  await world.settle();
  expect((await world.ticket()).status).toBe("resolved");
  await carla.presses(world.conversation(), "Reabrir");
  await world.settle();
  expect((await world.ticket()).status).toBe("open");
  expect(told().filter((text) => text.includes("vuelve a estar abierto"))).toHaveLength(1);
  expect(told().filter((text) => /está resuelto|queda resuelto/.test(text))).toHaveLength(1);
  // Nor may the customer of another account.
  await world.slack.user("U0OLIVER").forges("C0NORTH", "resolve 1001 own");
  await world.settle();
  expect((await world.ticket()).status).toBe("open");
});

test("a ticket shows what was said, a page at a time, and why it is due behind a button", async () => {
  await world.opens();
  const [carla, luis] = [world.slack.user("U0CARLA"), world.slack.user("U0LUIS")];
  for (const n of [1, 2, 3]) {
    await carla.writes("C0ACME", `pregunta ${n}`, { thread: world.conversation().ts });
    await world.settle();
    await luis.writes("C0ACME", `respuesta ${n}`, { thread: world.conversation().ts });
    await world.settle();
  }
  await carla.types("C0ACME", "/ticket ver 1001");
  await world.settle();
  const shown = () => carla.privates.at(-1)?.text ?? "";
  expect(shown()).toMatch(/respuesta 1[^]*pregunta 3[^]*respuesta 3/);
  expect(shown()).not.toMatch(/pregunta 1|Horario que cuenta/);
  await carla.presses("private", "1 mensaje anterior");
  await world.settle();
  expect(shown()).toContain("pregunta 1");
  await carla.presses("private", "¿Por qué vence entonces?");
  await world.settle();
  expect(shown()).toContain("Horario que cuenta");
});
