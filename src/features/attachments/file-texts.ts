import { plain } from "../../i18n/spans.ts";
import type { ThreadMessage } from "../../tickets/thread/thread-message.ts";
import type { CardPart } from "../../chat/card.ts";
import { areaPlatform } from "../../tickets/contact.ts";
import { platformOf, type ChannelRef, type FileRef, type MessageKey } from "../../tickets/refs.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn } from "../../i18n/say.ts";
import { numberFormat } from "../../i18n/formats.ts";

const reasons = [
  "tooLarge",
  "program",
  "active",
  "archive",
  "packed",
  "tooMany",
  "tooManyInThread",
  "quota",
  "unseen",
  "noFilesHere",
] as const;

/** A file size in the viewer's number format: "12 MB", "340 kB". */
export const sizeText = (bytes: number, { locale }: Viewer): string => {
  const [unit, size] =
    bytes >= 1_000_000 ? (["megabyte", bytes / 1_000_000] as const) : (["kilobyte", bytes / 1_000] as const);
  const maximumFractionDigits = size < 10 ? 1 : 0;
  return numberFormat(locale, { style: "unit", unit, maximumFractionDigits }).format(size);
};

/** A file's name and size, and if it is not copied one sentence that says why, and where the team finds it. */
export const fileText = (
  file: Pick<FileRef, "name" | "size">,
  { whyNot, from }: { readonly whyNot: string | null; readonly from: ChannelRef | null },
  viewer: Viewer,
): string => {
  const say = sayIn(viewer.locale);
  const about = { name: oneLine(file.name, 120), size: sizeText(file.size, viewer) };
  if (whyNot === null) return say("file.copied", about);
  const known = reasons.find((each) => each === whyNot);
  const isOnPage = from !== null && platformOf(from) === areaPlatform;
  return say(isOnPage ? "file.notCopiedFromPage" : "file.notCopied", {
    ...about,
    why: known === undefined ? oneLine(whyNot, 120) : say(`file.why.${known}`),
  });
};

/** Why a file of a form is not taken, with its name. */
export const fileWhyNot = (file: Pick<FileRef, "name" | "size">, whyNot: string, viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  const known = reasons.find((each) => each === whyNot);
  const why = known === undefined ? oneLine(whyNot, 120) : say(`file.why.${known}`);
  return say("file.notTaken", { name: oneLine(file.name, 120), size: sizeText(file.size, viewer), why });
};

/** The files of a message, one line each, with the reason for each that is not copied. Empty if there are none. */
export const fileLines = (
  message: (Pick<ThreadMessage, "files"> & { readonly message?: MessageKey }) | null,
  viewer: Viewer,
): readonly CardPart[] =>
  message === null || message.files.length === 0
    ? []
    : [
        {
          part: "text",
          lines: message.files.map((file) => [
            plain(fileText(file, { whyNot: file.rejectedBecause, from: message.message?.channel ?? null }, viewer)),
          ]),
        },
      ];
