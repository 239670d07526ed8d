import type { WebClient } from "@slack/web-api";
import type { TextFile } from "../../../src/chat/answer.ts";

const patience = 8000;

/**
 * Sends files to a person's direct messages, because an ephemeral message cannot contain files. Three steps
 * (https://docs.slack.dev/messaging/working-with-files): request an address, upload, share.
 */
export const giveFiles = async (client: WebClient, user: string, files: readonly TextFile[]): Promise<void> => {
  const opened = await client.conversations.open({ users: user });
  const channel = opened.channel?.id;
  if (channel === undefined) throw new Error("no direct conversation to give a file in");
  for (const { name, type, text } of files) {
    const bytes = Buffer.from(text);
    const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal({
      filename: name,
      length: bytes.length,
    });
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
    await client.files.completeUploadExternal({ files: [{ id, title: name }], channel_id: channel });
  }
};
