import { answered, toast } from "../acts.ts";
import { api } from "../api.ts";
import { change, current, textsFor } from "../state.ts";
import type { Answer, PostedMessage } from "../../wire.ts";

/** What a visitor can do with one message. */

const tried = async (message: PostedMessage, work: () => Promise<Answer>): Promise<boolean> => {
  try {
    answered(await work(), message.channel, message.thread);
    return true;
  } catch {
    toast((texts) => texts.failed);
    return false;
  }
};

/** Opens a ticket from a message: with a form, or by a 🎫 reaction. */
export const take = (message: PostedMessage, how: "pick" | "react"): void => {
  const { channel, thread, id } = message;
  void tried(message, () =>
    api.take({ key: crypto.randomUUID(), as: current().me, channel, thread, message: id, how }),
  );
};

export const beginEdit = (message: PostedMessage): void => change({ editing: message.id });

/** Returns to where the edit began. */
export const endEdit = (message: PostedMessage): void => {
  change({ editing: null });
  setTimeout(() => {
    // If the visitor has moved the focus, it stays where they moved it.
    if (document.activeElement === document.body) document.getElementById(`more-${message.id}`)?.focus();
  }, 60);
};

/** Saves an edit. A text that was not saved stays in the field. */
export const saveEdit = async (message: PostedMessage, text: string): Promise<void> => {
  const { channel, id, body } = message;
  const isNew = text !== "" && body.kind === "text" && body.text !== text;
  const edit = { key: crypto.randomUUID(), as: current().me, channel, message: id, text };
  if (!isNew || (await tried(message, () => api.edit(edit)))) endEdit(message);
};

/** Asks first, because a deletion cannot be undone. */
export const remove = (message: PostedMessage): void => {
  const texts = textsFor(current());
  const { channel, id } = message;
  change({
    confirm: {
      title: texts.deleteTitle,
      text: texts.deleteText,
      yes: texts.delete,
      no: texts.cancel,
      act: () => void tried(message, () => api.remove({ as: current().me, channel, message: id })),
    },
  });
};
