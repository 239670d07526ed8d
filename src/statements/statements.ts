import { countToDerive } from "../db/outcomes/derive-store.ts";
import { contactsOfAccount } from "../db/access/contact-store.ts";
import type { Database } from "../db/connection/handle.ts";
import { readAttainment, readBreaches } from "../db/outcomes/report-queries.ts";
import { readConsultingTime, readRatingCounts, readUnended, readWaited } from "../db/statements/statement-queries.ts";
import {
  lockDraft,
  makeDraft,
  readContent,
  readSentences,
  storeSent,
  writeSentences,
  type ListedStatement,
  type WrittenSentence,
} from "../db/statements/statement-store.ts";
import type { Account, Desk } from "../desk/desk.ts";
import type { Breach } from "../reports/attainment.ts";
import { englishPeriod } from "../reports/english-period.ts";
import { readPeriod, type Period } from "../reports/period.ts";
import {
  missedKey,
  missedTargets,
  statementRows,
  unexplained,
  type StatementFigures,
} from "../reports/statement-figures.ts";
import type { Instant } from "../sla/instant.ts";
import { dateAt } from "../sla/wall-clock.ts";
import { seesWholeAccount } from "../tickets/principal.ts";
import { frozen, sha256, thawed, type StatementContent } from "./frozen.ts";
import { statementDocument } from "./statement-document.ts";

/** A statement lists at most so many missed targets, each with a sentence. */
export const mostMissed = 500;

/** The period that words name in English, Spanish or Portuguese, in the zone of the account: "last month", "2026-Q3". Null for other words. */
export const periodFrom = (words: string, { timezone }: Pick<Account, "timezone">, now: Instant): Period | null =>
  readPeriod(englishPeriod(words, dateAt(timezone, now)) ?? words, timezone, now);

/**
 * The draft of a statement for an account and a period: a new one, or the one that is there. `by` is a key of the desk's people;
 * null if Plazo makes it by itself. A period whose last statement was sent gets the draft of a correction.
 */
export const draftStatement = async (
  db: Database,
  given: { readonly account: string; readonly period: Period; readonly at: Instant; readonly by: string | null },
): Promise<{ readonly draft: ListedStatement; readonly isNew: boolean }> => makeDraft(db, given);

/** What a statement counts, and the breaches with their causes, which only the staff see. Null: more targets were missed than a statement lists. */
export const readFigures = async (
  db: Database,
  { key: account, timezone: zone }: Pick<Account, "key" | "timezone">,
  period: Period,
): Promise<{ readonly figures: StatementFigures; readonly breaches: readonly Breach[] } | null> => {
  const filter = { from: period.from, to: period.to, only: { account } };
  const breaches = await readBreaches(db, filter, mostMissed * 4 + 1);
  const missed = missedTargets(breaches);
  if (missed.length > mostMissed || breaches.length > mostMissed * 4) return null;
  const rows = statementRows(await readAttainment(db, filter, ["kind", "severity", "clock"]));
  const waited = await readWaited(db, account, period);
  const ratings = await readRatingCounts(db, account, period);
  const consulting = await readConsultingTime(db, account, period, zone);
  return { figures: { rows, missed, waited, ratings, consulting }, breaches };
};

/** A draft as its account manager sees it. */
export interface ShownDraft {
  readonly is: "draft";
  readonly statement: ListedStatement;
  readonly account: Account;
  readonly content: StatementContent;
  readonly written: ReadonlyMap<string, string>;
  readonly breaches: readonly Breach[];
  /** The hash of these figures and sentences. Plazo refuses to send the statement if they have changed since. */
  readonly mark: string;
}

/** A statement as it can be shown. `damaged`: its content is not what was sent. `tooMany`: it would miss too many targets to list them. */
export type ShownStatement =
  | ShownDraft
  | {
      readonly is: "sent";
      readonly statement: ListedStatement;
      readonly content: StatementContent;
      readonly hash: string;
    }
  | { readonly is: "damaged" | "tooMany" | "noAccount"; readonly statement: ListedStatement };

const accountOf = ({ accounts }: Desk, key: string): Account | null =>
  (Object.hasOwn(accounts, key) ? accounts[key] : undefined) ?? null;

const readDraft = async (
  db: Database,
  statement: ListedStatement,
  desk: Desk,
  madeAt: Instant,
): Promise<ShownStatement> => {
  const account = accountOf(desk, statement.account);
  if (account === null) return { is: "noAccount", statement };
  const read = await readFigures(db, account, statement);
  if (read === null) return { is: "tooMany", statement };
  const { figures, breaches } = read;
  const sentences = await readSentences(db, statement.id);
  const written = new Map(sentences.map((each) => [missedKey(each), each.text]));
  const { version } = statement;
  const period = { from: statement.from, to: statement.to };
  const document = statementDocument({ desk, account, period, version, figures, written, madeAt });
  const mark = sha256(JSON.stringify([figures, { ...document, madeAt: 0 }]));
  return { is: "draft", statement, account, content: { format: 1, document, figures }, written, breaches, mark };
};

/** Reads a statement: a draft with the figures of now, or what was sent, if it is unchanged. `now` is when a draft is shown. */
export const readStatement = async (
  db: Database,
  statement: ListedStatement,
  desk: Desk,
  now: Instant,
): Promise<ShownStatement> => {
  if (statement.sentAt === null) return readDraft(db, statement, desk, now);
  const stored = await readContent(db, statement.id);
  const content = stored === null ? null : thawed(stored);
  return stored === null || content === null
    ? { is: "damaged", statement }
    : { is: "sent", statement, content, hash: stored.hash };
};

/** Who does something to a statement, and when. `by` is a key of the desk's people. */
export interface StatementActor {
  readonly by: string;
  readonly at: Instant;
}

/** Stores sentences of a draft; an empty one is taken back. False if it is no draft any more. */
export const saveSentences = (
  db: Database,
  id: number,
  sentences: readonly WrittenSentence[],
  actor: StatementActor,
): Promise<boolean> =>
  db.transaction(async (tx) => {
    if ((await lockDraft(tx, id)) === null) return false;
    await writeSentences(tx, id, sentences, actor);
    return true;
  });

/** Why a statement was not sent. */
export type SendRefusal =
  | { readonly why: "notDraft" | "changed" | "tooMany" | "noAccount" | "deriving" }
  | { readonly why: "periodLasts"; readonly until: Instant }
  | { readonly why: "running"; readonly tickets: readonly number[] }
  | { readonly why: "unwritten"; readonly count: number };

/**
 * Sends a draft to the customer, once: keeps what it shows with its hash, records it, and owes a notice to every contact who may read
 * it. `mark` names what the sender saw. Null: it was sent.
 */
export const sendStatement = (
  db: Database,
  { id, mark, desk }: { readonly id: number; readonly mark: string; readonly desk: Desk },
  actor: StatementActor,
): Promise<SendRefusal | null> =>
  db.transaction(async (tx) => {
    const statement = await lockDraft(tx, id);
    if (statement === null) return { why: "notDraft" };
    if (actor.at < statement.to) return { why: "periodLasts", until: statement.to };
    if ((await countToDerive(tx)) > 0) return { why: "deriving" };
    const draft = await readDraft(tx, statement, desk, actor.at);
    if (draft.is !== "draft") return { why: draft.is === "noAccount" ? "noAccount" : "tooMany" };
    const tickets = await readUnended(tx, statement.account, statement);
    if (tickets.length > 0) return { why: "running", tickets };
    const without = unexplained(draft.content.figures.missed, draft.written);
    if (without.length > 0) return { why: "unwritten", count: without.length };
    if (draft.mark !== mark) return { why: "changed" };
    const contacts = (await contactsOfAccount(tx, statement.account))
      .filter(({ user, how }) => how === "invited" && seesWholeAccount(user, draft.account))
      .map(({ user }) => user);
    await storeSent(tx, id, { ...frozen(draft.content), contacts }, actor);
    return null;
  });
