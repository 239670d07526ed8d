/** The pages of the web desk with the statements for customers. */
export const statementsPath = "/desk/statements";

/** The page of one statement, where its account manager writes and sends it. */
export const statementPath = (id: number): string => `${statementsPath}/${id}`;

/** The same in the client area: only statements that were sent, and only those of the guest's own account. */
export const areaStatementsPath = "/area/statements";

export const areaStatementPath = (id: number): string => `${areaStatementsPath}/${id}`;

/** A statement's id in an address; null for anything else. */
export const statementIdIn = (text: string | undefined): number | null =>
  text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;

/** The names of the files in which people keep a statement: `statement-acme-2026-10-01-v1.pdf`. */
export const statementFileName = (
  { account, day, version }: { readonly account: string; readonly day: string; readonly version: number },
  kind: "pdf" | "html",
): string => `statement-${account.replaceAll(/[^A-Za-z0-9_-]+/g, "-").slice(0, 60)}-${day}-v${version}.${kind}`;
