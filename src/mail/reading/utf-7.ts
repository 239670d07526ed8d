/** `+`, letters in modified base64, and perhaps `-`; nothing between them stands for the plus sign. */
const shifted = /\+([A-Za-z0-9+/]{0,10000})-?/g;

/** Base64 of UTF-16 with the most significant byte first. Bits that are left over mean nothing. */
const decoded = (base64: string): string => {
  const bytes = Buffer.from(base64, "base64");
  const whole = bytes.subarray(0, bytes.byteLength - (bytes.byteLength % 2));
  return Buffer.from(whole).swap16().toString("utf16le");
};

/**
 * The text of a part whose charset is UTF-7 (RFC 2152), which old programs still write and the mail parser leaves as it is. It is text for
 * people here, and never markup: UTF-7 is known for hiding tags.
 */
export const fromUtf7 = (text: string): string =>
  text.replaceAll(shifted, (_, base64: string) => (base64 === "" ? "+" : decoded(base64)));

/** Whether a line `Content-Type` names the charset UTF-7. */
export const isUtf7 = (contentType: string): boolean =>
  /^text\/plain\b/i.test(contentType) && /\bcharset\s*=\s*"?(?:unicode-1-1-)?utf-7\b/i.test(contentType);
