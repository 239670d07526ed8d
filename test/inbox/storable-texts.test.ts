import { expect, test } from "vitest";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import type { ChatPort } from "../../src/chat/port.ts";
import { completeEvent } from "../../src/inbox/complete.ts";
import { readThread } from "../../src/inbox/read-thread.ts";
import { createFileIntake } from "../../src/web/files/posted-files.ts";
import { readForm } from "../../src/web/read-form.ts";
import { keptLog } from "../adapters/slack/stage.ts";
import { freshDatabase } from "../support/database/database.ts";
import { monday } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";

/** What Postgres does not store: NUL, and half of a surrogate pair. */
const odd = (text: string): string => `${text}\0\uD83D`;
const even = (text: string): string => `${text}\uFFFD\uFFFD`;

const by = { user: "slack:U0CARLA", name: odd("carla") } as const;
const message = { channel: "slack:C0ACME", id: "1.1" } as const;
const file = { id: "F1", name: odd("a.png"), size: 1, type: odd("image/png") };
const described = {
  by: { ...by, name: even("carla") },
  files: [{ ...file, name: even("a.png"), type: even("image/png") }],
};

/** Slack, whose names and files hold such texts. */
const slack: Pick<ChatPort, "readThread" | "complete"> = {
  readThread: async () => ({
    ok: true,
    root: "1.1",
    messages: [{ id: "1.1", at: monday, by, bot: false, text: "x", files: [file] }],
    more: false,
  }),
  complete: async (inboundEvent: InboundEvent) => ({ ...inboundEvent, by, files: [file] }) as InboundEvent,
};
const ports = new Map([["slack", slack as ChatPort]]);

test("names and files of a thread, and those that complete an event, can be stored", async () => {
  const read = await readThread({ ports, log: keptLog() }, message, { needed: true });
  expect(read?.messages[0]).toMatchObject(described);
  const database = await freshDatabase();
  const pick = {
    kind: "pick",
    key: "k",
    at: monday,
    by,
    author: by,
    channel: message.channel,
    message,
    text: "x",
  } as const;
  const mentions = [{ user: "slack:U0SAM", name: null }];
  const completed = await completeEvent({ database, ports }, { ...pick, mentions } as never, sampleDesk);
  expect(completed).toMatchObject(described);
});

test("names of fields, and names and types of posted files, can be stored", async () => {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const form = await readForm(new Request("http://127.0.0.1/", { method: "POST", body: "a%00=b%00", headers }));
  expect(form.fields).toEqual([["a", "b"]]);
  const { db } = await freshDatabase();
  const viewer = { locale: "en", timezone: "UTC" } as const;
  const taking = { db, owner: by.user, at: monday, limit: sampleDesk.limits.files, viewer };
  const type = `image/png${"x".repeat(90)}🎫`;
  const files = [
    { name: odd("a.txt"), type: odd("text/plain"), bytes: new Uint8Array(1) },
    { name: "b.txt", type, bytes: new Uint8Array(1) },
  ];
  const given = await createFileIntake()({ files, key: "k" }, taking);
  expect(given).toMatchObject({
    ok: true,
    files: [{ name: "a.txt\uFFFD", type: "text/plain\uFFFD" }, { type: `${type.slice(0, 99)}\uFFFD` }],
  });
});
