import type { DamageReport } from "../db/messages/message-columns.ts";
import type { Log } from "../chat/port.ts";
import type { EventDamageReport } from "../db/event-store.ts";
import type { WorkDeps } from "./deps.ts";

/** So many messages or events are remembered as reported. If there are more, some are reported again. */
const mostRemembered = 10_000;

/** Remembers what was reported. The result says whether this is new. */
const createReported = (): ((key: string | number) => boolean) => {
  const reported = new Set<string | number>();
  return (key) => {
    if (reported.has(key)) return false;
    if (reported.size >= mostRemembered) reported.clear();
    reported.add(key);
    return true;
  };
};

/** Reports each damaged event once in the life of a process. The log names the ticket and the event, and no text. */
export const createEventDamageReport = (log: Log): EventDamageReport => {
  const isNew = createReported();
  return ({ ticket, event, why }) => {
    if (isNew(event)) log.error({ err: why, ticket, event }, "history.damaged");
  };
};

/**
 * Reports each damaged message once in the life of a process: in the log, and where the operator sees what was set aside.
 * Its ticket goes on without the part that cannot be read.
 */
export const createDamageReport = ({ log, onSetAside }: Pick<WorkDeps, "log" | "onSetAside">): DamageReport => {
  const isNew = createReported();
  return ({ ticket, message: { channel, id }, why }) => {
    if (!isNew(`${ticket} ${channel} ${id}`)) return;
    log.error({ err: why, ticket }, "message.damaged");
    onSetAside?.({ ticket, message: "threadMessage" });
  };
};
