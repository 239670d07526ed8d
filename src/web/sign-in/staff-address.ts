import type { Desk } from "../../desk/desk.ts";
import { foldedAddress, longestAddress } from "../../text/mail-address.ts";
import type { UserRef } from "../../tickets/refs.ts";

/**
 * The identity of the one person of the desk with this address; null if there is none. Two people with one address are no
 * one: an address that several read proves nothing. The address counts as it is given, also with a space at its end, because an
 * identity provider states it.
 */
export const staffWithAddress = (address: string, desk: Desk): UserRef | null => {
  const [person, ...others] = Object.values(desk.people).filter(
    ({ email }) => email !== null && foldedAddress(email) === foldedAddress(address),
  );
  if (person === undefined || others.length > 0) return null;
  return person.identities[0] ?? null;
};

/** The address in a form, as addresses are compared. */
export const addressIn = (given: unknown): string =>
  typeof given === "string" ? foldedAddress(given.trim()).slice(0, longestAddress) : "";
