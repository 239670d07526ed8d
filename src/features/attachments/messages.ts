import type { FileRef, MessageKey } from "../../tickets/refs.ts";

/** A file from the customer or (`staff`) from an agent. If the bot cannot fetch it, a sentence says so. */
export interface AttachmentNotification {
  readonly type: "customerFile";
  readonly message: MessageKey;
  readonly file: FileRef;
  readonly by: string;
  readonly company: string | null;
  readonly staff: boolean;
  readonly whyNot: string | null;
}

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly attachments: {
      readonly notification: AttachmentNotification;
    };
  }
}
