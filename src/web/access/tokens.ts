import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A new secret: 256 bits, for addresses and cookies. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** The form in which a secret is stored. The secret has 256 bits, so a plain hash cannot be reversed. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

/**
 * The token that the forms of a session carry. It is derived from the cookie, so it needs no place of its own; a page of
 * another site knows neither.
 */
export const formTokenOf = (cookie: string): string =>
  createHash("sha256").update(`form ${cookie}`).digest("base64url");

/** Whether two secrets are equal, in constant time. */
export const isSameSecret = (one: string, other: string): boolean => {
  const [first, second] = [Buffer.from(hashOf(one)), Buffer.from(hashOf(other))];
  return timingSafeEqual(first, second);
};
