import { expect, test } from "vitest";
import { readInteraction } from "../../../adapters/discord/inbound/inbound.ts";
import { withinBounds } from "../../../adapters/discord/gateway/listener.ts";

const refused: string[] = [];
const taken: unknown[] = [];
const take = async (body: unknown): Promise<void> => void taken.push(readInteraction(body, 0));
const listener = withinBounds(
  { interaction: take, message: take, reaction: take, edit: take, deletion: take, gone: take },
  (why) => void refused.push(why),
);

const interaction = (options: unknown) => ({
  id: "1",
  application_id: "2",
  token: "t",
  type: 2,
  channel_id: "3",
  user: { id: "4", username: "carla" },
  data: { name: "ticket", type: 1, options },
});
const option = (options: unknown) => [{ name: "new", type: 1, options }];

test("the adapter refuses options of 20,000 levels and 100,000 options before it reads them", async () => {
  let deep: unknown = [];
  for (let level = 0; level < 20_000; level++) deep = option(deep);
  expect(() => readInteraction(interaction(deep), 0)).toThrow(RangeError);
  const wide = Array.from({ length: 100_000 }, () => ({ name: "title", type: 3, value: "x" }));
  for (const heavy of [interaction(deep), interaction(wide)])
    for (const each of ["interaction", "message", "reaction", "edit", "deletion"] as const) await listener[each](heavy);
  expect(taken).toEqual([]);
  expect(refused).toEqual(Array(10).fill("tooComplex"));
});

test("the adapter accepts an ordinary interaction", async () => {
  await listener.interaction(interaction(option([{ name: "title", type: 3, value: "No picture" }])));
  expect(taken).toHaveLength(1);
  expect(taken[0]).not.toBeNull();
});
