import type { WebSocketManager } from "discord.js";

/**
 * Keeps these events from the library's own handlers, which run after the listeners of `ws`. The library builds objects
 * from what people send, and ends the process if one is not as expected. It still handles other events, because its
 * state depends on them; their errors are reported to `onError`.
 */
export const isUnreadableForLibrary = (
  ws: WebSocketManager,
  events: ReadonlySet<string>,
  onError: (event: string, error: unknown) => void,
): void => {
  const name = "handlePacket";
  const read: unknown = Reflect.get(ws, name);
  if (typeof read !== "function") throw new Error(`discord.js has no ${name} any more`);
  const guarded = (packet: { readonly t?: string } | undefined, shard: unknown): unknown => {
    const event = packet?.t ?? "";
    if (events.has(event)) return true;
    try {
      return Reflect.apply(read, ws, [packet, shard]);
    } catch (error) {
      onError(event, error);
      return true;
    }
  };
  Object.defineProperty(ws, name, { value: guarded });
};
