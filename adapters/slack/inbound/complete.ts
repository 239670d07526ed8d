import { errorKind } from "../../../src/chat/error-kind.ts";
import { asked, withNames, type Mention } from "../../../src/chat/reading/mentions.ts";
import type { InboundEvent } from "../../../src/chat/inbound-event.ts";
import type { Formatted, MaybeFormatted } from "../../../src/tickets/format.ts";
import type { Asker, Core } from "../../../src/chat/port.ts";
import { idOf, type FileRef } from "../../../src/tickets/refs.ts";
import type { ChannelNames, ChannelViewer } from "./channel-names.ts";
import { createLookUps } from "../../shared/look-ups.ts";
import { withTimeout } from "../../shared/waiting.ts";
import { limitedUntil } from "../errors.ts";
import { isRefusal, type MentionedProfile, type NameDeps, type ProfileOf } from "./names.ts";

/** How long (ms) a message waits for the details of its files. */
const patienceMs = 800;

/** Further files of a message are not copied. */
const mostFiles = 10;

interface Incomplete extends MaybeFormatted {
  readonly mentions?: readonly Mention[];
  readonly files?: readonly FileRef[];
}

/** The same with names and file details. */
interface Complemented extends Formatted {
  readonly files?: readonly FileRef[];
}

/**
 * Fills in what an event gives only by id: mentioned people and channels, and files of other workspaces. Never throws.
 */
export type ResolveDetails = (incomplete: Incomplete, asker: Asker) => Promise<Complemented>;

interface Asking {
  readonly profileOf: ProfileOf;
  readonly mentioned: MentionedProfile;
  readonly channelNames: Pick<ChannelNames, "nameFor">;
  readonly core: Pick<Core, "channelsShownTo">;
}

export const createResolveDetails = (
  { client, warn, now }: NameDeps,
  { profileOf, mentioned, channelNames, core }: Asking,
): ResolveDetails => {
  const details = createLookUps<FileRef>({
    ask: async (id) => {
      const { file } = await client.files.info({ file: id });
      if (file?.name === undefined || file.file_access === "check_file_info") return null;
      return { id, name: file.name || id, size: file.size ?? 0, type: file.mimetype ?? "" };
    },
    isRefusal,
    limitedUntil: (error) => limitedUntil(error, now()),
    failed: (id, error) => {
      const why = errorKind(error);
      warn(why, { file: id, err: why }, "slack.file-unread");
    },
    now,
  });
  const seen = async (file: FileRef, { by }: Asker): Promise<FileRef> =>
    (await withTimeout(details.findFor(by.user, file.id), patienceMs)) ?? file;

  const viewerOf = async (asker: Asker): Promise<ChannelViewer> => {
    const user = idOf(asker.by.user);
    const membership = asker.by.membership ?? (await profileOf(user))?.membership;
    const by = { ...asker.by, ...(membership === undefined ? {} : { membership }) };
    return {
      user,
      isMember: membership === "member",
      channels: new Set(core.channelsShownTo?.({ ...asker, by }).map(idOf)),
    };
  };

  const nameOf = async ({ is, id }: Pick<Mention, "is" | "id">, asker: Asker): Promise<string | null> => {
    if (is === "user") return (await mentioned(asker.by.user, id))?.name ?? null;
    // Slack sends the names of groups with the message, if at all.
    return is === "channel" ? channelNames.nameFor(id, await viewerOf(asker)) : null;
  };

  return async (incomplete, asker) => {
    const { mentions = [], files = [] } = incomplete;
    const found = new Map<string, string>();
    const [, ...known] = await Promise.all([
      Promise.all(
        asked(mentions).map(async (each) => {
          const name = await nameOf(each, asker);
          if (name !== null) found.set(`${each.is} ${each.id}`, name);
        }),
      ),
      ...files.map((file, place) => (file.unseen === true && place < mostFiles ? seen(file, asker) : file)),
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
  const known = await complete({ ...inboundEvent, files: filesOf(inboundEvent) }, inboundEvent);
  return inboundEvent.kind === "command"
    ? { ...inboundEvent, text: known.text, mentions: [] }
    : { ...inboundEvent, ...known, mentions: [] };
};

const filesOf = (inboundEvent: InboundEvent): readonly FileRef[] =>
  "files" in inboundEvent ? (inboundEvent.files ?? []) : [];
