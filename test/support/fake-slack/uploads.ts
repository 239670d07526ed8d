import { isJson, listOf, textOf, type Json } from "./json.ts";
import type { Workspace } from "./workspace.ts";

/** A file as the fake keeps it. */
export interface FakeFile {
  readonly id: string;
  readonly name: string;
  readonly length: number;
  content: string | null;
  /** Where it was shared. */
  sharedIn: string | null;
  /** The thread it was shared in. */
  thread?: string | null;
  /** The text above it. */
  comment?: string;
  /** What a screen reader says of a picture. */
  readonly alt: string;
  title?: string;
}

/** A file that a person shares; `address` is where the payload says that it is. */
export interface SharedFile {
  readonly name: string;
  readonly content: string;
  readonly type?: string;
  /** By default the length of the content. */
  readonly size?: number;
  readonly address?: string;
  /** A person of another workspace shared it: events contain only its id. */
  readonly external?: boolean;
}

interface KeptFile extends SharedFile {
  readonly id: string;
}

const fail = (error: string): Json => ({ error });

/** The three steps in which an app uploads a file. A file without all of them is never visible. */
export const createUploads = (workspace: Workspace, base: () => string) => {
  const files: FakeFile[] = [];
  const shared = new Map<string, KeptFile>();
  const describe = ({ id, name, content, type, size, address }: KeptFile): Json => ({
    id,
    name,
    mimetype: type ?? "application/octet-stream",
    size: size ?? Buffer.byteLength(content),
    url_private: address ?? `${base()}/files-pri/${id}`,
    url_private_download: address ?? `${base()}/files-pri/${id}`,
    permalink: `https://fake.slack.com/files/${id}`,
  });
  const byId = (id: string): FakeFile | undefined => files.find((file) => file.id === id);
  return {
    files,
    /** A person's file, as the message event describes it. */
    share: (file: SharedFile): Json => {
      const id = workspace.nextId("F0");
      shared.set(id, { ...file, id });
      if (file.external === true)
        return { id, created: 0, timestamp: 0, mode: "file_access", file_access: "check_file_info", user: "" };
      return describe({ ...file, id });
    },
    /** The bytes for requests with the token; a sign-in page for others. */
    serve: (id: string, authorised: boolean): { readonly type: string; readonly content: string } | null => {
      const file = shared.get(id);
      if (!authorised) return { type: "text/html", content: "<html>Sign in to Slack</html>" };
      return file === undefined ? null : { type: file.type ?? "application/octet-stream", content: file.content };
    },
    methods: {
      "files.info": (args: Json): Json => {
        const file = shared.get(textOf(args["file"]));
        return file === undefined ? fail("file_not_found") : { file: describe(file) };
      },
      "files.getUploadURLExternal": (args: Json): Json => {
        const name = textOf(args["filename"]);
        const length = Number(args["length"]);
        if (name === "" || !(length > 0)) return fail("invalid_arguments");
        // The library's own name for it, which Slack does not read.
        if (args["alt_text"] !== undefined) return fail("invalid_arguments");
        const file = {
          id: workspace.nextId("F0"),
          name,
          length,
          content: null,
          sharedIn: null,
          alt: textOf(args["alt_txt"]),
        };
        files.push(file);
        return { upload_url: `${base()}/upload/${file.id}`, file_id: file.id };
      },
      "files.completeUploadExternal": (args: Json): Json => {
        const given: unknown = typeof args["files"] === "string" ? JSON.parse(args["files"]) : args["files"];
        const asked = listOf(given).map((each) => byId(isJson(each) ? textOf(each["id"]) : ""));
        const channel = workspace.conversations.get(textOf(args["channel_id"]));
        if (channel === undefined) return fail("channel_not_found");
        if (!channel.members.has(workspace.botUser)) return fail("not_in_channel");
        if (asked.some((file) => file === undefined || file.content === null)) return fail("file_not_found");
        workspace.shown.push({ to: channel.id, what: { args, contents: asked.map((file) => file?.content) } });
        for (const [index, file] of asked.entries())
          if (file !== undefined)
            Object.assign(file, {
              title: textOf(listOf(given)[index]?.["title"]),
              sharedIn: channel.id,
              thread: textOf(args["thread_ts"]) || null,
              comment: textOf(args["initial_comment"]),
            });
        return { files: asked.map((file) => ({ id: file?.id, title: file?.name })) };
      },
    },
    /** The second step: the bytes, exactly as many as announced. */
    take: (id: string, content: Buffer): number => {
      const file = byId(id);
      if (file === undefined || content.length !== file.length) return 400;
      file.content = content.toString("utf8");
      return 200;
    },
  };
};
