import { ComponentType, type APIMessageTopLevelComponent, type RawFile } from "discord.js";
import type { TextFile } from "../../../src/chat/answer.ts";
import type { DiscordContent } from "./render-card.ts";

/** Files in the form in which they are sent with a message. */
export const enclosedFiles = (files: readonly TextFile[]): RawFile[] =>
  files.map(({ name, type, text }) => ({ name, contentType: type, data: Buffer.from(text) }));

/** Adds the files to a message. A message of components shows only files that it names. */
export const withFiles = (
  content: DiscordContent,
  files: readonly Pick<TextFile, "name">[],
): Omit<DiscordContent, "components"> & { readonly components: APIMessageTopLevelComponent[] } => ({
  ...content,
  components: [
    ...content.components,
    ...files.map(({ name }) => ({ type: ComponentType.File as const, file: { url: `attachment://${name}` } })),
  ],
});
