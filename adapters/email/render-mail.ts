import { channelName } from "../../src/tickets/refs.ts";
import type { Card, CardPart, Line, Span } from "../../src/chat/card.ts";
import { withLinks } from "../../src/chat/reading/with-links.ts";
import type { LinkTo } from "../../src/chat/port.ts";

/** A mail: subject, plain part and HTML part. */
export interface MailTexts {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const longestSubject = 180;

/** Replaces unpaired surrogates. */
const sound = (text: string): string => text.toWellFormed();

/** Removes line ends and control characters, so that no text can become a header. */
export const oneLine = (text: string): string => {
  const flat = sound(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
  return flat.length <= longestSubject ? flat : `${sound(flat.slice(0, longestSubject - 1))}…`;
};

const printable = (text: string): string =>
  sound(text)
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "");

const escaped = (text: string): string =>
  printable(text)
    .replaceAll("&", "&#38;")
    .replaceAll("<", "&#60;")
    .replaceAll(">", "&#62;")
    .replaceAll('"', "&#34;")
    .replaceAll("'", "&#39;");

const timeText = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;

const plainSpan = (span: Span): string => {
  switch (span.t) {
    case "text":
      return printable(span.text);
    case "time":
      return timeText(span.at);
    case "person":
      return printable(span.name);
    case "channel":
      return channelName(span.channel, null);
    case "link":
      return `${printable(span.label)} (${span.url})`;
  }
};

const isWebAddress = (url: string): boolean => /^https?:\/\/\S+$/i.test(url);

const anchor = (url: string, html: string): string => `<a href="${escaped(url)}">${html}</a>`;

const htmlSpan = (span: Span): string => {
  const text = escaped(span.t === "link" ? span.label : plainSpan(span));
  if (span.t === "link") return isWebAddress(span.url) ? anchor(span.url, text) : text;
  if (span.t !== "text") return text;
  const weighed = span.strong === true ? `<strong>${text}</strong>` : text;
  return span.faint === true ? `<span class="faint" style="color:#5b6170">${weighed}</span>` : weighed;
};

const plainLine = (line: Line): string => line.map(plainSpan).join("");
const htmlLine = (line: Line): string => line.map(htmlSpan).join("");

type Buttons = Extract<CardPart, { part: "buttons" }>;

/** Mail has no buttons; only buttons that lead to another message become links. */
const linksOf = (
  { buttons, menu }: Buttons,
  linkTo: LinkTo,
): readonly { readonly label: string; readonly url: string }[] =>
  [...buttons, ...(menu?.items ?? [])].flatMap((each) => {
    const url = "open" in each ? linkTo(each.open) : null;
    return url !== null && isWebAddress(url) ? [{ label: each.label, url }] : [];
  });

const plainPart = (part: CardPart, linkTo: LinkTo): string => {
  switch (part.part) {
    case "heading":
      return printable(part.text);
    case "facts":
      return part.facts.map(({ label, value }) => `${printable(label)}: ${plainLine(value)}`).join("\n");
    case "text":
      return part.lines.map(plainLine).join("\n");
    case "quote":
      return printable(part.text)
        .split("\n")
        .map((line) => `> ${line}`)
        .join("\n");
    case "small":
      return plainLine(part.line);
    case "divider":
      return "-----";
    case "buttons":
      return linksOf(part, linkTo)
        .map(({ label, url }) => `${printable(label)}: ${printable(url)}`)
        .join("\n");
  }
};

const fact = ({ label, value }: { readonly label: string; readonly value: Line }): string =>
  `<tr><td class="faint" style="padding:2px 16px 2px 0;color:#5b6170;vertical-align:top">${escaped(label)}</td><td style="padding:2px 0">${htmlLine(value)}</td></tr>`;

const htmlPart = (part: CardPart, linkTo: LinkTo): string => {
  switch (part.part) {
    case "heading":
      return `<h1 style="margin:0 0 12px;font-size:18px">${escaped(part.text)}</h1>`;
    case "facts":
      return `<table role="presentation" style="margin:0 0 12px;border-collapse:collapse">${part.facts.map(fact).join("")}</table>`;
    case "text":
      return `<p dir="auto" style="margin:0 0 12px">${part.lines.map(htmlLine).join("<br>")}</p>`;
    case "quote":
      return `<blockquote dir="auto" style="margin:0 0 12px;padding-left:12px;border-left:3px solid #ccd;white-space:pre-wrap">${escaped(part.text)}</blockquote>`;
    case "small":
      return `<p dir="auto" style="margin:0 0 6px;font-size:13px">${htmlLine(part.line)}</p>`;
    case "divider":
      return `<hr style="margin:12px 0;border:0;border-top:1px solid #ccd">`;
    case "buttons": {
      const links = linksOf(part, linkTo).map(({ label, url }) => anchor(url, escaped(label)));
      return links.length === 0 ? "" : `<p style="margin:0 0 12px">${links.join(" · ")}</p>`;
    }
  }
};

/**
 * Colours for the dark. Programs that know none of it show dark letters on white. There is no picture and no script, and nothing is
 * loaded.
 */
const styles = [
  ":root{color-scheme:light dark}",
  "a{color:#0b57d0}",
  "@media (prefers-color-scheme:dark){a{color:#8ab4f8!important}.faint{color:#a9b0bd!important}}",
].join("");

const head = [
  "<head>",
  `<meta charset="utf-8">`,
  `<meta name="viewport" content="width=device-width">`,
  `<meta name="color-scheme" content="light dark">`,
  `<meta name="supported-color-schemes" content="light dark">`,
  `<style>${styles}</style>`,
  "</head>",
];

/** Renders a card as a mail. `language`: a language tag; null if it is unknown. */
export const renderMail = (card: Card, linkTo: LinkTo, language: string | null = null): MailTexts =>
  asMail(withLinks(card, linkTo), linkTo, language);

const asMail = (card: Card, linkTo: LinkTo, language: string | null): MailTexts => {
  const subject = oneLine(card.summary);
  return {
    subject,
    text: `${card.parts
      .map((part) => plainPart(part, linkTo))
      .filter((part) => part !== "")
      .join("\n\n")}\n`,
    html: [
      "<!doctype html>",
      language === null ? "<html>" : `<html lang="${escaped(language)}">`,
      ...head,
      "<body>",
      `<div style="max-width:640px;margin:0 auto;padding:8px;font:15px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;overflow-wrap:anywhere">`,
      ...card.parts.map((part) => htmlPart(part, linkTo)).filter((part) => part !== ""),
      "</div>",
      "</body>",
      "</html>",
      "",
    ].join("\n"),
  };
};
