/** A code such as ECONNREFUSED or UND_ERR_CONNECT_TIMEOUT, and no sentence. */
const codeShape = /^[A-Z][A-Z0-9_]{1,59}$/;

/** How many causes of an error are examined. */
const deepest = 6;

/** The codes of an error, of its causes and of the errors inside it. They contain no person's text. */
export const errorCodes = (error: unknown, depth = 0): readonly string[] => {
  const codes: string[] = [];
  for (let each = error, at = depth; each instanceof Error && at < deepest; each = each.cause, at++) {
    if ("code" in each && typeof each.code === "string" && codeShape.test(each.code)) codes.push(each.code);
    if (each instanceof AggregateError)
      codes.push(...each.errors.slice(0, deepest).flatMap((part) => errorCodes(part, at + 1)));
  }
  return codes;
};
