import { describe, expect, it } from "vitest";
import { createArea } from "../../../adapters/web/index.ts";
import { directOf } from "../../../adapters/web/outbound.ts";
import type { Delivery } from "../../../src/chat/delivery.ts";
import type { ChatPort } from "../../../src/chat/port.ts";
import { addContact } from "../../../src/db/access/contact-store.ts";
import { areaMessages } from "../../../src/db/schema/area-schema.ts";
import { asc, eq } from "../../../src/db/schema/orm.ts";
import { writeDesk } from "../../../src/db/desk-store.ts";
import { areaCardJson } from "../../../src/stored/card-json.ts";
import { createDeskCache } from "../../../src/tickets/execute/desk-cache.ts";
import type { UserRef } from "../../../src/tickets/refs.ts";
import { createActing } from "../../../src/web/acting.ts";
import { createAreaMessages } from "../../../src/web/area/area-messages.ts";
import { card as drawn } from "../../../src/web/render/card.ts";
import { freshDatabase } from "../../support/database/database.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { adapterContract, plainCard, recordingCore, type Stage } from "../contract.ts";
import { literalTexts, unshowableTexts } from "../gallery.ts";
import { keptLog } from "../slack/stage.ts";

const nuria: UserRef = "web:nuria";
const now = Date.now;

/** What a reader sees of a drawn card. */
const readable = (html: string): string =>
  html
    .replaceAll(/<(?:style|input)[^>]*>/g, "")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

const open = async (): Promise<Stage> => {
  const database = await freshDatabase();
  const { db } = database;
  await writeDesk(db, {}, now());
  const desk = createDeskCache((_, version) => ({ ...sampleDesk, version }));
  await addContact(db, {
    user: nuria,
    account: "acme",
    knownAs: "email:nuria@acme.example",
    name: "Núria",
    how: "invited",
    addedBy: "slack:U0ANA",
    addedAt: now(),
    seesAll: true,
  });
  const notified: Record<UserRef, number> = {};
  const none = async (): Promise<Delivery> => ({ ok: false, failure: { kind: "recipientGone", why: "no channels" } });
  const mail: ChatPort = {
    post: none,
    edit: none,
    tell: async (to, _, { key }) => {
      notified[nuria] = (notified[nuria] ?? 0) + 1;
      return { ok: true, ref: { channel: to, id: key } };
    },
  };
  const adapter = createArea(
    createAreaMessages({
      db,
      desk,
      now,
      log: keptLog(),
      ports: new Map([["email", mail]]),
      origin: () => "https://plazo.example.com",
    }),
  );
  await adapter.start();
  const noPages = async (): Promise<never> => {
    throw new Error("the pages are tested below");
  };
  return {
    adapter,
    now,
    channel: nuria,
    user: nuria,
    nowhere: "web:nowhere",
    nobody: "web:nobody",
    messages: async (channel) => {
      const rows = await db
        .select()
        .from(areaMessages)
        .where(eq(areaMessages.channel, channel))
        .orderBy(asc(areaMessages.id));
      return Promise.all(
        rows.map(async ({ id, thread, card }) => ({
          ref: { channel, id: String(id), ...(thread === null ? {} : { thread }) },
          text: readable(
            String(
              await drawn(areaCardJson.read(card), () => ({ token: "", key: "", back: "" }), {
                viewer: { locale: "en", timezone: "UTC" },
                now: now(),
                linkTo: () => null,
                channelName: async () => "support",
              }),
            ),
          ),
        })),
      );
    },
    notified: async () => ({ ...notified }),
    private: noPages,
    form: noPages,
    types: noPages,
    writes: noPages,
    presses: noPages,
    submits: noPages,
    stop: async () => adapter.stop(),
  };
};

adapterContract({ platform: "web", open, receives: "onPages", notifies: "always" });

it("writes to a person in one place, which is not the place where they act", () => {
  expect(directOf(nuria)).toBe("web:nuria.direct");
});

describe("what people do on the pages", () => {
  const acting = () => {
    const core = recordingCore();
    return { core, ...createActing({ core, now, answers: { keep: async () => true }, patienceMs: 5_000 }) };
  };
  const by = { person: nuria, name: "Núria", place: nuria } as const;

  it.each([
    ...literalTexts,
    ...unshowableTexts.filter((text) => text.trim() !== "" && !/[\u0000-\u001f\ud800-\udfff]/.test(text)),
  ])("delivers %j as it was typed, once, with the ticket of the page", async (text) => {
    const { core, perform } = acting();
    const act = { ...by, key: "one", kind: "write", ticket: 1042, text } as const;
    void perform(act);
    void perform(act);
    await core.until(1);
    expect([...core.accepted.values()]).toMatchObject([
      { kind: "message", text, ticket: 1042, channel: nuria, by: { user: nuria, name: "Núria" } },
    ]);
  });

  it("delivers the action of a button and the values of a form unchanged", async () => {
    const { core, perform } = acting();
    void perform({ ...by, key: "one", kind: "press", action: "resolve 1042 own" });
    await core.until(1);
    void perform({ ...by, key: "two", kind: "submit", action: "submit-ticket", values: { title: "<!here> down" } });
    await core.until(2);
    expect([...core.accepted.values()]).toMatchObject([
      { kind: "press", action: "resolve 1042 own", channel: nuria },
      { kind: "submit", action: "submit-ticket", values: { title: "<!here> down" }, channel: nuria },
    ]);
  });

  it("gives the answer of the work to the page, also if there is nothing to say", async () => {
    const { core, perform } = acting();
    const said = perform({ ...by, key: "one", kind: "press", action: "resolve 1042 own" });
    await core.until(1);
    await core.answers[0]?.(plainCard("done"));
    expect(await said).toMatchObject({ kind: "answered", card: { summary: "done" } });
    const silent = perform({ ...by, key: "two", kind: "write", ticket: 1042, text: "Hello" });
    await core.until(2);
    core.answers[1]?.nothing?.();
    expect(await silent).toEqual({ kind: "done" });
  });

  it("answers at once with a form, with what is wrong in it, or in private, and stores nothing then", async () => {
    const { core, perform } = acting();
    const press = { ...by, key: "one", kind: "press", action: "new" } as const;
    core.answer = () => ({ kind: "fieldErrors", errors: { title: "Say more" } });
    expect(await perform(press)).toEqual({ kind: "fieldErrors", errors: { title: "Say more" } });
    core.answer = () => ({ kind: "private", card: plainCard("not for you") });
    expect(await perform(press)).toMatchObject({ kind: "answered", card: { summary: "not for you" } });
    expect(core.accepted.size).toBe(0);
  });
});
