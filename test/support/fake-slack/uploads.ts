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
}

const fail = (error: string): Json => ({ error });

/** The three steps in which an app uploads a file; what was never sent or never shared nobody sees. */
export const createUploads = (workspace: Workspace, base: () => string) => {
  const files: FakeFile[] = [];
  const byId = (id: string): FakeFile | undefined => files.find((file) => file.id === id);
  return {
    files,
    methods: {
      "files.getUploadURLExternal": (args: Json): Json => {
        const name = textOf(args["filename"]);
        const length = Number(args["length"]);
        if (name === "" || !(length > 0)) return fail("invalid_arguments");
        const file = { id: workspace.nextId("F0"), name, length, content: null, sharedIn: null };
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
        for (const file of asked) if (file !== undefined) file.sharedIn = channel.id;
        return { files: asked.map((file) => ({ id: file?.id, title: file?.name })) };
      },
    },
    /** The second step: the bytes, exactly as many as were announced. */
    take: (id: string, content: Buffer): number => {
      const file = byId(id);
      if (file === undefined || content.length !== file.length) return 400;
      file.content = content.toString("utf8");
      return 200;
    },
  };
};
