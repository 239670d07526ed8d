import type { MessageKey } from "../../tickets/refs.ts";

/** Names a file among all files: no two messages hold the same one. */
export const fileKey = ({ channel, id }: MessageKey, file: string): string => `${channel} ${id} ${file}`;
