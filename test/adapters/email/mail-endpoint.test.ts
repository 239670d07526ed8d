import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { largestMail, mailEndpoint } from "../../../adapters/email/inbound/mail-endpoint.ts";
import { webhookKey } from "../../../adapters/email/inbound/signed-request.ts";
import type { ArrivingMail, Core } from "../../../src/chat/port.ts";
import { listen } from "../../../src/http/listener.ts";
import { monday } from "../../support/given.ts";
import { keptLog } from "../slack/stage.ts";

const secret = `whsec_${Buffer.from("a secret of thirty-two bytes….").toString("base64")}`;
const key = webhookKey(secret) ?? expect.fail("no key");
const at = monday;

/** The headers of a signed request, some of them replaced. */
const signed = (
  body: string,
  {
    id = "msg_1",
    time = at,
    by = key,
    ...others
  }: Readonly<Record<string, unknown>> & { id?: string; time?: number; by?: Buffer } = {},
) => {
  const seconds = String(Math.floor(time / 1_000));
  const signature = createHmac("sha256", by).update(`${id}.${seconds}.${body}`).digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": seconds,
    "webhook-signature": `v1,wrong v1,${signature}`,
    ...others,
  } as Record<string, string>;
};

const opened = (fails = false) => {
  const taken: (ArrivingMail & { readonly raw: string })[] = [];
  const refused: string[] = [];
  const acceptMail: NonNullable<Core["acceptMail"]> = async (raw, arriving) => {
    if (fails) throw new Error("the database is away");
    return taken.push({ ...arriving, raw: Buffer.from(raw).toString() });
  };
  const http = mailEndpoint(
    key,
    { core: { acceptMail } as Core, log: keptLog(), now: () => at, refused: (why) => refused.push(why) },
    () => at,
  );
  const post = async (body: string, headers: Record<string, string>) => {
    const request = new Request("http://127.0.0.1/mail", { method: "POST", body, headers });
    const status = http.refuses?.(request.headers) ?? null;
    return status ?? (await http.handle(request, null)).status;
  };
  return { http, taken, refused, post };
};

describe("POST /mail", () => {
  test("takes a signed mail, and answers only when it is stored", async () => {
    const { post, taken } = opened();
    expect(
      await post(
        "Subject: hi\r\n\r\nhello",
        signed("Subject: hi\r\n\r\nhello", { "mail-to": "a@b.example, <c@d.example>" }),
      ),
    ).toBe(200);
    expect(taken).toEqual([
      {
        raw: "Subject: hi\r\n\r\nhello",
        source: "http",
        receivedAt: at,
        sentTo: ["a@b.example", "c@d.example"],
        size: 20,
        isWhole: true,
      },
    ]);
    const away = opened(true);
    expect(await away.post("x", signed("x"))).toBe(503);
  });

  test("refuses a request that is not signed with the secret, that is old, or whose body was changed", async () => {
    const { post, taken, refused } = opened();
    expect(await post("x", {})).toBe(401);
    expect(await post("x", signed("x", { by: Buffer.alloc(32) }))).toBe(401);
    expect(await post("x", signed("y"))).toBe(401);
    expect(await post("x", { ...signed("x"), "webhook-id": "msg_2" })).toBe(401);
    expect(await post("x", signed("x", { time: at - 6 * 60_000 }))).toBe(401);
    expect(await post("x", signed("x", { time: at + 6 * 60_000 }))).toBe(401);
    expect(await post("x", { ...signed("x"), "webhook-timestamp": "NaN" })).toBe(401);
    expect(await post("", signed(""))).toBe(400);
    expect(taken).toEqual([]);
    expect(refused).toEqual([
      "wrongSignature",
      "wrongSignature",
      "wrongSignature",
      "wrongSignature",
      "oldSignature",
      "oldSignature",
      "wrongSignature",
    ]);
  });

  test("a secret has its prefix and between 24 and 64 bytes", () => {
    const of = (bytes: number) => `whsec_${Buffer.alloc(bytes, 1).toString("base64")}`;
    expect([of(23), of(24), of(64), of(65), "abc", "whsec_!!"].map((each) => webhookKey(each) !== null)).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test("the listener lets a mail of 25 MB through, and no larger one", async () => {
    const { http, taken } = opened();
    const listener = await listen({
      host: "127.0.0.1",
      port: 0,
      metrics: { text: async () => "", contentType: "text/plain", httpRefused: () => {} },
      health: async () => ({ notReady: [], attention: [] }),
      token: null,
      hostNames: ["127.0.0.1"],
      isPublic: false,
      mounts: [http],
      log: keptLog(),
    });
    const post = async (body: string): Promise<number> => {
      const address = `http://127.0.0.1:${listener.port}/mail`;
      const sent = await fetch(address, { method: "POST", body, headers: signed(body) }).catch(() => null);
      return sent?.status ?? 0;
    };
    expect(await post("x".repeat(largestMail))).toBe(200);
    // The connection may be closed before the answer is read.
    expect([413, 0]).toContain(await post("x".repeat(largestMail + 1)));
    expect(taken.map(({ size }) => size)).toEqual([largestMail]);
    await listener.close(100);
  });
});
