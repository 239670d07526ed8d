import { describe, expect, test } from "vitest";
import { createAttemptOutcomes, KnownFailure, withPlainFallback } from "../../../adapters/shared/attempts.ts";
import type { DeliveryFailure } from "../../../src/chat/delivery.ts";

const outcomes = createAttemptOutcomes(
  () => ({ kind: "doubtful", why: "cut off" }),
  () => 0,
);
const failing = (failure: DeliveryFailure) => async (): Promise<never> => {
  throw new KnownFailure(failure);
};
const ref = { channel: "test:1", id: "7" } as const;

describe("the outcome of an attempt", () => {
  test("is a delivery if the message arrived, and a failure if there was an error", async () => {
    expect(await outcomes.delivery(async () => ref)).toEqual({ ok: true, ref });
    expect(
      await outcomes.delivery(async () => {
        throw new Error("socket");
      }),
    ).toEqual({ ok: false, failure: { kind: "doubtful", why: "cut off" } });
  });

  test.each<[DeliveryFailure["kind"], DeliveryFailure["kind"], DeliveryFailure["kind"]]>([
    ["doubtful", "tryAgain", "doubtful"],
    ["tryAgain", "tryAgain", "doubtful"],
    ["ourBug", "ourBug", "doubtful"],
    ["installBroken", "installBroken", "installBroken"],
    ["recipientGone", "recipientGone", "recipientGone"],
  ])(
    "is for %s: %s if no message is posted, and %s when an earlier attempt is looked up",
    async (kind, nothing, look) => {
      const work = failing({ kind, why: "x" } as DeliveryFailure);
      await expect(outcomes.postsNothing(work)).rejects.toMatchObject({ failure: { kind: nothing, why: "x" } });
      await expect(outcomes.stillInDoubt(work)).rejects.toMatchObject({ failure: { kind: look, why: "x" } });
    },
  );
});

test("a card is sent as plain text only if the platform refused its rich form", async () => {
  const errors: unknown[] = [];
  const sent: string[] = [];
  const send = (fault: string) =>
    withPlainFallback(
      {
        rich: () => "rich",
        plain: () => "plain",
        isRefused: (error) => String(error) === "blocks",
        refused: (error) => errors.push(error),
      },
      async (content) => {
        sent.push(content);
        if (content === "rich") throw fault;
      },
    );
  await send("blocks");
  expect(sent).toEqual(["rich", "plain"]);
  expect(errors).toEqual(["blocks"]);
  await expect(send("gone")).rejects.toBe("gone");
  expect(sent).toEqual(["rich", "plain", "rich"]);
});
