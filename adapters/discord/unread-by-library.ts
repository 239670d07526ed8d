import type { WebSocketManager } from "discord.js";

/**
 * Keeps these events away from the library's own reading, which follows the listeners of `ws`. The library makes objects of
 * what people send, and ends the process where one of them is not as it expects. Other events it still reads, since its own
 * state depends on them; an error there is told to `stumbled`.
 */
export const unreadByLibrary = (
  ws: WebSocketManager,
  events: ReadonlySet<string>,
  stumbled: (event: string, error: unknown) => void,
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
      stumbled(event, error);
      return true;
    }
  };
  Object.defineProperty(ws, name, { value: guarded });
};
