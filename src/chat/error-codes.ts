/** A code such as ECONNREFUSED or UND_ERR_CONNECT_TIMEOUT, and no sentence. */
const codeShape = /^[A-Z][A-Z0-9_]{1,59}$/;

/** So many causes are looked through. */
const deepest = 6;

/** The codes of an error, of what caused it and of what it is made of. They hold nothing that a person wrote. */
export const errorCodes = (error: unknown, depth = 0): readonly string[] => {
  const codes: string[] = [];
  for (let each = error, at = depth; each instanceof Error && at < deepest; each = each.cause, at++) {
    if ("code" in each && typeof each.code === "string" && codeShape.test(each.code)) codes.push(each.code);
    if (each instanceof AggregateError)
      codes.push(...each.errors.slice(0, deepest).flatMap((part) => errorCodes(part, at + 1)));
  }
  return codes;
};
