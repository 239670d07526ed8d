import type { Community, FakeConversation, FakeMessage, FakePerson } from "./community.ts";
import type { Json } from "./json.ts";
import { botMay, overwritesOf, rolesOf } from "./permissions.ts";

const everything = String((1n << 51n) - 1n);

const types = { text: 0, dm: 1, voice: 2, thread: 11, forum: 15 } as const;

/** A person as Discord describes them. */
export const userPayload = (community: Community, id: string): Json => {
  const person = community.people.get(id);
  const name = id === community.botUser ? "plazo" : (person?.name ?? "somebody");
  return {
    id,
    username: name,
    discriminator: "0",
    global_name: null,
    avatar: null,
    bot: id === community.botUser || person?.bot === true,
  };
};

const memberPayload = (person: FakePerson): Json => ({
  nick: null,
  avatar: null,
  roles: [],
  joined_at: "2025-01-01T00:00:00.000000+00:00",
  deaf: false,
  mute: false,
  flags: 0,
  pending: false,
  permissions: person.moderator ? everything : "2248473465835073",
});

/** A channel, thread or direct conversation. */
export const channelPayload = (community: Community, place: FakeConversation): Json => ({
  id: place.id,
  type: types[place.kind],
  last_message_id: place.messages.at(-1)?.id ?? null,
  ...(place.kind === "dm"
    ? { recipients: [userPayload(community, place.recipient ?? "")] }
    : {
        guild_id: community.guild,
        name: place.name,
        parent_id: place.parent,
        position: 0,
        permission_overwrites: overwritesOf(community, place),
      }),
  ...(place.kind === "forum"
    ? {
        flags: place.needsTag ? 1 << 4 : 0,
        available_tags: place.tags.map((tag) => ({ ...tag, emoji_id: null, emoji_name: null })),
      }
    : {}),
  ...(place.kind === "thread"
    ? {
        owner_id: place.owner,
        message_count: place.messages.length,
        member_count: 2,
        thread_metadata: {
          archived: place.archived,
          locked: place.locked,
          auto_archive_duration: 4320,
          archive_timestamp: "2026-01-01T00:00:00.000000+00:00",
        },
      }
    : {}),
});

const componentTree = (components: readonly Json[], next: () => number): readonly Json[] =>
  components.map((each) => ({
    ...each,
    id: typeof each["id"] === "number" && each["id"] !== 0 ? each["id"] : next(),
    ...(Array.isArray(each["components"]) ? { components: componentTree(each["components"] as Json[], next) } : {}),
  }));

/** Numbers the components that have no number yet, as Discord does. */
export const numbered = (components: readonly Json[]): readonly Json[] => {
  let last = 0;
  return componentTree(components, () => ++last);
};

const mentioned = (community: Community, content: string): readonly Json[] =>
  [...content.matchAll(/<@!?(\d+)>/g)]
    .map(([, id = ""]) => id)
    .filter((id) => community.people.has(id) || id === community.botUser)
    .map((id) => userPayload(community, id));

/** A message. `readable` is false for apps without the Message Content intent. */
export const messagePayload = (community: Community, message: FakeMessage, readable = true): Json => {
  const place = community.conversations.get(message.channel);
  const answered = place?.messages.find((each) => each.id === message.answers);
  return {
    id: message.id,
    type: message.type,
    channel_id: message.channel,
    author: userPayload(community, message.author),
    content: readable ? message.content : "",
    components: readable ? message.components : [],
    embeds: readable ? message.embeds : [],
    attachments: (message.files ?? []).map(({ name, content }, index) => ({
      id: String(index + 1),
      filename: name,
      size: Buffer.byteLength(content),
      url: `${community.filesAt}/attachments/${message.channel}/${message.id}/${index}`,
      proxy_url: "",
    })),
    mentions: readable ? mentioned(community, message.content) : [],
    mention_roles: readable ? [...message.content.matchAll(/<@&(\d+)>/g)].map(([, role]) => role ?? "") : [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    flags: message.flags | (message.thread ? 32 : 0),
    timestamp: new Date(community.now()).toISOString(),
    edited_timestamp: message.edits > 0 ? new Date(community.now()).toISOString() : null,
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.reactions === undefined
      ? {}
      : {
          reactions: [...message.reactions].map(([name, people]) => ({
            count: people.size,
            me: people.has(community.botUser),
            emoji: { id: null, name },
          })),
        }),
    ...(readable ? message.shows : {}),
    ...(message.answers === null
      ? {}
      : {
          message_reference: { type: 0, message_id: message.answers, channel_id: message.channel },
          referenced_message: answered === undefined ? null : messagePayload(community, { ...answered, answers: null }),
        }),
    ...(answered?.answers == null
      ? {}
      : {
          referenced_message: {
            ...messagePayload(community, { ...answered, answers: null }),
            message_reference: { type: 0, message_id: answered.answers, channel_id: message.channel },
          },
        }),
  };
};

/** A message as the gateway brings it. */
export const messageEvent = (community: Community, message: FakeMessage, readable: boolean): Json => {
  const place = community.conversations.get(message.channel);
  const person = community.people.get(message.author);
  return {
    ...messagePayload(community, message, readable),
    ...(place?.kind === "dm"
      ? { channel_type: 1 }
      : { guild_id: community.guild, ...(person === undefined ? {} : { member: memberPayload(person) }) }),
  };
};

/** The whole server, as the gateway describes it after a session has begun. */
export const guildPayload = (community: Community): Json => {
  const places = [...community.conversations.values()].filter((place) => botMay(community, place) !== 0n);
  return {
    id: community.guild,
    name: "Fake",
    owner_id: "1",
    unavailable: false,
    joined_at: "2025-01-01T00:00:00.000000+00:00",
    large: false,
    member_count: community.people.size + 1,
    roles: rolesOf(community),
    emojis: [],
    stickers: [],
    features: [],
    members: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    channels: places
      .filter((place) => place.kind !== "dm" && place.kind !== "thread")
      .map((place) => channelPayload(community, place)),
    threads: places
      .filter((place) => place.kind === "thread" && !place.archived)
      .map((place) => channelPayload(community, place)),
    preferred_locale: "en-US",
    system_channel_flags: 0,
    premium_tier: 0,
    nsfw_level: 0,
    verification_level: 0,
    explicit_content_filter: 0,
    default_message_notifications: 1,
    mfa_level: 0,
    afk_timeout: 300,
  };
};

/** An act of a person that needs an answer. */
export const interactionPayload = (
  community: Community,
  person: FakePerson,
  place: FakeConversation,
  { id, token }: { readonly id: string; readonly token: string },
  body: Json,
): Json => {
  const user = userPayload(community, person.id);
  return {
    id,
    application_id: community.application,
    token,
    version: 1,
    channel_id: place.id,
    channel: channelPayload(community, place),
    locale: person.locale,
    app_permissions: String(botMay(community, place)),
    entitlements: [],
    authorizing_integration_owners: { "0": community.guild },
    attachment_size_limit: 10_485_760,
    ...(place.kind === "dm"
      ? { user, context: 1 }
      : {
          guild_id: community.actingIn ?? community.guild,
          guild_locale: "en-US",
          guild: { id: community.actingIn ?? community.guild, locale: "en-US", features: [] },
          member: { ...memberPayload(person), user },
          context: 0,
        }),
    ...body,
  };
};

/** An emoji on a message. */
export const reactionEvent = (community: Community, user: string, message: FakeMessage, emoji: string): Json => {
  const person = community.people.get(user);
  const isDirect = community.conversations.get(message.channel)?.kind === "dm";
  return {
    user_id: user,
    channel_id: message.channel,
    message_id: message.id,
    message_author_id: message.author,
    emoji: { id: null, name: emoji },
    burst: false,
    type: 0,
    ...(isDirect
      ? {}
      : {
          guild_id: community.guild,
          ...(person === undefined ? {} : { member: { ...memberPayload(person), user: userPayload(community, user) } }),
        }),
  };
};
