import type { MessageKey } from "../../tickets/refs.ts";

/** A remark of staff; `alreadyPosted`: they wrote it in the internal thread themselves, as that `message`. */
export interface Noted {
  readonly text: string;
  readonly alreadyPosted: boolean;
  readonly message?: MessageKey | undefined;
}
