import { z } from "zod";
import type { FileRef } from "../../src/domain/refs.ts";

/** The files of a message as Slack tells of them. */
export const filesSchema = z
  .array(
    z.object({
      id: z.string().min(1).max(64),
      name: z.string().max(500).nullish(),
      mimetype: z.string().max(200).nullish(),
      size: z.number().nonnegative().nullish(),
      file_access: z.string().max(100).nullish(),
    }),
  )
  .max(50)
  .optional();

/** The same as anybody may name them; nothing where there are none. */
export const sharedFiles = (files: z.infer<typeof filesSchema> = []): { readonly files?: readonly FileRef[] } =>
  files.length === 0
    ? {}
    : {
        files: files.map(({ id, name, size, mimetype, file_access }) => ({
          id,
          name: name || id,
          size: size ?? 0,
          type: mimetype ?? "",
          // A file of another workspace comes as an id alone, to be asked for.
          ...(file_access === "check_file_info" ? { unseen: true } : {}),
        })),
      };
