import type { Instant } from "../sla/instant.ts";
import type { Card, Line, MessageRef, Span } from "../chat/card.ts";
import type { UserRef } from "../tickets/refs.ts";

/** Literal text. */
export const plain = (text: string): Span => ({ t: "text", text });

/** Text that carries the weight of its line. */
export const strong = (text: string): Span => ({ t: "text", text, strong: true });

/** Text one may skip. */
export const faint = (text: string): Span => ({ t: "text", text, faint: true });

/** Date and time in the reader's zone. */
export const moment = (at: Instant): Span => ({ t: "time", at, show: "moment" });

/** Date, time and a live countdown. */
export const momentAndLeft = (at: Instant): Span => ({ t: "time", at, show: "both" });

/** A person by name, whose bell stays silent. */
export const quietly = (user: UserRef, name: string): Span => ({ t: "person", user, name, ring: false });

/** A person by name, whose bell rings. */
export const ringing = (user: UserRef, name: string): Span => ({ t: "person", user, name, ring: true });

/** A button or menu entry that leads to another message; none where that message is not posted yet. */
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
