import { afterEach, beforeEach, expect, test } from "vitest";
import { createEmail } from "../../../adapters/email/index.ts";
import type { Adapter, LinkTo } from "../../../src/chat/port.ts";
import { staffReports } from "../../../src/db/schema/staff-report-schema.ts";
import type { Desk } from "../../../src/desk/desk.ts";
import { platformOf } from "../../../src/tickets/refs.ts";
import { startMailServer, type MailServer } from "../../support/mail-server.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { inPortuguese } from "../../support/sentences.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";

const { eva } = sampleDesk.people;
if (eva === undefined) throw new Error("no Eva");
const desk: Desk = {
  ...sampleDesk,
  reports: { weekly: { day: "mon", minute: 8 * 60 }, statements: null, alerts: false },
  people: { eva: { ...eva, email: "eva@example.com", locale: "pt" } },
};

let world: StoryWorld;
let server: MailServer;
let adapter: Adapter;
beforeEach(async () => {
  server = await startMailServer();
  world = await startStoryWorld("testchat", desk);
  const linkTo: LinkTo = (ref) => world.ports.get(platformOf(ref.channel))?.linkTo?.(ref) ?? null;
  adapter = createEmail({ url: server.url, from: "desk@example.com" }, { log: world.log, now: world.now, linkTo });
  world.ports.set("email", adapter.port);
  await world.settle();
});
afterEach(async () => {
  await adapter.stop();
  await world.stop();
  await server.stop();
});

/** Until the next Monday at eight. */
const untilDigest = 7 * 24 * 60 - 2 * 60;

test("a person whom chat cannot reach any more gets the digest by mail, in their language, once", async () => {
  world.leaves("eva");
  await world.pass(untilDigest);
  await world.pass(60);
  expect(server.mails.map(({ to }) => to)).toEqual([["eva@example.com"]]);
  const body = (server.mails[0]?.raw ?? "")
    .replace(/=\r\n/g, "")
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll("=", ""), "hex").toString("utf8"));
  expect(body).toMatch(inPortuguese("weekly.quiet"));
  expect(world.direct("eva")).toEqual([]);
  const [row] = await world.database.db.select().from(staffReports);
  expect(row).toMatchObject({ status: "sent", byMail: true });
});
