import type { Card } from "../chat/card.ts";
import {
  attemptOf,
  reasonForStaff,
  recipientGone,
  type CarriedFile,
  type Delivery,
  type DeliveryFailure,
  type Destination,
  type Fetched,
} from "../chat/delivery.ts";
import type { ChatPort } from "../chat/port.ts";
import { readCard } from "../db/delivery/card-store.ts";
import { keepFile, readFile } from "../db/delivery/file-store.ts";
import type { Lease } from "../db/delivery/lease.ts";
import type { OutboxRow } from "../db/delivery/outbox-row.ts";
import { extendOutboxLease } from "../db/delivery/outbox-store.ts";
import { readMessages } from "../db/messages/message-store.ts";
import { maxFileBytes } from "../tickets/files/carry-rules.ts";
import type { Notification } from "../tickets/effect.ts";
import { plainFileName } from "../tickets/files/file-kind.ts";
import { platformOf, type ChannelRef } from "../tickets/refs.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { judgeFile } from "./judge-file.ts";
import { tooLate, type Sent } from "./send.ts";
import type { PlatformsElsewhere } from "./served-elsewhere.ts";

/** How long (ms) downloading or sending a file may take. The lease is extended by that. */
const fileMs = 60_000;
/** How often a download is tried. After that, the team is asked to look at the file themselves. */
const tryLimit = 6;

type CustomerFile = Extract<Notification, { type: "customerFile" }>;

/** What copying a file needs besides the row. */
interface Copying {
  readonly lease: Lease;
  readonly others: PlatformsElsewhere;
  readonly render: (whyNot: string | null) => Card;
}

/**
 * Posts a file of the conversation below a staff card; downloads and stores it once. If it cannot be downloaded or the
 * place takes no files, posts a sentence instead. If another process has the token of the file's platform, that process
 * downloads the file, and leaves the post to this one. Returns null if the message was deleted in the meantime.
 */
export const copyAttachment = async (
  deps: WorkDeps,
  row: OutboxRow,
  message: CustomerFile,
  { lease: { token }, others, render }: Copying,
): Promise<Sent | null> => {
  const { db } = deps.database;
  const [shared] = await readMessages(db, row.ticket, [message.message], deps.onDamagedMessage);
  if (shared === undefined || shared.deletedAt !== null) return null;
  const extendLease = () => extendOutboxLease(db, row.id, { token, until: deps.now() + fileMs });
  if (!(await extendLease())) return tooLate;
  const { channel } = message.message;
  const got = message.whyNot == null ? await fetched(deps, row, message, others) : rejected(message.whyNot);
  if (got === "elsewhere") return leftTo(channel);
  if (!got.ok && mayPass(got, row)) return got;
  const to = await below(deps, row, others);
  if ("elsewhere" in to) return leftTo(to.elsewhere, got.ok ? null : { at: channel, failure: got.failure });
  if (!("port" in to)) return to;
  if (!(await extendLease())) return tooLate;
  const attempt = attemptOf(row.key, row.attemptedAt);
  if (!got.ok) return to.port.post(to.destination, render(got.failure.why), attempt);
  if (to.port.postFile === undefined) return to.port.post(to.destination, render("noFilesHere"), attempt);
  const posted = await to.port.postFile(to.destination, render(null), got.file, attempt);
  // A place that refuses the file may accept the sentence. A place that is gone refuses both.
  const isRefused = !posted.ok && (posted.failure.kind === "ourBug" || posted.failure.kind === "recipientGone");
  return isRefused && (await extendLease())
    ? to.port.post(to.destination, render(posted.failure.why), { key: row.key })
    : posted;
};

/** Leaves the row to a process that has the token for this channel. `failed`: why the file cannot be downloaded. */
const leftTo = (
  next: ChannelRef,
  failed: { readonly at: ChannelRef; readonly failure: DeliveryFailure } | null = null,
): Sent => {
  const why = failed === null ? "another process has the token" : failed.failure.why;
  return {
    ok: false,
    failure: { kind: "tryAgain", why },
    handOver: {
      next,
      failed: failed === null ? [] : [{ at: failed.at, why, forStaff: reasonForStaff(failed.failure) }],
    },
  };
};

type FetchedFile = { readonly ok: true; readonly file: CarriedFile } | Extract<Fetched, { ok: false }>;

const rejected = (why: string): FetchedFile => ({ ok: false, failure: { kind: "ourBug", why } });

/** Reads the stored file, or downloads it from the platform. `elsewhere`: another process can download it. */
const fetched = async (
  deps: WorkDeps,
  row: OutboxRow,
  { message, file }: CustomerFile,
  others: PlatformsElsewhere,
): Promise<FetchedFile | "elsewhere"> => {
  const { db } = deps.database;
  const known = await readFile(db, message, file);
  if (known !== null) return checked(known);
  const failed = row.handedOver?.failed.find(({ at }) => at === message.channel);
  if (failed !== undefined) return rejected(failed.why);
  const platform = platformOf(message.channel);
  const port = deps.ports.get(platform);
  if (port === undefined && others.all.includes(platform)) return "elsewhere";
  if (port?.fetchFile === undefined) return { ok: false, failure: { kind: "ourBug", why: "no way to read it" } };
  const read = await port.fetchFile(file, maxFileBytes);
  if (!read.ok) return read;
  const got = await checked({ name: file.name, type: file.type, bytes: read.bytes });
  if (got.ok) await keepFile(db, row.ticket, { message, file, bytes: read.bytes, at: deps.now() });
  return got;
};

/** Checks the downloaded file again: its name does not prove its type, and older rules may have accepted it. */
const checked = async (file: CarriedFile): Promise<FetchedFile> => {
  const why = await judgeFile(file);
  const name = plainFileName(file.name);
  return why === null ? { ok: true, file: { ...file, name: name === "" ? "file" : name } } : rejected(why);
};

const mayPass = ({ failure }: Extract<FetchedFile, { ok: false }>, { tries }: OutboxRow): boolean =>
  failure.kind === "waitUntil" ||
  ((failure.kind === "tryAgain" || failure.kind === "doubtful" || failure.kind === "installBroken") &&
    tries < tryLimit);

const below = async (
  deps: WorkDeps,
  { target }: OutboxRow,
  others: PlatformsElsewhere,
): Promise<
  | { readonly port: ChatPort; readonly destination: Destination }
  | { readonly elsewhere: ChannelRef }
  | Extract<Delivery, { ok: false }>
> => {
  const card = target.kind === "card" ? await readCard(deps.database.db, target.card) : null;
  const ref = card?.ref ?? null;
  if (ref === null) return recipientGone("the card no longer exists");
  const platform = platformOf(ref.channel);
  const port = deps.ports.get(platform);
  if (port !== undefined) return { port, destination: { channel: ref.channel, thread: ref.thread ?? ref.id } };
  return others.all.includes(platform)
    ? { elsewhere: ref.channel }
    : { ok: false, failure: { kind: "installBroken", why: `${platform} is not switched on` } };
};
