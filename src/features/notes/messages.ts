import type { MessageKey } from "../../tickets/refs.ts";

/** An internal note. `alreadyPosted`: staff wrote it in the internal thread themselves, as that `message`. */
interface Note {
  readonly text: string;
  readonly alreadyPosted: boolean;
  readonly message: MessageKey | null;
}

export type NoteCommand = { readonly type: "note" } & Omit<Note, "message"> & Partial<Note>;

export type NoteEvent = { readonly type: "noted" } & Note;

/** For staff only. */
export interface NoteNotification {
  readonly type: "note";
  readonly text: string;
  readonly by: string;
}

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly notes: {
      readonly command: NoteCommand;
      readonly event: NoteEvent;
      readonly notification: NoteNotification;
    };
  }
}
