import { z } from "zod";
import { cut } from "../../../src/chat/text.ts";
import { lenientList } from "../../shared/payload.ts";
import type { FileRef } from "../../../src/tickets/refs.ts";

/** Further files of a message are not read; ten are copied. */
const mostFiles = 50;

const fileSchema = z.object({
  id: z.string().min(1).max(64),
  name: z
    .string()
    .transform((name) => cut(name, 500))
    .nullish()
    .catch(null),
  mimetype: z.string().max(200).nullish().catch(null),
  size: z.number().nonnegative().nullish().catch(null),
  file_access: z.string().max(100).nullish().catch(null),
});

/** The files of a message, as Slack describes them. */
export const filesSchema = lenientList(fileSchema, mostFiles).optional().catch(undefined);

/** The files in platform-neutral form; empty if there are none. */
export const sharedFiles = (files: z.infer<typeof filesSchema> = []): { readonly files?: readonly FileRef[] } =>
  files.length === 0
    ? {}
    : {
        files: files.map(({ id, name, size, mimetype, file_access }) => ({
          id,
          name: name || id,
          size: size ?? 0,
          type: mimetype ?? "",
          // A file of another workspace comes only with its id; its details must be requested.
          ...(file_access === "check_file_info" ? { unseen: true } : {}),
        })),
      };
