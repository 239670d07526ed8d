import { textOf, type Json } from "./json.ts";
import type { Workspace } from "./workspace.ts";

const always: Readonly<Record<string, string>> = {
  "chat.postMessage": "chat:write",
  "chat.update": "chat:write",
  "chat.postEphemeral": "chat:write",
  "conversations.open": "im:write",
  "users.info": "users:read",
  "users.list": "users:read",
  "bots.info": "users:read",
  "reactions.add": "reactions:write",
  "files.info": "files:read",
  "files.getUploadURLExternal": "files:write",
  "files.completeUploadExternal": "files:write",
};

const readScopes: Readonly<Record<string, string>> = {
  public_channel: "channels:read",
  private_channel: "groups:read",
  im: "im:read",
  mpim: "mpim:read",
};

/** The scopes that Slack requires for a call, as its method pages say; none if any token will do. */
export const scopesFor = (workspace: Workspace, method: string, args: Json): readonly string[] => {
  if (method === "users.conversations" || method === "conversations.list")
    return (textOf(args["types"]) || "public_channel").split(",").map((type) => readScopes[type] ?? "");
  const found = workspace.conversations.get(textOf(args["channel"]));
  const kind = found === undefined ? null : { channel: "channels", group: "groups", im: "im" }[found.kind];
  if (kind !== null && (method === "conversations.history" || method === "conversations.replies"))
    return [`${kind}:history`];
  if (kind !== null && method === "conversations.info") return [`${kind}:read`];
  const scope = always[method];
  return scope === undefined ? [] : [scope];
};
