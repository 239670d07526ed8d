import type { MailsReport } from "../../reports/staff-report.ts";
import type { Instant } from "../../sla/instant.ts";
import type { ChannelRef } from "../../tickets/refs.ts";
import type { Tx } from "../connection/handle.ts";
import { desc, eq } from "../schema/orm.ts";
import { staffReports } from "../schema/staff-report-schema.ts";
import { addStaffReports } from "./staff-report-store.ts";

/** How long (ms) after one message about waiting mails the next one follows at the earliest. It names all mails that wait then. */
const pauseMs = 15 * 60_000;

/**
 * Owes each triage channel a message about mails that wait, of which this one is new. One that no process has taken up yet names
 * it too, so none is added. The transaction that lets the mail wait calls it.
 */
export const announceWaitingMail = async (
  tx: Tx,
  mail: number,
  channels: readonly ChannelRef[],
  now: Instant,
): Promise<void> => {
  for (const channel of channels) {
    const [newest] = await tx
      .select({ status: staffReports.status, lease: staffReports.lease, settledAt: staffReports.settledAt })
      .from(staffReports)
      .where(eq(staffReports.person, channel))
      .orderBy(desc(staffReports.id))
      .limit(1)
      .for("update");
    if (newest?.status === "pending" && newest.lease === null) continue;
    const report: MailsReport = { kind: "mails", channel, first: mail };
    const since = newest === undefined || newest.settledAt === null ? now : newest.settledAt + pauseMs;
    await addStaffReports(tx, [{ person: channel, report }], now, Math.max(now, since));
  }
};
