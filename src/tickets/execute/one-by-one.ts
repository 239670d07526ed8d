import { QueryFailed } from "../../db/connection/query-failed.ts";

/** Is told of each ticket that could not be changed. */
export type TicketFailed = (ticket: number, error: unknown) => void;

/** The classes of Postgres' codes for data that cannot be stored, and for a constraint that refuses it. */
const aboutData = /^2[23]/;

/** Whether an error comes from this ticket alone. A database that is away fails every ticket in the same way. */
const isOfTicket = (error: unknown): boolean =>
  error instanceof QueryFailed
    ? aboutData.test(error.code ?? "")
    : error instanceof Error && !("code" in error && typeof error.code === "string");

/**
 * Does the work of one ticket among others. A ticket that cannot be read or changed is reported, and the next one has its
 * turn. Throws if the database failed, so that the work is tried again.
 */
export const oneByOne = async (ticket: number, work: () => Promise<unknown>, onFailed: TicketFailed): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!isOfTicket(error)) throw error;
    onFailed(ticket, error);
  }
};
