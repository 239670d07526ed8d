/** The forms a transcript comes in, the usual one first. */
export const transcriptFormats = ["md", "html", "json"] as const;
export type TranscriptFormat = (typeof transcriptFormats)[number];
