import type { WebClient } from "@slack/web-api";
import { isPicture, type AnswerFile, type AnswerPicture } from "../../../src/chat/answer.ts";

const patience = 8000;

/** Slack's method reads `alt_txt` (https://docs.slack.dev/reference/methods/files.getUploadURLExternal); its library knows only `alt_text`. */
const described = ({ alt }: AnswerPicture): { readonly alt_txt: string } => ({ alt_txt: alt });

/**
 * Sends files to a person's direct messages, because an ephemeral message cannot contain files. Three steps
 * (https://docs.slack.dev/messaging/working-with-files): request an address, upload, share.
 */
export const giveFiles = async (client: WebClient, user: string, files: readonly AnswerFile[]): Promise<void> => {
  const opened = await client.conversations.open({ users: user });
  const channel = opened.channel?.id;
  if (channel === undefined) throw new Error("no direct conversation to give a file in");
  for (const file of files) {
    const { name, type } = file;
    const bytes = isPicture(file) ? Buffer.from(file.bytes) : Buffer.from(file.text);
    const upload = await client.files.getUploadURLExternal({
      filename: name,
      length: bytes.length,
      ...(isPicture(file) ? described(file) : {}),
    });
    const { upload_url: url, file_id: id } = upload;
    if (url === undefined || id === undefined) throw new Error("Slack gave no address for a file");
    const sent = await fetch(url, {
      method: "POST",
      headers: { "content-type": type },
      body: bytes,
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
    await sent.body?.cancel();
    if (!sent.ok) throw new Error(`Slack answered ${sent.status} to a file`);
    const title = isPicture(file) ? file.title : name;
    await client.files.completeUploadExternal({ files: [{ id, title }], channel_id: channel });
  }
};
