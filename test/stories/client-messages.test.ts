import { afterEach, beforeEach, expect, test } from "vitest";
import { promisingDesk } from "../support/sample-desk.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld("http", { ...promisingDesk, reopen: { days: 7, ms: 0 } });
  await world.opens();
});
afterEach(() => world.stop());

const carla = () => world.slack.user("U0CARLA");
const thread = () => ({ thread: world.conversation().ts });
const inside = (): string => world.thread(world.card()).at(-1)?.text ?? "";
const rich = (...elements: readonly { readonly [key: string]: unknown }[]) => [
  { type: "rich_text", elements: [{ type: "rich_text_section", elements }] },
];

test("a thumb and a mention below a solved ticket are a thank you", async () => {
  await world.slack.user("U0LUIS").writes("C0ACME", "Hecho", thread());
  await world.slack.user("U0LUIS").presses(world.card(), "Resolve");
  await world.settle();
  await world.pass(30);
  const blocks = rich({ type: "emoji", name: "+1", unicode: "1f44d" });
  await carla().writes("C0ACME", ":+1:", { ...thread(), blocks });
  await carla().writes("C0ACME", "gracias <@U0LUIS>", { ...thread(), raw: true });
  await world.settle();
  expect((await world.ticket()).status).toBe("resolved");
  expect(inside()).toMatch(/gracias @luis/i);
});

test("the team reads the names of people and channels, and a fallback where Slack tells none", async () => {
  await carla().writes("C0ACME", "cc <@U0LUIS> <#C0TRIAGE|> <@U0NOBODY1> <#C0NOWHERE|> :fire:", {
    ...thread(),
    raw: true,
  });
  await world.settle();
  expect(inside()).toMatch(/cc @luis\S* #triage @unknown #C0NOWHERE 🔥/i);
});

test("a file of another workspace is judged by what Slack says it is", async () => {
  await carla().writes("C0ACME", "", {
    ...thread(),
    files: [
      { name: "facturas-enero.pdf", content: "%PDF", type: "application/pdf", external: true },
      { name: "instalar.exe", content: "MZ", type: "application/x-msdownload", external: true },
    ],
  });
  await world.settle();
  const [pdf, program] = (await world.ticket()).said.flatMap(({ files }) => files);
  expect(pdf).toMatchObject({ name: "facturas-enero.pdf", not: null });
  expect(program).toMatchObject({ name: "instalar.exe", not: "program" });
});
