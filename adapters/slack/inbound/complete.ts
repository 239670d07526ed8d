import type { WebClient } from "@slack/web-api";
import { errorKind } from "../../../src/chat/error-kind.ts";
import { asked, withNames, type Mention } from "../../../src/chat/reading/mentions.ts";
import type { InboundEvent } from "../../../src/chat/inbound-event.ts";
import type { WarnOncePerMinute } from "../../../src/chat/refusals.ts";
import type { Formatted } from "../../../src/tickets/format.ts";
import type { FileRef } from "../../../src/tickets/refs.ts";
import type { ChannelNameOf } from "./channel-names.ts";
import type { ProfileOf } from "./names.ts";

/** Further files of a message are not copied. */
const mostFiles = 10;

interface Incomplete extends Formatted {
  readonly mentions?: readonly Mention[] | undefined;
  readonly files?: readonly FileRef[] | undefined;
}

/** The same with names and file details. */
interface Complemented extends Formatted {
  readonly files?: readonly FileRef[] | undefined;
}

/**
 * Fills in what an event gives only by id: mentioned people and channels, and files of other workspaces. Never throws.
 */
export type ResolveDetails = (incomplete: Incomplete) => Promise<Complemented>;

export const createResolveDetails = (
  client: WebClient,
  warn: WarnOncePerMinute,
  asking: { readonly profileOf: ProfileOf; readonly channelNameOf: ChannelNameOf },
): ResolveDetails => {
  const seen = async (file: FileRef): Promise<FileRef> => {
    try {
      const { file: details } = await client.files.info({ file: file.id });
      if (details?.name === undefined || details.file_access === "check_file_info") return file;
      return { id: file.id, name: details.name || file.id, size: details.size ?? 0, type: details.mimetype ?? "" };
    } catch (error) {
      const why = errorKind(error);
      warn(why, { file: file.id, err: why }, "slack.file-unread");
      return file;
    }
  };

  const nameOf = async ({ is, id }: Pick<Mention, "is" | "id">): Promise<string | null> => {
    if (is === "user") return (await asking.profileOf(id))?.name ?? null;
    // Slack sends the names of groups with the message, if at all.
    return is === "channel" ? asking.channelNameOf(id) : null;
  };

  return async (incomplete) => {
    const { mentions = [], files = [] } = incomplete;
    const found = new Map<string, string>();
    const [, ...known] = await Promise.all([
      Promise.all(
        asked(mentions).map(async (each) => {
          const name = await nameOf(each);
          if (name !== null) found.set(`${each.is} ${each.id}`, name);
        }),
      ),
      ...files.map((file, place) => (file.unseen === true && place < mostFiles ? seen(file) : file)),
    ]);
    return {
      ...withNames(incomplete, mentions, ({ is, id }) => found.get(`${is} ${id}`) ?? null),
      ...(files.length === 0 ? {} : { files: known }),
    };
  };
};

/** Returns an event with names and files filled in. Most events need nothing. */
export const completed = async (inboundEvent: InboundEvent, complete: ResolveDetails): Promise<InboundEvent> => {
  if (!("mentions" in inboundEvent || "files" in inboundEvent)) return inboundEvent;
  const isKnown =
    (inboundEvent.mentions ?? []).length === 0 && !filesOf(inboundEvent).some(({ unseen }) => unseen === true);
  if (isKnown) return inboundEvent;
  const known = await complete({ ...inboundEvent, files: filesOf(inboundEvent) });
  return inboundEvent.kind === "command"
    ? { ...inboundEvent, text: known.text, mentions: [] }
    : { ...inboundEvent, ...known, mentions: [] };
};

const filesOf = (inboundEvent: InboundEvent): readonly FileRef[] =>
  "files" in inboundEvent ? (inboundEvent.files ?? []) : [];
