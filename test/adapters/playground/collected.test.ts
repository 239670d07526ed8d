import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { collectedCard } from "../../../src/features/limits/collected-card.ts";
import { deskViewer } from "../../../src/i18n/viewer-for.ts";
import { recordingCore, type RecordingCore } from "../contract.ts";
import { desk, ticket } from "../../cards/samples/sample.ts";
import { openPlayground, type OpenPlayground } from "./open-playground.ts";
import { visit, type Visitor } from "./visitor.ts";

const luis = "playground:luis";
const triage = "playground:triage";

let core: RecordingCore;
let playground: OpenPlayground;
let visitor: Visitor;

beforeEach(async () => {
  core = recordingCore();
  playground = await openPlayground(core);
  visitor = await visit(playground.url);
});
afterEach(() => playground.stop());

it("shows the collected tickets, with menus that claim one, show one and set its account", async () => {
  const waiting = [1, 2, 3].map((each) => ({ ...ticket, number: 1041 + each, account: null, assignee: null }));
  const card = collectedCard(
    waiting,
    { total: 20, first: 1042, last: 1061 },
    desk,
    deskViewer({ ...desk, locale: "en" }),
  );
  await playground.adapter.port.post({ channel: triage }, card, { key: "a" });
  const body = (await visitor.state(luis)).messages.at(-1)?.body;
  const parts = body?.kind === "card" ? body.card.parts : [];
  const menus = parts.flatMap((part) => (part.part === "buttons" && part.menu !== undefined ? [part.menu] : []));
  expect(menus.map(({ label }) => label)).toEqual(["Take", "Show", "Name the account"]);
  expect(JSON.stringify(parts)).toContain("and 17 more: /ticket list unassigned");
  for (const { items } of menus) {
    const [, second] = items;
    if (second === undefined || !("action" in second)) throw new Error("nothing to press");
    const { action } = second;
    await visitor.post("/api/press", { key: randomUUID(), as: luis, channel: triage, thread: null, action });
  }
  const pressed = [...core.accepted.values()].map((each) => ("action" in each ? each.action : each.kind));
  expect(pressed).toEqual(["claim 1043", "show 1043 0", "account 1043"]);
});
