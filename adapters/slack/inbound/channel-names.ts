import { errorKind } from "../../../src/chat/error-kind.ts";
import { createLookUps } from "../../shared/look-ups.ts";
import { withTimeout } from "../../shared/waiting.ts";
import { limitedUntil } from "../errors.ts";
import { isRefusal, type NameDeps } from "./names.ts";

/** Who wrote the id of a channel, and which channels they may know. */
export interface ChannelViewer {
  readonly user: string;
  /** They are a full member of the workspace, so they see every public channel. */
  readonly isMember: boolean;
  /** The desk's channels whose names they may read. */
  readonly channels: ReadonlySet<string>;
}

/** The names of channels; null if Slack does not answer in time. Never throws. */
export interface ChannelNames {
  /** For the desk's staff. */
  readonly nameOf: (channel: string) => Promise<string | null>;
  /** For a person who wrote the id: null too if they may not see the channel. */
  readonly nameFor: (channel: string, viewer: ChannelViewer) => Promise<string | null>;
}

const patienceMs = 800;

/**
 * Asks Slack for each channel once an hour. Slack tells the bot the names of private channels that the bot is in, also
 * those that the author of a message may not see.
 */
export const createChannelNames = ({ client, warn, now }: NameDeps): ChannelNames => {
  const channels = createLookUps({
    ask: async (id) => {
      const { channel } = await client.conversations.info({ channel: id });
      const isPublic = channel?.is_private !== true && channel?.is_im !== true && channel?.is_mpim !== true;
      return channel?.name === undefined || channel.name === "" ? null : { name: channel.name, isPublic };
    },
    isRefusal,
    limitedUntil: (error) => limitedUntil(error, now()),
    failed: (channel, error) => {
      const why = errorKind(error);
      warn(why, { channel, err: why }, "slack.channel-unread");
    },
    now,
  });
  return {
    nameOf: async (id) => (await withTimeout(channels.find(id), patienceMs))?.name ?? null,
    nameFor: async (id, { user, isMember, channels: shown }) => {
      if (!isMember && !shown.has(id)) return null;
      const found = await withTimeout(channels.findFor(user, id), patienceMs);
      return found !== null && (found.isPublic || shown.has(id)) ? found.name : null;
    },
  };
};
