/** The pages of the web desk with the statements for customers. */
export const statementsPath = "/desk/statements";

/** The page of one statement, where its account manager writes and sends it. */
export const statementPath = (id: number): string => `${statementsPath}/${id}`;

/** The same in the client area: only statements that were sent, and only those of the guest's own account. */
export const areaStatementsPath = "/area/statements";

/** One of them. */
export const areaStatementPath = (id: number): string => `${areaStatementsPath}/${id}`;

/** A key as a part of a file's name: it has only letters, digits, `-` and `_`. */
const inFileName = (key: string): string => key.replaceAll(/[^A-Za-z0-9_-]+/g, "-").slice(0, 60);

/** The names of the files in which people keep a statement: `statement-acme-2026-10-01-v1.pdf`. */
export const statementFileName = (
  { account, day, version }: { readonly account: string; readonly day: string; readonly version: number },
  kind: "pdf" | "html",
): string => `statement-${inFileName(account)}-${day}-v${version}.${kind}`;
