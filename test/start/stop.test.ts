import { afterEach, expect, test, vi } from "vitest";
import { sql } from "../../src/db/schema/orm.ts";
import { stop } from "../../src/start/stop.ts";
import { openBare } from "../support/database/embedded-database.ts";

afterEach(() => void vi.useRealTimers());

const never = (): Promise<void> => new Promise(() => {});
const listener = { close: async () => {} };

test("a stop ends in under five seconds although a transaction of the embedded database lasts and a platform hangs", async () => {
  const database = await openBare();
  let release = (): void => {};
  const began = Promise.withResolvers<void>();
  const lasts = database.db.transaction(async (tx) => {
    await tx.execute(sql`select 1`);
    began.resolve();
    await new Promise<void>((resolve) => (release = resolve));
  });
  await began.promise;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const closing: Promise<void>[] = [];
  const closeDatabase = async (): Promise<void> => {
    closing.push(database.close());
    await Promise.all(closing);
  };
  const stopped = vi.fn();
  const stopping = stop({ adapters: [{ stop: never }], loops: [], listener, closeDatabase }).then(stopped);
  await vi.advanceTimersByTimeAsync(4_900);
  expect(closing).toHaveLength(1);
  expect(stopped).toHaveBeenCalledOnce();
  await stopping;
  vi.useRealTimers();
  release();
  await Promise.all([lasts, ...closing]);
});

test("a stop waits for neither limit if all is done, and closes the database last", async () => {
  const order: string[] = [];
  const part = (name: string) => ({ stop: async () => void order.push(name) });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await stop({
    adapters: [part("adapter")],
    loops: [part("loop")],
    listener: { close: async () => void order.push("listener") },
    closeDatabase: async () => void order.push("database"),
  });
  expect(order).toEqual(["adapter", "loop", "listener", "database"]);
  expect(vi.getTimerCount()).toBe(0);
});
