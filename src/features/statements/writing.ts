import type { Account, Desk, Person } from "../../desk/desk.ts";
import { managesAccess } from "../client-access/index.ts";

/** In characters. One sentence for each missed target is asked for. */
export const longestSentence = 500;

/**
 * Whether this member of the staff may write and send the statements of an account: its manager, their deputy, the head of support
 * and administrators. They are the people who decide who may enter the account's client area.
 */
export const mayWriteStatement = (person: Person, account: Account, desk: Desk): boolean =>
  managesAccess(person, account, desk);

/**
 * A sentence as it is stored: on one line, without space around it. A form sends line ends that a table of the statement would not
 * show.
 */
export const asSentenceText = (typed: string): string => typed.replaceAll(/\s+/g, " ").trim();

/** Whether a sentence is too long to be stored. */
export const isTooLong = (sentence: string): boolean => sentence.length > longestSentence;
