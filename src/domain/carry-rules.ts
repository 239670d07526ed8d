import type { FileRef } from "./refs.ts";

/** In bytes: what Discord takes from a bot, and what a database row may well hold. */
export const maxFileBytes = 10 * 1024 * 1024;

/** As many as one message of Discord can hold. */
export const maxFiles = 10;

/** Why a file stays where it is. */
export type NotCarried = "tooLarge" | "program" | "tooMany";

/** What a double click runs. */
const programs =
  /\.(?:exe|msi|bat|cmd|com|scr|pif|cpl|ps1|vbs|vbe|js|jse|wsf|wsh|hta|jar|lnk|reg|dll|apk|dmg|pkg|app|deb|rpm|sh|iso)[\s.]*$/i;
const programTypes = /x-msdownload|x-msdos-program|x-msi|java-archive|x-sh$|x-executable|android\.package/i;

/** Why the file at this place of a message is not carried to the other side; null where it is. */
export const whyNotCarried = ({ name, size, type }: FileRef, place: number): NotCarried | null => {
  if (place >= maxFiles) return "tooMany";
  if (programs.test(name) || programTypes.test(type)) return "program";
  return size > maxFileBytes ? "tooLarge" : null;
};
