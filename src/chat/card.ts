import type { Instant } from "../sla/instant.ts";
import type { Format } from "../tickets/format.ts";
import type { ChannelRef, UserRef } from "../tickets/refs.ts";
import type { Severity } from "../sla/severity.ts";

/**
 * A piece of text with a meaning. Text is literal: an adapter escapes it, so that a person's text cannot become
 * markup, a link or a mention.
 */
export type Span =
  | {
      readonly t: "text";
      readonly text: string;
      readonly strong?: boolean;
      readonly faint?: boolean;
      /** The message that the text links to, if its platform has an address for it. */
      readonly open?: MessageRef;
    }
  /** `moment`: date and time in the viewer's zone. `left`: a live countdown. `both`: the two together. */
  | { readonly t: "time"; readonly at: Instant; readonly show: "moment" | "left" | "both" }
  /** A person, by name. They are notified only if `ring` is set. */
  | { readonly t: "person"; readonly user: UserRef; readonly name: string; readonly ring: boolean }
  | { readonly t: "channel"; readonly channel: ChannelRef }
  | { readonly t: "link"; readonly url: string; readonly label: string };

export type Line = readonly Span[];

/** A button. `action` comes back unchanged when it is pressed (see `action.ts`); `open` links to another message. */
export type Button = ({ readonly action: string } | { readonly open: MessageRef }) & {
  readonly label: string;
  readonly style?: "primary" | "danger";
  /** The selected one of several alternatives. */
  readonly chosen?: boolean;
  /** The text that comes back with the press as its quote, if the platform does not send the pressed message. */
  readonly carries?: string;
  /** The question that is asked before the button acts. */
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
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
  /** A person's text, literal, with its line breaks and the formatting that the platform can show. */
  | { readonly part: "quote"; readonly text: string; readonly format?: readonly Format[] }
  /** Small print. */
  | { readonly part: "small"; readonly line: Line }
  | { readonly part: "divider" }
  | {
      readonly part: "buttons";
      readonly label: string;
      readonly buttons: readonly Button[];
      readonly menu?: { readonly label: string; readonly items: readonly MenuItem[] };
    };

/** A message in the platform-neutral form. Notifications and screen readers use `summary`. */
export interface Card {
  readonly summary: string;
  readonly severity?: Severity;
  readonly parts: readonly CardPart[];
}

/** A message on a platform. `thread` is the root message of its thread, if it is a reply. */
export interface MessageRef {
  readonly channel: ChannelRef;
  readonly id: string;
  readonly thread?: string;
}
