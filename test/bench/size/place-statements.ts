import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import { directChannels } from "../../../src/db/delivery/direct-store.ts";
import { storedMessages, threadsInUse } from "../../../src/db/messages/stored-messages.ts";

const month = 30 * 24 * 60 * 60_000;
const everything = { from: "", before: "" };
/** The most threads that an adapter asks for. */
const most = 300;

/** Every statement with which an adapter finds what to read back after an absence. */
export const placeStatements = (
  handle: DatabaseHandle,
  ticket: number,
  now: number,
): readonly (() => Promise<unknown>)[] => {
  const channel = "slack:C0A1";
  return [
    () => directChannels(handle, "slack", { since: now - month, most: 200 }),
    () => storedMessages(handle, { is: "thread", channel, thread: `conversation${ticket}` }, everything),
    () => storedMessages(handle, { is: "roots", channel }, everything),
    () => storedMessages(handle, { is: "whole", channel }, everything),
    () => threadsInUse(handle, "slack", most),
  ];
};
