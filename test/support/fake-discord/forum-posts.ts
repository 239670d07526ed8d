import { conversation, type Community, type FakeConversation, type FakeMessage } from "./community.ts";
import { inside, listOf, textOf, type Json } from "./json.ts";
import { judgeByDocument } from "./judge-openapi.ts";
import { isEmpty, judgeMessage } from "./judge-message.ts";
import { channelPayload, messagePayload, numbered } from "./payloads.ts";
import { bits, botMay, forbidden } from "./permissions.ts";
import { pingsOf } from "./readable.ts";
import { refuse, type Answer } from "./refusal.ts";

interface Means {
  readonly community: Community;
  readonly refuseBody: (faults: readonly string[]) => Answer;
  readonly tell: (event: string, message: FakeMessage) => void;
  readonly tellChannel: (event: string, place: FakeConversation) => void;
}

/** A post of a forum as a message and its thread: both have one id. */
export const placePost = (
  community: Community,
  forum: FakeConversation,
  name: string,
  message: Omit<FakeMessage, "id" | "channel">,
): { readonly post: FakeConversation; readonly starter: FakeMessage } => {
  const id = community.nextId();
  const post = conversation(id, name, "thread", { parent: forum.id, owner: message.author });
  const starter = { ...message, id, channel: id };
  post.messages.push(starter);
  community.conversations.set(id, post);
  return { post, starter };
};

/** Discord's reaction when the bot creates a post in a forum channel. */
export const createForumPost = (
  { community, refuseBody, tell, tellChannel }: Means,
  forum: FakeConversation,
  body: Json,
): Answer => {
  if (forum.kind !== "forum") return refuse(50024);
  // Posts need the permission to send messages, not that to create threads.
  const no = forbidden(community, forum, "send");
  if (no !== null) return no;
  const message = inside(body, "message");
  const flags = typeof message["flags"] === "number" ? message["flags"] : 0;
  const name = textOf(body["name"]);
  const applied = Array.isArray(body["applied_tags"]) ? body["applied_tags"].map(textOf) : [];
  const tags = applied.map((tag) => forum.tags.find(({ id }) => id === tag));
  const faults = [
    ...(name.length >= 1 && name.length <= 100 ? [] : ["name: 1 to 100 characters"]),
    ...("message" in body ? judgeMessage(message, flags) : ["message: This field is required"]),
    ...("nonce" in message || "message_reference" in message
      ? ["message: a post has neither nonce nor reference"]
      : []),
    ...(tags.includes(undefined) ? ["applied_tags: Unknown tag"] : []),
    ...judgeByDocument("create_thread", body),
  ];
  if (faults.length > 0) return refuseBody(faults);
  if (isEmpty(message)) return refuse(50006);
  if (forum.needsTag && tags.length === 0)
    return refuse(forum.tags.length > 0 && forum.tags.every(({ moderated }) => moderated) ? 40066 : 40067);
  const mayManage = (botMay(community, forum) & bits.manageThreads) !== 0n;
  if (tags.some((tag) => tag?.moderated === true) && !mayManage) return refuse(50013);
  const { post, starter } = placePost(community, forum, name, {
    author: community.botUser,
    type: 0,
    flags,
    content: textOf(message["content"]),
    components: numbered(listOf(message["components"])),
    embeds: listOf(message["embeds"]),
    nonce: null,
    answers: null,
    edits: 0,
    thread: false,
  });
  community.shown.push({ to: forum.id, what: body });
  for (const user of pingsOf(starter.content, starter.components, message["allowed_mentions"])) {
    community.pings.push({ channel: post.id, user, message: starter.id });
    post.members.add(user);
  }
  tellChannel("THREAD_CREATE", post);
  tell("MESSAGE_CREATE", starter);
  return { body: { ...channelPayload(community, post), message: messagePayload(community, starter) } };
};
