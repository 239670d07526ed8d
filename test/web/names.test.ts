import { expect, test } from "vitest";
import type { ChatPort, Named } from "../../src/chat/port.ts";
import { createNames } from "../../src/web/names.ts";

const nowhere = async () => ({ ok: false, failure: { kind: "recipientGone", why: "not here" } }) as const;

/** A platform that counts how often it is asked. */
const platform = (answer: (named: Named) => Promise<string | null>) => {
  const asked: Named[] = [];
  const port: ChatPort = {
    post: nowhere,
    edit: nowhere,
    tell: nowhere,
    nameOf: (named) => {
      asked.push(named);
      return answer(named);
    },
  };
  return { asked, port };
};

const acme = { channel: "chat:acme" } as const;
const minute = 60_000;

test("a name is asked for once by pages that are made at the same time, and again after ten minutes", async () => {
  let now = 0;
  const { asked, port } = platform(async (named) => ("channel" in named ? "acme-support" : "Carla"));
  const nameOf = createNames({ portOf: () => port, now: () => now });
  expect(await Promise.all([nameOf(acme), nameOf(acme), nameOf({ user: "chat:acme" })])).toEqual([
    "acme-support",
    "acme-support",
    "Carla",
  ]);
  now = 9 * minute;
  await nameOf(acme);
  expect(asked).toHaveLength(2);
  now = 11 * minute;
  await nameOf(acme);
  expect(asked).toHaveLength(3);
});

test("a name that the platform did not tell is asked for again after a minute", async () => {
  let now = 0;
  let isDown = true;
  const { port, asked } = platform(async () => {
    if (isDown) throw new Error("down");
    return "acme-support";
  });
  const nameOf = createNames({ portOf: () => port, now: () => now });
  expect(await nameOf(acme)).toBeNull();
  expect(await nameOf(acme)).toBeNull();
  isDown = false;
  now = 2 * minute;
  expect(await nameOf(acme)).toBe("acme-support");
  expect(asked).toHaveLength(2);
});

test("a platform that does not answer, tells no names or is switched off delays no page for long", async () => {
  const { port } = platform(() => new Promise<string | null>(() => {}));
  expect(await createNames({ portOf: () => port, now: () => 0, patienceMs: 1 })(acme)).toBeNull();
  const { nameOf: _, ...silent } = port;
  expect(await createNames({ portOf: () => silent, now: () => 0 })(acme)).toBeNull();
  expect(await createNames({ portOf: () => undefined, now: () => 0 })(acme)).toBeNull();
});
