import type { Instant } from "../../sla/instant.ts";
import { filesCarried, readLatestUses, refusedUntil, rememberUse } from "../../db/customer-use-store.ts";
import { lockNamed } from "../../db/connection/advisory-locks.ts";
import type { Database, Tx } from "../../db/connection/handle.ts";
import type { Desk } from "../../desk/desk.ts";
import { copiedOf, countedInThread } from "../files/carried-files.ts";
import { commandRule, eventRule } from "../registry.ts";
import { limitedUntil, type CountedCustomer, type CountedAct, type FilesLeft } from "../limits.ts";
import { identify } from "../principal.ts";
import type { Command, Event, Refusal } from "../messages.ts";

/** A customer's command, as the desk's limits count it. */
export interface CountedUse {
  readonly who: CountedCustomer;
  readonly what: CountedAct;
  readonly at: Instant;
}

/** What a limit needs to know of a command. */
type CountedCommand = Pick<Command, "by" | "at" | "type">;

export type Limited = Extract<Refusal, { reason: "limited" }>;

/**
 * What a command counts as, and for which customer. Null if it is unlimited: commands of staff, of the clock, and some
 * of customers.
 */
export const useOf = (command: CountedCommand, desk: Desk): CountedUse | null => {
  const { by, at, type } = command;
  const what = commandRule(type).countsAs;
  if (by.kind === "clock" || what === undefined) return null;
  const principal = identify(by.user, by.channel, desk, by.membership);
  return principal.is === "staff"
    ? null
    : { who: { person: by.user, account: principal.account?.key ?? null }, what, at };
};

/**
 * Processes may count a burst of acts in another order than that of their times, so acts that came this much later (ms)
 * count too.
 */
const outOfOrderMs = 10_000;

/** Texts name whole minutes, so a limit ends on one. */
const wholeMinute = (at: Instant): Instant => Math.ceil(at / 60_000) * 60_000;

const nothing: FilesLeft = { count: 0, bytes: 0 };

/**
 * Why a customer must wait; null if they need not. A refusal is stored and lasts until the time that the customer was
 * given, so further messages are refused without another notice. A lock lets one command of a person and their account at a
 * time be counted, so that several processes together grant no more than the limit. A flood that is refused without notice
 * waits for no lock.
 */
export const overLimit = async (tx: Tx, { who, what, at }: CountedUse, desk: Desk): Promise<Limited | null> => {
  const { person, account } = desk.limits[what];
  const refusedBefore = await refusedUntil(tx, who, what);
  if (what === "messages" && refusedBefore !== null && refusedBefore > at)
    return { reason: "limited", what, of: "person", limit: person, until: refusedBefore, alreadyNotified: true };
  await lockNamed(tx, "usesOfPerson", who.person);
  if (who.account !== null) await lockNamed(tx, "usesOfAccount", who.account);
  const sides = [
    { of: "person", limit: person, whose: { person: who.person } } as const,
    ...(who.account === null ? [] : [{ of: "account", limit: account, whose: { accountKey: who.account } } as const]),
  ];
  for (const { of, limit, whose } of sides) {
    const window = { what, after: at - limit.withinMs, upTo: at + outOfOrderMs, most: limit.most };
    const latest = await readLatestUses(tx, whose, window);
    const freeAt = limitedUntil(limit, latest, at);
    if (freeAt === null) continue;
    // A customer who writes too fast waits for the whole length. Otherwise each further message would get a notice.
    const until = wholeMinute(what === "messages" ? (latest[0] ?? at) + limit.withinMs : freeAt);
    await rememberUse(tx, who, { what, at, files: nothing, refusedUntil: until });
    return {
      reason: "limited",
      what,
      of,
      limit,
      until,
      alreadyNotified: refusedBefore !== null && refusedBefore >= until,
    };
  }
  return null;
};

/** Whether a customer who wrote too fast was told to wait until later, so that this message will be refused too. */
export const isRefusedForNow = async (db: Database, message: CountedCommand, desk: Desk): Promise<boolean> => {
  const use = useOf(message, desk);
  const until = use === null ? null : await refusedUntil(db, use.who, use.what);
  return use !== null && until !== null && until > use.at;
};

const holdsFiles = (command: Command): boolean => {
  if (command.type === "receiveMessage") return (command.files ?? []).length > 0;
  if (command.type !== "open") return false;
  return (
    (command.openingMessage?.files ?? []).length > 0 || countedInThread(command.earlier?.messages ?? []).length > 0
  );
};

/** The files a customer may still send. Undefined if the command has no files. */
export const filesLeft = async (
  tx: Tx,
  command: Command,
  use: CountedUse,
  desk: Desk,
): Promise<FilesLeft | undefined> => {
  if (!holdsFiles(command)) return undefined;
  const { most, bytes, withinMs } = desk.limits.files;
  const carried = await filesCarried(tx, use.who, use.at - withinMs);
  return { count: most - carried.count, bytes: bytes - carried.bytes };
};

/** The command with the remaining file allowance. */
export const withFilesLeft = (command: Command, left: FilesLeft | undefined): Command =>
  left !== undefined && (command.type === "open" || command.type === "receiveMessage")
    ? { ...command, filesLeft: left }
    : command;

/** The files in these events that are copied to the team. */
const filesIn = (events: readonly Event[]): FilesLeft =>
  copiedOf(events.flatMap((event) => eventRule(event.type).countedFiles?.(event) ?? []));

/**
 * Counts a command that is accepted now and carried out later, or returns why the customer must wait. The request that
 * carries it out is `isCounted`.
 */
export const countWithinLimits = async (tx: Tx, command: CountedCommand, desk: Desk): Promise<Limited | null> => {
  const use = useOf(command, desk);
  if (use === null) return null;
  const limited = await overLimit(tx, use, desk);
  if (limited === null) await countUse(tx, use, []);
  return limited;
};

/** Why a customer must wait before they give such a command; null if they need not. Grants and counts nothing. */
export const askLimits = async (db: Database, command: CountedCommand, desk: Desk): Promise<Limited | null> => {
  const use = useOf(command, desk);
  return use === null ? null : db.transaction((tx) => overLimit(tx, use, desk));
};

/** Counts only the files, because the act itself was counted when it was accepted. */
export const countFiles = async (tx: Tx, { who, at }: CountedUse, events: readonly Event[]): Promise<void> => {
  const files = filesIn(events);
  if (files.count > 0) await rememberUse(tx, who, { what: "files", at, files, refusedUntil: null });
};

/** Counts a granted command. */
export const countUse = (tx: Tx, { who, what, at }: CountedUse, events: readonly Event[]): Promise<void> =>
  rememberUse(tx, who, { what, at, files: filesIn(events), refusedUntil: null });
