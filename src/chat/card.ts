import type { Instant } from "../sla/instant.ts";
import type { Format } from "../tickets/format.ts";
import type { ChannelRef, UserRef } from "../tickets/refs.ts";
import type { Severity } from "../sla/severity.ts";

/**
 * A piece of text with a meaning. Text is literal everywhere: an adapter escapes it, so nobody's words can become
 * markup, a link or a mention.
 */
export type Span =
  | {
      readonly t: "text";
      readonly text: string;
      readonly strong?: boolean | undefined;
      readonly faint?: boolean | undefined;
      /** Another message, to which the text leads where its platform has an address for it. */
      readonly open?: MessageRef | undefined;
    }
  /** `moment`: date and time in the reader's zone; `left`: a live countdown; `both`: the two together. */
  | { readonly t: "time"; readonly at: Instant; readonly show: "moment" | "left" | "both" }
  /** A person, by name. Rings their bell only where `ring` is set. */
  | { readonly t: "person"; readonly user: UserRef; readonly name: string; readonly ring: boolean }
  | { readonly t: "channel"; readonly channel: ChannelRef }
  | { readonly t: "link"; readonly url: string; readonly label: string };

export type Line = readonly Span[];

/** Something to press: `action` comes back unchanged in a press (see `action.ts`); `open` leads to another message. */
export type Button = ({ readonly action: string } | { readonly open: MessageRef }) & {
  readonly label: string;
  readonly style?: "primary" | "danger" | undefined;
  /** The chosen one of a row of alternatives. */
  readonly chosen?: boolean | undefined;
  /** Words that come back with the press, as its quote, where the platform does not show us the message that was pressed. */
  readonly carries?: string | undefined;
  /** Asks before it acts. */
  readonly confirm?:
    | { readonly title: string; readonly text: string; readonly yes: string; readonly no: string }
    | undefined;
};

/** An entry of a "More" menu: an action, or a link to another message. */
export type MenuItem =
  | { readonly action: string; readonly label: string }
  | { readonly open: MessageRef; readonly label: string };

export type CardPart =
  | { readonly part: "heading"; readonly text: string }
  /** Facts, label and value, drawn as a compact list. */
  | { readonly part: "facts"; readonly facts: readonly { readonly label: string; readonly value: Line }[] }
  | { readonly part: "text"; readonly lines: readonly Line[] }
  /** Somebody's own words, literal, line breaks kept, and how they look, as far as a platform can show it. */
  | { readonly part: "quote"; readonly text: string; readonly format?: readonly Format[] | undefined }
  /** Small print. */
  | { readonly part: "small"; readonly line: Line }
  | { readonly part: "divider" }
  | {
      readonly part: "buttons";
      readonly label: string;
      readonly buttons: readonly Button[];
      readonly menu?: { readonly label: string; readonly items: readonly MenuItem[] } | undefined;
    };

/** A message in the neutral language. `summary` is what a notification or a screen reader says. */
export interface Card {
  readonly summary: string;
  readonly severity?: Severity | undefined;
  readonly parts: readonly CardPart[];
}

/** A message on a platform. `thread` is the root it hangs below, where it does. */
export interface MessageRef {
  readonly channel: ChannelRef;
  readonly id: string;
  readonly thread?: string | undefined;
}
