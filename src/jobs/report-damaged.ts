import type { DamageReport } from "../db/messages/message-columns.ts";
import type { WorkDeps } from "./deps.ts";

/** So many messages are remembered as reported. If there are more, some are reported again. */
const mostRemembered = 10_000;

/**
 * Reports each damaged message once in the life of a process: in the log, and where the operator sees what was set aside.
 * Its ticket goes on without the part that cannot be read.
 */
export const createDamageReport = ({ log, onSetAside }: Pick<WorkDeps, "log" | "onSetAside">): DamageReport => {
  const reported = new Set<string>();
  return ({ ticket, message: { channel, id }, why }) => {
    const key = `${ticket} ${channel} ${id}`;
    if (reported.has(key)) return;
    if (reported.size >= mostRemembered) reported.clear();
    reported.add(key);
    log.error({ err: why, ticket }, "message.damaged");
    onSetAside?.({ ticket, message: "threadMessage" });
  };
};
