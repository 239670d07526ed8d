/** A mail to a contact did not arrive. It names no address. */
interface FailedMail {
  /** The contact, by name. */
  readonly name: string;
  /** The mail server's code, such as `5.1.1`, or a sentence of Plazo without names. */
  readonly why: string;
  /** Whether it certainly did not arrive. */
  readonly certain: boolean;
  /** Whether the contact gets no more mail until they write, or are invited again. */
  readonly stops: boolean;
}

export type MailIntakeCommand = FailedMail & { readonly type: "reportMailFailed" };

export type MailIntakeEvent = FailedMail & { readonly type: "mailFailed" };

/** For staff only. */
export type MailIntakeNotification = FailedMail & { readonly type: "mailFailed" };

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly mailIntake: {
      readonly command: MailIntakeCommand;
      readonly event: MailIntakeEvent;
      readonly notification: MailIntakeNotification;
    };
  }
}
