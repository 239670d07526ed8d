import { readFileSync, statSync } from "node:fs";
import postgres from "postgres";

/** A step of a plan as auto_explain prints it. */
interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows"?: number;
  readonly "Actual Loops"?: number;
  readonly "Rows Removed by Filter"?: number;
  readonly "Rows Removed by Index Recheck"?: number;
  readonly Plans?: readonly PlanNode[];
}

interface Explained {
  readonly "Query Text": string;
  /** `$1 = 'acme', $2 = NULL`, if the values are watched too. */
  readonly "Query Parameters"?: string;
  readonly Plan: PlanNode;
}

/** A statement that reads more of a large table than it should. */
export interface Scan {
  readonly statement: string;
  readonly what: string;
  readonly rows: number;
}

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** How many rows a step looked at, those that it passed over too. */
const looked = (node: PlanNode): number =>
  ((node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0)) *
  (node["Actual Loops"] ?? 1);

/** A statement from where it begins to say what it reads: the columns before tell nothing. */
const whereClause = (statement: string): string =>
  statement.slice(Math.max(0, statement.indexOf(" from "))).replaceAll(/\s+/g, " ");

/** A statement with its values in place of `$1`, so that it can be asked again. */
const withValues = ({ "Query Text": statement, "Query Parameters": given = "" }: Explained): string => {
  const values = new Map(
    [...given.matchAll(/\$(\d+) = (NULL|'(?:[^']|'')*')/g)].map(([, n = "", value]) => [n, value]),
  );
  return statement.replaceAll(/\$(\d+)/g, (whole, n: string) => values.get(n) ?? whole);
};

/** Which of these tables a plan reads from end to end, or in more than `most` rows. */
const readTooMuch = (plan: PlanNode, tables: readonly string[], most: number): readonly Omit<Scan, "statement">[] =>
  nodesOf(plan).flatMap((node) => {
    const table = node["Relation Name"];
    if (table === undefined || !tables.includes(table)) return [];
    const rows = looked(node);
    const what =
      node["Node Type"] === "Seq Scan" ? `reads all of ${table}` : rows > most && `looks at ${rows} rows of ${table}`;
    return what === false ? [] : [{ what, rows }];
  });

const isStatement = (value: unknown): value is Explained =>
  typeof value === "object" && value !== null && "Query Text" in value && "Plan" in value;

/** Every plan in a part of a server's log. */
const plansIn = (text: string): readonly Explained[] =>
  [...text.matchAll(/ plan:\n((?:\t.*\n)+)/g)].flatMap(([, lines = ""]) => {
    const parsed: unknown = JSON.parse(lines.replaceAll(/^\t/gm, ""));
    return isStatement(parsed) ? [parsed] : [];
  });

/** The plans of every statement that a database runs from now on. */
export interface WatchedPlans {
  /** Marks the place in the log from which statements count. */
  begin(): void;
  /** Statements since then that read a large table from end to end, or look at more than `most` of its rows. */
  scans(tables: readonly string[], most: number): readonly Scan[];
  /** The different statements since then whose conditions match, with their values. Needs `withParameters`. */
  asked(pattern: RegExp): readonly string[];
  /** How many statements were explained since then. */
  count(): number;
}

/**
 * Lets Postgres write the plan of each statement, as it was run, into its log. It counts for connections that are opened
 * afterwards, and for those of other processes too; only one database of a server can be watched at a time.
 */
export const watchPlans = async (url: string, log: string, { withParameters = false } = {}): Promise<WatchedPlans> => {
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  const name = new URL(url).pathname.slice(1);
  await admin.unsafe(`load 'auto_explain'`);
  for (const [setting, value] of [
    ["session_preload_libraries", "'auto_explain'"],
    ["auto_explain.log_min_duration", "0"],
    ["auto_explain.log_analyze", "on"],
    ["auto_explain.log_timing", "off"],
    ["auto_explain.log_format", "'json'"],
    ["auto_explain.log_parameter_max_length", withParameters ? "-1" : "0"],
  ] as const)
    await admin.unsafe(`alter database ${name} set ${setting} = ${value}`);
  await admin.end();
  let from = statSync(log).size;
  // Reading the plans of a long log takes seconds, so they are read once for all questions about the same part of it.
  let known: { readonly from: number; readonly to: number; readonly plans: readonly Explained[] } | null = null;
  const since = (): readonly Explained[] => {
    const to = statSync(log).size;
    if (known?.from !== from || known.to !== to)
      known = { from, to, plans: plansIn(readFileSync(log).subarray(from, to).toString()) };
    return known.plans;
  };
  return {
    begin: () => void (from = statSync(log).size),
    scans: (tables, most) =>
      since().flatMap(({ "Query Text": statement, Plan }) =>
        readTooMuch(Plan, tables, most).map((scan) => ({ statement: whereClause(statement), ...scan })),
      ),
    asked: (pattern) => [
      ...new Set(
        since()
          .filter(({ "Query Text": statement }) => pattern.test(whereClause(statement)))
          .map(withValues),
      ),
    ],
    count: () => since().length,
  };
};

interface ExplainedRow {
  readonly "QUERY PLAN": readonly [{ readonly Plan: PlanNode }];
}

/**
 * What statements read too much of because an index is missing: with the index they read little. Postgres passes over
 * whole tables only where it must, so the answer does not depend on its estimates. The index is back at the end.
 */
export const scansWithout = async (
  { url, index, statements }: { readonly url: string; readonly index: string; readonly statements: readonly string[] },
  tables: readonly string[],
  most: number,
): Promise<readonly Scan[]> => {
  const connection = postgres(url, { max: 1, onnotice: () => {} });
  const scansOf = async (statement: string): Promise<readonly Scan[]> => {
    const [row] = await connection.unsafe<ExplainedRow[]>(`explain (analyze, timing off, format json) ${statement}`);
    if (row === undefined) throw new Error("a statement has no plan");
    return readTooMuch(row["QUERY PLAN"][0].Plan, tables, most).map((scan) => ({
      statement: whereClause(statement),
      ...scan,
    }));
  };
  try {
    await connection.unsafe("begin; set local enable_seqscan = off");
    const fine: string[] = [];
    for (const statement of statements) if ((await scansOf(statement)).length === 0) fine.push(statement);
    await connection.unsafe(`drop index ${index}`);
    const found: Scan[] = [];
    for (const statement of fine) found.push(...(await scansOf(statement)));
    return found;
  } finally {
    // The end of the connection takes the transaction back.
    await connection.end();
  }
};

/** Tables that grow with a desk's age or size. */
export const largeTables = [
  "tickets",
  "events",
  "reminders",
  "cards",
  "outbox",
  "inbox",
  "requests",
  "customer_use",
  "ticket_words",
  "thread_messages",
  "account_notes",
  "account_note_log",
] as const;

/**
 * So many rows of a table a statement may look at, however many the table holds. A title search reads 5,000; and where one
 * ticket in six matches, Postgres rather passes over neighbours than looks up each of 1,001 that are counted.
 */
export const mostRows = 7_000;
