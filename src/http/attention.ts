import type { Instant } from "../sla/instant.ts";
import { unreachedReminders } from "../tickets/execute/queries.ts";
import type { Database, DatabaseHandle } from "../db/connection/handle.ts";
import { failedReports } from "../db/staff-reports/staff-report-store.ts";
import { countFailedNotices } from "../db/statements/notice-store.ts";
import { countMails } from "../db/mail/mail-store.ts";
import { ticketName } from "../tickets/ticket.ts";

const mailsIn = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [count === 1 ? `1 mail ${one}` : `${count} mails ${many}`];

/** More of the reports that reached no recipient are not named. */
const mostReports = 5;

/** One sentence for each report to the staff that reached no recipient, and one for the contacts who were not notified of a statement. */
export const undeliveredReports = async (db: Database): Promise<readonly string[]> => {
  const notices = await countFailedNotices(db);
  return [
    ...(await failedReports(db, mostReports)).map(
      ({ person, subject, settledAt }) =>
        `the report “${subject}” for ${person} reached no recipient (${new Date(settledAt).toISOString()})`,
    ),
    ...(notices === 0
      ? []
      : [
          `${notices === 1 ? "1 contact was" : `${notices} contacts were`} not notified of a statement: its page on the web desk says whom`,
        ]),
  ];
};

/** One sentence each for the mails that wait for the staff, and for those that were set aside. */
export const mailsForStaff = async (db: Database): Promise<readonly string[]> => {
  const { waiting, setAside } = await countMails(db);
  return [
    ...mailsIn(waiting, "waits until an agent chooses its account", "wait until an agent chooses their accounts"),
    ...mailsIn(setAside, "could not be read and was set aside", "could not be read and were set aside"),
  ];
};

/**
 * One sentence for each thing that the operator should look at although the desk is ready: reminders that reached no
 * recipient, reports and statements that did not arrive, and mails that wait for a person.
 */
export const attention = async ({ inbound }: DatabaseHandle, now: Instant): Promise<readonly string[]> => {
  try {
    const reminders = (await unreachedReminders(inbound, now)).map(
      ({ ticket, clock, step, at, trying }) =>
        `${ticketName(ticket)}: the ${clock} reminder at ${Math.round(step)} % ${trying ? "has reached no recipient yet" : "reached no recipient"} (${new Date(at).toISOString()})`,
    );
    return [...reminders, ...(await undeliveredReports(inbound)), ...(await mailsForStaff(inbound))];
  } catch {
    // If the database does not answer, the desk is not ready, and the readiness check says so.
    return [];
  }
};
