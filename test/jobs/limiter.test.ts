import fc from "fast-check";
import { expect, test } from "vitest";
import { createLimiter, type Limiter } from "../../src/delivery/limiter.ts";

const edits = { in: "platform", burst: 2, everyMs: 2_000 } as const;
const limits = { perPlace: { burst: 3, everyMs: 1_000 }, edits, perMinute: 400 };
const ana = "slack:U0ANA";

const started = (known = limits): { limiter: Limiter; turn: (ms: number) => void } => {
  let now = 0;
  return {
    limiter: createLimiter(
      (platform) => (platform === "slack" ? known : undefined),
      () => now,
    ),
    turn: (ms) => void (now += ms),
  };
};

/** How many of some messages the limiter allows at once. */
const sent = (limiter: Limiter, place: (n: number) => `slack:${string}`, tries: number, urgent = false): number =>
  Array.from({ length: tries }, (_, n) => limiter.take(place(n), urgent)).filter(Boolean).length;

test("a place allows a short burst and then one message a second", () => {
  const { limiter, turn } = started();
  expect(sent(limiter, () => ana, 5)).toBe(3);
  expect(limiter.shut(false)).toEqual([ana]);
  turn(999);
  expect(limiter.take(ana, false)).toBe(false);
  turn(1);
  expect(limiter.take(ana, false)).toBe(true);
  turn(60_000);
  expect(limiter.room(ana, false)).toBe(3);
  expect(limiter.shut(false)).toEqual([]);
});

test("a full place does not delay another place", () => {
  const { limiter } = started();
  sent(limiter, () => ana, 5);
  expect(limiter.take("slack:U0EVA", false)).toBe(true);
});

test("messages that are not urgent leave a share of the total for urgent ones", () => {
  const { limiter } = started();
  expect(sent(limiter, (n) => `slack:U${n}`, 100)).toBe(32);
  expect(limiter.shut(false)).toEqual(["slack"]);
  expect(limiter.shut(true)).toEqual([]);
  expect(sent(limiter, (n) => `slack:V${n}`, 100, true)).toBe(8);
  expect(limiter.shut(true)).toEqual(["slack"]);
});

test("a card leaves room for a message in its place unless it is urgent, and edits count apart", () => {
  const { limiter, turn } = started();
  const post = (urgent: boolean): boolean => limiter.takeCard(ana, false, urgent);
  expect([post(false), post(false), post(false)]).toEqual([true, true, false]);
  expect(limiter.closedForCards(false)).toEqual({ posts: [ana], edits: [] });
  expect(limiter.closedForCards(true)).toEqual({ posts: [], edits: [] });
  expect([limiter.room(ana, false), post(true), post(true)]).toEqual([1, true, false]);
  const edit = (): boolean => limiter.takeCard("slack:C1", true, false);
  expect([edit(), edit(), edit()]).toEqual([true, true, false]);
  expect(limiter.closedForCards(false).edits).toEqual(["slack"]);
  expect(limiter.take("slack:C1", false)).toBe(true);
  turn(2_000);
  expect([edit(), edit()]).toEqual([true, false]);
});

test("the limiter says when there is room again", () => {
  const { limiter, turn } = started();
  expect(limiter.opensAt()).toBeNull();
  sent(limiter, () => ana, 3);
  turn(400);
  expect(limiter.opensAt()).toBe(1_000);
});

test("a place without a known limit allows everything", () => {
  const { limiter } = started();
  expect(limiter.room("playground:ana", false)).toBe(Number.POSITIVE_INFINITY);
  for (let n = 0; n < 1_000; n += 1) expect(limiter.take("playground:ana", false)).toBe(true);
});

test("a clock that goes back closes nothing for longer", () => {
  const { limiter, turn } = started();
  turn(100_000);
  sent(limiter, () => ana, 3);
  turn(-50_000);
  expect(limiter.take(ana, false)).toBe(false);
  turn(1_000);
  expect(limiter.take(ana, false)).toBe(true);
});

test("no minute exceeds its limit, in whatever order messages come", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ wait: fc.integer({ min: 0, max: 3_000 }), count: fc.integer({ min: 1, max: 60 }) }), {
        maxLength: 60,
      }),
      (waves) => {
        let now = 0;
        const limiter = createLimiter(
          () => ({ perPlace: { burst: 5, everyMs: 1_000 }, edits, perMinute: 120 }),
          () => now,
        );
        const times: number[] = [];
        for (const { wait, count } of waves) {
          now += wait;
          for (let n = 0; n < count; n += 1) if (limiter.take(`slack:U${n}`, true)) times.push(now);
        }
        for (const from of times)
          if (times.filter((time) => time >= from && time < from + 60_000).length > 120) return false;
        return true;
      },
    ),
  );
});
