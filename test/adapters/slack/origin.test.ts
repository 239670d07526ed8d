import { describe, expect, it } from "vitest";
import {
  foreignIn,
  isResponseUrl,
  membershipIn,
  membershipOf,
  type Home,
} from "../../../adapters/slack/receive/origin.ts";

const home: Home = { team: "T0OURS", enterprise: null, app: "A0PLAZO" };
const grid: Home = { ...home, enterprise: "E0OURS" };

const event = (team: string, more: object = {}) => ({
  type: "event_callback",
  team_id: team,
  api_app_id: "A0PLAZO",
  authorizations: [{ team_id: team, enterprise_id: null }],
  event: { type: "message", user: "U0LUIS", team, ...more },
});
const command = (team: string, more: object = {}) => ({
  command: "/ticket",
  team_id: team,
  api_app_id: "A0PLAZO",
  ...more,
});
const interaction = (type: string, team: string, more: object = {}) => ({
  type,
  api_app_id: "A0PLAZO",
  team: { id: team },
  user: { id: "U0LUIS", team_id: team },
  ...more,
});

describe("a payload from Slack", () => {
  it.each([
    ["an event", event("T0OURS")],
    ["a command", command("T0OURS")],
    ["a button", interaction("block_actions", "T0OURS")],
    ["a form", interaction("view_submission", "T0OURS", { view: { app_installed_team_id: "T0OURS" } })],
    ["a message's menu", interaction("message_action", "T0OURS")],
    ["an option list", interaction("block_suggestion", "T0OURS")],
  ])("of our own workspace is accepted: %s", (_, body) => {
    expect(foreignIn(body, home)).toBeNull();
    expect(membershipIn(body, home)).toBeUndefined();
    expect(foreignIn({ ...body, api_app_id: "A0OTHERAPP" }, home)).toBe("another app");
  });

  it.each([
    ["an event", event("T0EVIL0000")],
    ["an event without authorizations", { ...event("T0EVIL0000"), authorizations: undefined }],
    ["an event without a team", { type: "event_callback", event: { type: "message" } }],
    ["a command", command("T0EVIL0000")],
    ["a command without a team", { command: "/desk" }],
    ["a form", interaction("view_submission", "T0EVIL0000", { view: { app_installed_team_id: "T0EVIL0000" } })],
    ["a message's menu", interaction("message_action", "T0EVIL0000")],
    ["a shortcut", interaction("shortcut", "T0EVIL0000")],
    ["an option list", interaction("block_suggestion", "T0EVIL0000")],
  ])("of another workspace is refused: %s", (_, body) => {
    expect(foreignIn(body, home)).toBe("another workspace");
  });

  it.each([
    ["a message", { ...event("T0OURS"), event: { type: "message", user: "U0LUIS", team: "T0ACME" } }],
    ["a message that names both workspaces", { ...event("T0OURS"), event: { team: "T0OURS", user_team: "T0ACME" } }],
    ["an edit", { ...event("T0OURS"), event: { message: { user: "U0LUIS", team: "T0ACME" } } }],
    ["a deletion", { ...event("T0OURS"), event: { previous_message: { user: "U0LUIS", user_team: "T0ACME" } } }],
    ["a button", interaction("block_actions", "T0ACME")],
    ["a form", interaction("view_submission", "T0ACME", { view: { app_installed_team_id: "T0OURS" } })],
  ])("of a Slack Connect customer is accepted, and its author is outside: %s", (_, body) => {
    expect(foreignIn(body, home)).toBeNull();
    expect(membershipIn(body, home)).toBe("outside");
  });

  it("of another workspace of our organisation is accepted as ours", () => {
    const wide = { authorizations: [{ team_id: null, enterprise_id: "E0OURS" }] };
    expect(foreignIn({ ...event("T0SISTER"), ...wide }, grid)).toBeNull();
    expect(foreignIn({ ...event("T0SISTER"), ...wide }, home)).toBe("another workspace");
    expect(foreignIn(command("T0SISTER", { enterprise_id: "E0OURS" }), grid)).toBeNull();
    const press = interaction("block_actions", "T0SISTER", { enterprise: { id: "E0OURS" } });
    expect(membershipIn(press, grid)).toBeUndefined();
    expect(membershipIn({ ...press, enterprise: { id: "E0THEIRS" } }, grid)).toBe("outside");
  });
});

describe("a Slack profile", () => {
  it.each([
    ["member", { team_id: "T0OURS", is_restricted: false, is_ultra_restricted: false }],
    ["guest", { team_id: "T0OURS", is_restricted: true }],
    ["guest", { team_id: "T0OURS", is_restricted: false, is_ultra_restricted: true }],
    ["outside", { team_id: "T0ACME" }],
    ["outside", { team_id: "T0OURS", is_stranger: true }],
  ])("shows that a person is: %s", (membership, profile) => {
    expect(membershipOf(profile, home)).toBe(membership);
  });

  it("shows that a person is a member of the organisation", () => {
    expect(membershipOf({ team_id: "T0SISTER", enterprise_user: { enterprise_id: "E0OURS" } }, grid)).toBe("member");
  });

  it("without a workspace shows nothing", () => {
    expect(membershipOf({}, home)).toBeUndefined();
    expect(membershipOf(undefined, home)).toBeUndefined();
  });
});

describe("the adapter sends private answers only to Slack's own host", () => {
  const slack = "https://slack.com/api/";
  it.each([
    ["https://hooks.slack.com/commands/T0/1/x", slack, true],
    ["https://hooks.slack-gov.com/commands/T0/1/x", "https://slack-gov.com/api/", true],
    ["http://127.0.0.1:4000/respond/1", "http://127.0.0.1:4000/api/", true],
    ["http://127.0.0.1:80/latest/meta-data", slack, false],
    ["http://127.0.0.1:4001/respond/1", "http://127.0.0.1:4000/api/", false],
    ["http://hooks.slack.com/commands/T0/1/x", slack, false],
    ["https://hooks.slack.com.evil.example/x", slack, false],
    ["https://hooks.slack.com@evil.example/x", slack, false],
    ["https://user:pass@hooks.slack.com/x", slack, false],
    ["https://hooks.slack.com:8443/x", slack, false],
    ["file:///etc/passwd", slack, false],
    ["nonsense", slack, false],
  ])("%s with the API at %s: %s", (address, api, right) => {
    expect(isResponseUrl(address, api)).toBe(right);
  });
});
