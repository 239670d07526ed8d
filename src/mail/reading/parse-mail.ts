import { simpleParser, type AddressObject, type ParsedMail } from "mailparser";
import { foldedAddress, isMailAddress } from "../../text/mail-address.ts";
import { formatsAfter, type Formatted } from "../../tickets/format.ts";
import { bounceFacts } from "./bounce-facts.ts";
import { htmlText } from "./html-text.ts";
import { kindOfMail, type HeaderValues } from "./kind-of-mail.ts";
import {
  longestMailText,
  type MailAddress,
  type MailFile,
  type MailReading,
  type ReadingSettings,
  type ReadMail,
  type Unreadable,
} from "./read-mail.ts";
import { senderVerdict } from "./sender-verdict.ts";
import { fromUtf7, isUtf7 } from "./utf-7.ts";
import { whatWasWritten } from "./what-was-written.ts";

const longestSubject = 500;
const longestName = 200;
const mostAddresses = 100;
const mostReferences = 100;
/** As many files as a mail may carry; the rules for files take fewer. */
const mostFiles = 50;

const limits = {
  maxChildNodes: 200,
  maxHeadSize: 256 * 1024,
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  keepCidLinks: true,
  keepDeliveryStatus: true,
  checksumAlgo: false,
} as const;

const storable = (text: string): string => text.toWellFormed().replaceAll("\0", "\uFFFD");

/** A text of a header on one line, without characters that control or hide. */
const oneLine = (text: string, most: number): string =>
  storable(text)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u200B-\u200F\u202A-\u202E\u2066-\u2069]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, most)
    .toWellFormed();

/** The plain addresses of a header, those of groups too. What is no address is left out. */
const addressesIn = (given: AddressObject | AddressObject[] | undefined): readonly MailAddress[] =>
  [given ?? []]
    .flat()
    .flatMap(({ value }) => value.slice(0, mostAddresses))
    .flatMap((each) => [each, ...(each.group ?? [])])
    .flatMap(({ address = "", name }) => {
      const plain = foldedAddress(address.trim());
      return isMailAddress(plain) ? [{ address: plain, name: oneLine(name, longestName) }] : [];
    })
    .slice(0, mostAddresses);

const idsIn = (text: string): readonly string[] => text.match(/<[^<>\s]{1,500}>/g) ?? [];

/** Header lines as a function of their name. */
const headerOf = ({ headerLines }: ParsedMail): HeaderValues => {
  const values = new Map<string, string[]>();
  for (const { key, line } of headerLines) {
    const value = line
      .slice(line.indexOf(":") + 1)
      .replaceAll(/\r?\n[ \t]*/g, " ")
      .trim();
    const known = values.get(key);
    if (known === undefined) values.set(key, [value]);
    else known.push(value);
  }
  return (name) => values.get(name) ?? [];
};

const extensions: Readonly<Record<string, string>> = {
  "message/rfc822": "mail.eml",
  "text/calendar": "invitation.ics",
  "application/ms-tnef": "winmail.dat",
};

const filesOf = ({ attachments }: ParsedMail): readonly MailFile[] =>
  attachments.slice(0, mostFiles).map(({ filename, contentType, contentDisposition, related, content }, place) => ({
    name: oneLine(filename ?? extensions[contentType.toLowerCase()] ?? `file-${place + 1}`, longestName) || "file",
    type: oneLine(contentType, 100).toLowerCase(),
    isInline: related === true || contentDisposition === "inline",
    bytes: Uint8Array.from(content),
  }));

/** The only author. Several authors vouch for none. */
const authorOf = ({ from }: ParsedMail): MailAddress | null => {
  const [author, ...others] = addressesIn(from);
  return author === undefined || others.length > 0 ? null : author;
};

const cleaned = ({ text, format }: Formatted): Formatted => {
  const clean = storable(text)
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\P{Cc}\n\t]/gu, "")
    .slice(0, longestMailText)
    .toWellFormed();
  return { text: clean, format: formatsAfter(format, text, clean) };
};

const isEmpty = (text: string | undefined): boolean => text === undefined || text.trim() === "";

/** The plain part if there is one with text; else the text of the HTML. */
const wholeTextOf = ({ text, html }: ParsedMail, contentType: string): Formatted => {
  if (!isEmpty(text) || typeof html !== "string") {
    const plain = text ?? "";
    return cleaned({ text: isUtf7(contentType) ? fromUtf7(plain) : plain, format: [] });
  }
  return cleaned(htmlText(html) ?? { text: "", format: [] });
};

/** What was written is a part of the whole text, so its formats are those of this part. */
const writtenIn = ({ text: whole, format }: Formatted): Formatted => {
  const text = whatWasWritten(whole);
  const start = whole.indexOf(text);
  const end = start + text.length;
  const inside = format.flatMap((each) => {
    const [from, to] = [Math.max(each.from, start), Math.min(each.to, end)];
    return from < to ? [{ ...each, from: from - start, to: to - start }] : [];
  });
  return { text, format: inside };
};

const bounceOf = (parsed: ParsedMail): ReadMail["bounce"] => {
  const part = (...types: readonly string[]): string =>
    parsed.attachments
      .find(({ contentType }) => types.includes(contentType.toLowerCase()))
      ?.content.toString("latin1") ?? "";
  return bounceFacts(
    part("message/delivery-status", "message/global-delivery-status"),
    part("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"),
  );
};

const readMailOf = (parsed: ParsedMail, { authServer }: ReadingSettings): ReadMail => {
  const header = headerOf(parsed);
  const from = authorOf(parsed);
  const subject = oneLine(parsed.subject ?? "", longestSubject);
  const hasInvitation = parsed.attachments.some(({ contentType }) => contentType.toLowerCase() === "text/calendar");
  const kind = kindOfMail(header, { subject, hasInvitation, from: from?.address ?? "" });
  const whole = wholeTextOf(parsed, header("content-type")[0] ?? "");
  const references = [header("in-reply-to"), header("references")].flat().flatMap(idsIn);
  const delivered = ["delivered-to", "x-original-to", "x-envelope-to", "envelope-to", "x-forwarded-to"];
  return {
    messageId: idsIn(header("message-id")[0] ?? "")[0] ?? null,
    // `References` has the oldest first.
    references: [...new Set([...idsIn(header("in-reply-to").join(" ")), ...references.toReversed()])].slice(
      0,
      mostReferences,
    ),
    from,
    replyTo: addressesIn(parsed.replyTo),
    to: addressesIn(parsed.to),
    cc: addressesIn(parsed.cc),
    deliveredTo: delivered
      .flatMap(header)
      .map((each) => foldedAddress(each.replaceAll(/[<>]/g, "").trim()))
      .filter(isMailAddress)
      .slice(0, mostAddresses),
    subject,
    kind,
    listId: /<([^<>\s]{1,300})>/.exec(header("list-id")[0] ?? "")?.[1]?.toLowerCase() ?? null,
    ...writtenIn(whole),
    wholeText: whole.text.trim(),
    files: filesOf(parsed),
    filesLeftOut: Math.max(0, parsed.attachments.length - mostFiles),
    verdict: senderVerdict(header("authentication-results"), {
      authServer,
      fromDomain: from?.address.split("@").at(-1) ?? "",
    }),
    bounce: kind === "bounce" ? bounceOf(parsed) : null,
  };
};

/** Why mailparser gave up, by the code of its error. */
const whyUnreadable = (error: unknown): Unreadable => {
  const text = error instanceof Error ? `${"code" in error ? String(error.code) : ""} ${error.message}` : "";
  if (/head/i.test(text)) return "headersTooLarge";
  return /child nodes/i.test(text) ? "tooManyParts" : "damaged";
};

/** Reads a raw mail. It takes as long as the mail is large and deep, so it runs in a thread with limits. It never rejects. */
export const parseMail = async (raw: Uint8Array, settings: ReadingSettings): Promise<MailReading> => {
  try {
    return { ok: true, mail: readMailOf(await simpleParser(Buffer.from(raw), limits), settings) };
  } catch (error) {
    return { ok: false, why: whyUnreadable(error) };
  }
};
