import { ComponentType, type APIMessageTopLevelComponent, type RawFile } from "discord.js";
import type { TextFile } from "../../../src/chat/answer.ts";
import type { DiscordContent } from "./render-card.ts";

/** Files as they travel beside a message. */
export const enclosedFiles = (files: readonly TextFile[]): RawFile[] =>
  files.map(({ name, type, text }) => ({ name, contentType: type, data: Buffer.from(text) }));

/** The message that shows them: one of components shows only the files that it names. */
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
