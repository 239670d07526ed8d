import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { slackManifest } from "../../../adapters/slack/app-manifest.ts";
import { subcommands } from "../../../src/features/surface.ts";
import { menusOf } from "../../../src/requests/subcommand.ts";
import { ownProcess } from "../../support/own-process.ts";

const root = new URL("../../../", import.meta.url);
const settings = { cwd: root, env: ownProcess, encoding: "utf8" } as const;
const run = (...args: string[]) => ["src/commands/manifest.ts", ...args];
const text = z.string().min(1);
const printed = z.strictObject({
  display_information: z.object({
    name: text.max(35),
    description: text.max(140),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.object({
    bot_user: z.object({ display_name: text.max(80) }),
    app_home: z.object({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    slash_commands: z
      .array(
        z.object({
          command: z.string().regex(/^\/[a-z]{1,31}$/),
          description: text.max(2000),
          usage_hint: text.max(1000),
          url: z.url().optional(),
        }),
      )
      .max(50),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(text) }) }),
  settings: z.object({
    event_subscriptions: z.object({ request_url: z.url().optional(), bot_events: z.array(text) }),
    interactivity: z.object({ is_enabled: z.literal(true), request_url: z.url().optional() }),
    socket_mode_enabled: z.boolean(),
  }),
});

/** Which scope each Web API method of the adapter needs (Slack's method pages). */
const needs: Readonly<Record<string, readonly string[]>> = {
  "auth.test": [],
  "views.open": [],
  "views.publish": [],
  "chat.postMessage": ["chat:write"],
  "chat.update": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "conversations.open": ["im:write"],
  "files.info": ["files:read"],
  "files.getUploadURLExternal": ["files:write"],
  "files.completeUploadExternal": ["files:write"],
  "users.conversations": ["channels:read", "groups:read", "im:read"],
  "conversations.list": ["channels:read", "groups:read"],
  "users.info": ["users:read"],
  "users.list": ["users:read"],
  "conversations.info": ["channels:read", "groups:read"],
  "reactions.add": ["reactions:write"],
  "conversations.history": ["channels:history", "groups:history", "im:history"],
  "conversations.replies": ["channels:history", "groups:history", "im:history"],
};

/** The scope that each event needs. */
const eventScopes: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  "message.channels": "channels:history",
  "message.groups": "groups:history",
  "message.im": "im:history",
  reaction_added: "reactions:read",
};

describe("the Slack manifest", () => {
  it("asks for exactly the scopes of the methods that the adapter calls", () => {
    const folder = new URL("adapters/slack/", root);
    const source = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(new URL(file, folder), "utf8"))
      .join("\n");
    const used = new Set(
      [...source.matchAll(/client\.((?:auth|chat|conversations|views|users|reactions|files)\.\w+)\(/g)].map(
        ([, method]) => method ?? "",
      ),
    );
    expect([...used].toSorted()).toEqual(Object.keys(needs).toSorted());
    const subscribed = (
      slackManifest(null, menusOf(subcommands)).settings?.event_subscriptions?.bot_events ?? []
    ).flatMap((event) => (event in eventScopes ? (eventScopes[event] ?? []) : event));
    const wanted = new Set(["commands", ...subscribed, ...[...used].flatMap((method) => needs[method] ?? [])]);
    expect(slackManifest(null, menusOf(subcommands)).oauth_config?.scopes?.bot?.toSorted()).toEqual(
      [...wanted].toSorted(),
    );
  });

  it("is printed for Socket Mode, without an address", () => {
    const out = execFileSync(process.execPath, run("slack"), settings);
    const manifest = printed.parse(JSON.parse(out));
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(out).not.toContain('url"');
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(["/ticket", "/desk"]);
  });

  it("is printed for HTTP, with one address for all requests", () => {
    const out = execFileSync(process.execPath, run("slack", "--http", "https://desk.example.com"), settings);
    const manifest = printed.parse(JSON.parse(out));
    expect(manifest.settings.socket_mode_enabled).toBe(false);
    const addresses = [
      manifest.settings.event_subscriptions.request_url,
      manifest.settings.interactivity.request_url,
      ...manifest.features.slash_commands.map(({ url }) => url),
    ];
    expect(new Set(addresses)).toEqual(new Set(["https://desk.example.com/slack/events"]));
  });

  it.each([
    [[]],
    [["discord"]],
    [["slack", "--http", "http://desk.example.com"]],
    [["slack", "--http", "nonsense"]],
    [["slack", "--colour"]],
  ])("is not printed for %j, and the command says why", (args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, run(...args), settings);
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).not.toBe("");
    expect(stderr).not.toContain("    at ");
  });
});
