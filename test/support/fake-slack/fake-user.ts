import type { ShownForm } from "./filled-form.ts";
import type { Json } from "./json.ts";
import type { SharedFile } from "./uploads.ts";

/** The acts of a person in Slack. Each promise resolves when the app answered, or Slack stopped waiting. */
export interface FakeUser {
  readonly id: string;
  /** Types a slash command, `/ticket Video is down`. */
  types(channel: string, line: string): Promise<void>;
  /** Writes a message; `raw` is sent unchanged, for mentions and links. */
  writes(
    channel: string,
    text: string,
    how?: {
      readonly thread?: string | undefined;
      readonly raw?: boolean;
      readonly mention?: boolean;
      readonly files?: readonly SharedFile[];
      /** What Slack's clients add for formatted text. */
      readonly blocks?: readonly Json[];
      /** The attachments of the message, for example a forwarded one. */
      readonly attachments?: readonly Json[];
    },
  ): Promise<{ readonly channel: string; readonly ts: string }>;
  /** Edits a message of their own. */
  edits(
    message: { readonly channel: string; readonly ts: string },
    text: string,
    blocks?: readonly Json[],
  ): Promise<void>;
  /** Deletes a message of their own. */
  deletes(message: { readonly channel: string; readonly ts: string }): Promise<void>;
  /** Presses a button or chooses a menu entry by its label or its action; `"private"` is the last private answer. */
  presses(message: { readonly channel: string; readonly ts: string } | "private", label: string): Promise<void>;
  /** Chooses Plazo's entry in a message's menu. */
  picks(message: { readonly channel: string; readonly ts: string }): Promise<void>;
  /** Adds an emoji to a message: `ticket` is 🎫. */
  reacts(message: { readonly channel: string; readonly ts: string }, name?: string): Promise<void>;
  /**
   * Presses a button, or sends a form, that the bot did not show them. Slack only vouches for the person and the place.
   */
  forges(channel: string, action: string, values?: Readonly<Record<string, string>>): Promise<void>;
  seesForm(): ShownForm | null;
  /** Fills in the topmost dialog and submits it; other questions keep their initial values. */
  submits(values?: Readonly<Record<string, string>>): Promise<void>;
  closesForm(): void;
  /** What only this person was shown, oldest first. */
  readonly privates: readonly {
    readonly channel: string;
    readonly text: string;
    readonly actions: readonly string[];
  }[];
  /** Error messages that Slack itself showed this person. */
  readonly complaints: readonly string[];
}
