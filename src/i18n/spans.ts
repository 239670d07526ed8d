import type { Instant } from "../sla/instant.ts";
import type { Card, Line, MessageRef, Span } from "../chat/card.ts";
import type { UserRef } from "../tickets/refs.ts";

/** Literal text. */
export const plain = (text: string): Span => ({ t: "text", text });

/** Important text. */
export const strong = (text: string): Span => ({ t: "text", text, strong: true });

/** Less important text. */
export const faint = (text: string): Span => ({ t: "text", text, faint: true });

/** A line of less important text. */
export const faintly = (line: Line): Line =>
  line.map((span) => (span.t === "text" && span.strong !== true ? { ...span, faint: true } : span));

/** A line of important text. */
export const strongly = (line: Line): Line =>
  line.map((span) => (span.t === "text" ? { ...span, strong: true } : span));

/** Several parts as one line, with dots between them and without empty ones. */
export const dotted = (...remarks: readonly Line[]): Line =>
  remarks
    .filter((remark) => remark.length > 0)
    .flatMap((remark, index) => (index === 0 ? remark : [plain(" · "), ...remark]));

/** Date and time in the viewer's zone. */
export const moment = (at: Instant): Span => ({ t: "time", at, show: "moment" });

/** Date, time and a live countdown. */
export const momentAndLeft = (at: Instant): Span => ({ t: "time", at, show: "both" });

/** A person's name without a notification. */
export const quietly = (user: UserRef, name: string): Span => ({ t: "person", user, name, ring: false });

/** A mention that notifies the person. */
export const mentionOf = (user: UserRef, name: string): Span => ({ t: "person", user, name, ring: true });

/** A button or menu entry that opens another message; empty if that message is not posted yet. */
export const opening = (
  label: string,
  open: MessageRef | null,
): readonly { readonly open: MessageRef; readonly label: string }[] => (open === null ? [] : [{ open, label }]);

/** A card of one sentence. */
export const sentenceCard = (sentence: string): Card => ({
  summary: sentence,
  parts: [{ part: "text", lines: [[plain(sentence)]] }],
});

/** A fact of a card: label and value. */
export const fact = (label: string, ...value: Line): { readonly label: string; readonly value: Line } => ({
  label,
  value,
});
