/** A person on one platform, `slack:U0ANA`. The part after the colon is the platform's own id. */
export type UserRef = `${string}:${string}`;

/**
 * What a person is to the desk's own workspace: a full `member`, a `guest` who was invited into single channels, or a
 * person of another workspace (`outside`). Ids are unique in one workspace only, so `outside` is never staff.
 */
export type Membership = "member" | "guest" | "outside";

/** A channel on one platform, `slack:C0TRIAGE`. */
export type ChannelRef = `${string}:${string}`;

/** One message on a platform. */
export interface MessageKey {
  readonly channel: ChannelRef;
  readonly id: string;
}

/** A file in a message, as its platform shows it. Only the adapter that named it can fetch it. */
export interface FileRef {
  /** The platform's own id or address. */
  readonly id: string;
  readonly name: string;
  /** In bytes, as the platform says. */
  readonly size: number;
  /** A media type, as the platform says. */
  readonly type: string;
  /** The platform has not described the file yet: name, size and type mean nothing. */
  readonly unseen?: boolean;
}

/**
 * Where a ticket's conversation takes place: a channel of the customer (in the thread of the message that the ticket
 * was opened from), or direct messages.
 */
export type Place =
  | { readonly kind: "channel"; readonly channel: ChannelRef; readonly thread?: string }
  | { readonly kind: "person"; readonly user: UserRef };

/** The member of staff whom a message in the internal thread mentions. */
export interface MentionedPerson {
  readonly user: UserRef;
  readonly name: string;
  /** A key of the desk's people. */
  readonly person: string;
  /** The assignee for whom they stand in; null if they are the assignee. */
  readonly instead: string | null;
}

/** The platform a reference belongs to. */
export const platformOf = (ref: UserRef | ChannelRef): string => ref.slice(0, ref.indexOf(":"));

/** The platform's own id inside a reference. */
export const idOf = (ref: UserRef | ChannelRef): string => ref.slice(ref.indexOf(":") + 1);

/** Whether the same people can read two places. Threads of one channel have the same readers. */
export const sameAudience = (one: Place, other: Place): boolean =>
  one.kind === "channel"
    ? other.kind === "channel" && one.channel === other.channel
    : other.kind === "person" && one.user === other.user;

/**
 * Whether a message for this audience may be posted in a place: no other people read it there. Direct messages of the
 * ticket's customer may take what their channel was to read.
 */
export const staysWithin = (audience: Place, place: Place): boolean =>
  sameAudience(audience, place) || (audience.kind === "channel" && place.kind === "person");

/** A key for a file that is unique among all messages. */
export const fileKey = ({ channel, id }: MessageKey, file: string): string => `${channel} ${id} ${file}`;

/** A channel as plain text: its id on its own platform, and the platform's name elsewhere, where the id means nothing. */
export const channelName = (channel: ChannelRef, platform: string | null): string => {
  const own = platformOf(channel);
  return own === platform ? `#${idOf(channel)}` : `${own.charAt(0).toUpperCase()}${own.slice(1)}`;
};
