import { afterEach, beforeEach, expect, test } from "vitest";
import { searchOwnTickets } from "../../src/db/search/search-own-tickets.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { freshEmbedded } from "../support/database/embedded-database.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { startStoryWorld, type StoryWorld } from "../support/story-world/story-world.ts";
import { fastestRunAwaited } from "../hostile/fastest-run.ts";

let world: StoryWorld;
beforeEach(async () => {
  // The embedded database computes in the thread of the desk, so a slow search would stop everything.
  world = await startStoryWorld("testchat", sampleDesk, await freshEmbedded());
});
afterEach(() => world.stop());

const visibleTo = { account: "acme", ownOnly: false, users: ["testchat:carla"], askedFor: ["acme"] } as const;
const find = async (text: string): Promise<readonly number[]> =>
  (await searchOwnTickets(world.database.db, { text, after: null, visibleTo }, 20)).tickets.map(({ number }) => number);

const text =
  "We have tried to restart the encoder in the studio, and it comes back for about ten minutes before the picture freezes. " +
  "Please tell us what you need from us to find out why, because the show of tomorrow begins at nine.";

test("words that must stand together take no longer among thousands of messages that have the words", async () => {
  await world.opens();
  await world.user("carla").writes("acme", text, world.conversation());
  await world.settle();
  expect(await find('"restart the encoder"')).toEqual([1001]);
  expect(await find('"encoder restart"')).toEqual([]);
  await world.database.rows(sql`insert into thread_messages
    select (jsonb_populate_record(null::thread_messages,
      to_jsonb(one) || jsonb_build_object('message', one.message || '-' || n, 'position', one.position + n))).*
    from (select * from thread_messages order by position desc limit 1) as one, generate_series(1, 3000) as n`);
  for (const words of ['"to the"', "to,the", '"the to we us"'])
    expect(await fastestRunAwaited(() => find(words), 600), words).toBeLessThan(600);
});
