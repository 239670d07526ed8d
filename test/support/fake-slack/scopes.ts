import { textOf, type Json } from "./json.ts";
import type { Workspace } from "./workspace.ts";

const always: Readonly<Record<string, string>> = {
  "chat.postMessage": "chat:write",
  "chat.update": "chat:write",
  "chat.postEphemeral": "chat:write",
  "conversations.open": "im:write",
  "users.info": "users:read",
  "bots.info": "users:read",
  "reactions.add": "reactions:write",
  "files.info": "files:read",
  "files.getUploadURLExternal": "files:write",
  "files.completeUploadExternal": "files:write",
};

/** The scope that Slack wants for a call, as its method pages say; null where any token will do. */
export const scopeFor = (workspace: Workspace, method: string, args: Json): string | null => {
  const found = workspace.conversations.get(textOf(args["channel"]));
  const kind = found === undefined ? null : { channel: "channels", group: "groups", im: "im" }[found.kind];
  if (kind !== null && (method === "conversations.history" || method === "conversations.replies"))
    return `${kind}:history`;
  if (kind !== null && method === "conversations.info") return `${kind}:read`;
  return always[method] ?? null;
};
