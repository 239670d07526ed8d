/** A code such as SQLSTATE 53100, ECONNREFUSED or CONNECT_TIMEOUT. */
const codeShape = /^[A-Z0-9_]{3,40}$/;
const sqlState = /^[0-9A-Z]{5}$/;

/** How many causes of an error are examined. */
const deepest = 8;

/**
 * The kind of an error as one word without a person's text. A database's message quotes the statement and its values, and
 * a platform's message quotes the request.
 */
export const errorKind = (error: unknown): string => {
  let name = "Error";
  let each = error;
  for (let depth = 0; depth < deepest && each instanceof Error; depth += 1) {
    const code: unknown = "code" in each ? each.code : null;
    // The file of a database's socket is not there while the database is stopped.
    if ("syscall" in each && each.syscall === "connect" && code === "ENOENT") return "CONNECT_ENOENT";
    if (typeof code === "string" && codeShape.test(code)) return sqlState.test(code) ? `SQLSTATE ${code}` : code;
    if (depth === 0) name = /^\w{1,60}$/.test(each.name) ? each.name : name;
    each = each.cause;
  }
  return name;
};

/**
 * Codes of a database or a network that is away, full, read-only or busy. They say nothing about what it was asked. Node's codes of
 * faults in a program (ERR_INVALID_URL) and of files (EACCES, ENOENT) are none of these.
 */
const unavailable =
  /^SQLSTATE (?:08|25|40|53|55|57|58)|^(?:E(?:CONN|HOST|NET|ADDR|PROTO|PIPE|AI_|TIMEDOUT|NOTFOUND|MFILE|NFILE|NOBUFS|NOSPC|ROFS|DQUOT|IO$)\w*|UND_ERR_(?!INVALID|NOT_SUPPORTED)\w*|CONN\w*|(?!ERR_)\w*(?:TIMEOUT\w*|CLOSED))$/;

/** Whether a kind of error comes from a database or a network that does not work now, so that the same may succeed later. */
export const isUnavailable = (kind: string): boolean => unavailable.test(kind);

/**
 * An error with a text that Plazo wrote for the operator. The log prints it with the commands it quotes, so it must not
 * contain a person's text.
 */
export class OperatorError extends Error {}

/** A code such as ECONNREFUSED or UND_ERR_CONNECT_TIMEOUT, and no sentence. */
const networkCode = /^[A-Z][A-Z0-9_]{1,59}$/;

/** How many causes, and how many of the errors inside one, are examined for codes. */
const mostCauses = 6;

/** The codes of an error, of its causes and of the errors inside it. They contain no person's text. */
export const errorCodes = (error: unknown, depth = 0): readonly string[] => {
  const codes: string[] = [];
  for (let each = error, at = depth; each instanceof Error && at < mostCauses; each = each.cause, at++) {
    if ("code" in each && typeof each.code === "string" && networkCode.test(each.code)) codes.push(each.code);
    if (each instanceof AggregateError)
      codes.push(...each.errors.slice(0, mostCauses).flatMap((part) => errorCodes(part, at + 1)));
  }
  return codes;
};
