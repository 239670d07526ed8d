import type { Tx } from "./handle.ts";
import { sql } from "../schema/orm.ts";

/**
 * The first numbers of the advisory locks that have a name. Locks with two numbers are apart from those with one. A
 * transaction that takes several of them takes them in this order, after the locks of tickets.
 */
const kinds = {
  /** A person to whom a link to sign in is sent. Staff have no row that could be locked. */
  signIn: 7_291,
  /** A contact who sends files in the client area. */
  areaFiles: 7_292,
  /** A customer, and then their account, whose acts are counted. */
  usesOfPerson: 7_293,
  usesOfAccount: 7_294,
} as const;

/**
 * Lets one transaction at a time go on for this name, until it ends. It is for checks of rows that may not exist yet, which
 * no row lock can protect: without it, two processes could both find that a limit leaves room for one more.
 */
export const lockNamed = async (tx: Tx, kind: keyof typeof kinds, name: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${kinds[kind]}, hashtext(${name}))`);
};
