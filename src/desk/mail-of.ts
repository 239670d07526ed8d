import { z } from "zod";
import { foldedAddress, isInternetAddress } from "../text/mail-address.ts";
import type { Desk, MailAddresses } from "./desk.ts";
import { expectation, expects } from "./expectation.ts";
import type { ReferenceFault } from "./keyed-section.ts";
import { strict } from "./shapes.ts";

/** The part of an address before the `@` has at most 64 characters (RFC 5321), and the tag of a ticket takes 29 of them. */
const longestPrefix = 64 - 29;

/** `*` stands for the tag. It is the end of the part before the `@`, and a sign separates it from what stands before it. */
const answerPattern = /^(?:[^\s@*]*[-+=_.])?\*@[^\s@*]+$/;

/** An address with a `+` in front of the tag, as most mail servers deliver it to the same mailbox. */
const withPlus = (address: string): string => {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, at)}+*${address.slice(at)}`;
};

const isAnswerPattern = (pattern: string): boolean =>
  answerPattern.test(pattern) &&
  pattern.indexOf("*") <= longestPrefix &&
  isInternetAddress(pattern.replace("*", "t-1.a"));

const address = z.string(expects("email")).refine(isInternetAddress, expects("email"));

/** The addresses that customers write to, as the desk file writes them. */
export const mail = strict({
  support: address.refine((each) => isAnswerPattern(withPlus(each)), expects("shorterEmail")).optional(),
  head: address.optional(),
  answers: z.string(expects("answerAddress")).refine(isAnswerPattern, expects("answerAddress")).optional(),
  trustUnverified: z.boolean(expects("yesOrNo")).optional(),
});

type Written = z.output<typeof mail>;

/** What the desk file says of mail. Without an address of its own, answers go to the support address with a `+`. */
export const mailOf = ({ support, head, answers, trustUnverified }: Written = {}): MailAddresses => ({
  support: support ?? null,
  head: head ?? null,
  trustUnverified: trustUnverified ?? true,
  answers: answers ?? (support === undefined ? null : withPlus(support)),
});

/**
 * What is wrong although each address is right in itself. A mail that Plazo writes to a mailbox that it reads would come back as a
 * customer's mail.
 */
export const mailFaults = ({ mail: { support, head, answers }, people }: Desk): readonly ReferenceFault[] => {
  const isAmong = (one: string | null, others: readonly (string | null)[]): boolean =>
    one !== null && others.some((other) => other !== null && foldedAddress(other) === foldedAddress(one));
  const needsSupport = support === null && (head !== null || answers !== null);
  return [
    ...(needsSupport ? [{ path: ["mail", "support"], expected: expectation("supportAddress") }] : []),
    ...(isAmong(head, [support])
      ? [{ path: ["mail", "head"], expected: expectation("free", { place: "mail.support" }) }]
      : []),
    ...Object.values(people)
      .filter(({ email }) => isAmong(email, [support, head]))
      .map(({ key }) => ({ path: ["people", key, "email"], expected: expectation("addressOfPerson") })),
  ];
};
