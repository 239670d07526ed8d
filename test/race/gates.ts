import type { DeskCache } from "../../src/tickets/execute/desk-cache.ts";
import type { Delivery } from "../../src/chat/delivery.ts";
import type { ChatPort } from "../../src/chat/port.ts";

/** A gate at which work hangs until it opens. */
export interface Gate {
  /** Resolves when this many calls hang at it. */
  reached(count?: number): Promise<void>;
  open(): void;
  /** Hangs here. */
  pass(): Promise<void>;
}

export const closedGate = (): Gate => {
  const opening = Promise.withResolvers<void>();
  let hanging = 0;
  let awaited: { readonly count: number; readonly resolve: () => void }[] = [];
  const look = (): void => {
    for (const { count, resolve } of awaited) if (hanging >= count) resolve();
    awaited = awaited.filter(({ count }) => hanging < count);
  };
  return {
    reached: (count = 1) =>
      new Promise((resolve) => {
        awaited.push({ count, resolve });
        look();
      }),
    open: opening.resolve,
    pass: () => {
      hanging += 1;
      look();
      return opening.promise;
    },
  };
};

/** A desk that cannot be read before the gate opens: its process hangs after it claimed its work. */
export const hangingDesk = (desk: DeskCache, gate: Gate): DeskCache => ({
  current: desk.current,
  read: async (db) => {
    await gate.pass();
    return desk.read(db);
  },
});

/** A port whose calls never reach the platform, and return this when the gate opens. */
export const deafPort = (gate: Gate, delivery: Delivery): ChatPort => {
  const call = async (): Promise<Delivery> => {
    await gate.pass();
    return delivery;
  };
  return { post: call, edit: call, tell: call };
};

/** A port whose calls reach the platform and whose process is dead before the answer comes. */
export const lastWords = (port: ChatPort, gate: Gate): ChatPort => {
  const thenDies = async (delivery: Promise<Delivery>): Promise<Delivery> => {
    await delivery;
    void gate.pass();
    return new Promise(() => {});
  };
  return {
    post: (...call) => thenDies(port.post(...call)),
    edit: (...call) => thenDies(port.edit(...call)),
    tell: (...call) => thenDies(port.tell(...call)),
  };
};

/** A process that dies when the platform refuses its call. */
export const lastRefusal = (): { readonly port: ChatPort; readonly desk: (desk: DeskCache) => DeskCache } => {
  let dead = false;
  const call = async (): Promise<Delivery> => {
    dead = true;
    return { ok: false, failure: { kind: "recipientGone", why: "refused" } };
  };
  return {
    port: { post: call, edit: call, tell: call },
    desk: (desk) => ({
      current: desk.current,
      read: (db) => (dead ? Promise.reject(new Error("this process is dead")) : desk.read(db)),
    }),
  };
};
