import { answered, note, toast } from "./acts.ts";
import { api } from "./api.ts";
import { showNewest } from "./newest.ts";
import { current, textsFor } from "./state.ts";

const ours = /^\/(ticket|desk)(\s|$)/;

/** The file in base64, which JSON can carry. */
const lettersOf = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () =>
      resolve(typeof reader.result === "string" ? reader.result.replace(/^[^,]*,/, "") : ""),
    );
    reader.addEventListener("error", () => reject(new Error(`${file.name} cannot be read`)));
    reader.readAsDataURL(file);
  });

/** Sends a message. Resolves with whether it arrived, so that the text is not lost. */
export const say = async (text: string, files: readonly File[], thread: string | null): Promise<boolean> => {
  const { me: as, channel } = current();
  if (text.startsWith("/") && !ours.test(text)) {
    note(channel, thread, { text: textsFor(current()).unknownCommand(text.split(/\s/)[0] ?? text) });
    return true;
  }
  try {
    const enclosed = await Promise.all(
      files.map(async (file) => ({ name: file.name, type: file.type, bytes: await lettersOf(file) })),
    );
    const message = { key: crypto.randomUUID(), as, channel, thread, text, files: enclosed };
    answered(await api.say(message), channel, thread);
    if (thread === null) showNewest();
    return true;
  } catch {
    toast((texts) => texts.failed);
    return false;
  }
};
