import { afterEach, describe, expect, it } from "vitest";
import type { Form } from "../../src/chat/form.ts";
import { claimable, delivered, plainCard, recordingCore } from "../adapters/recording-core.ts";
import { galleryCards, literalTexts } from "../adapters/gallery.ts";
import { openSlack, type Mode, type SlackStage } from "../adapters/slack/stage.ts";
import type { FakeSlackOptions } from "../support/fake-slack/interface.ts";

const form: Form = {
  action: "open",
  title: "New ticket",
  submit: "Send",
  cancel: "Cancel",
  fields: [{ kind: "line", name: "title", label: "Title", required: true, maxLength: 100, initial: "" }],
};

const modes = ["http", "socket"] as const satisfies readonly Mode[];
let stage: SlackStage;
const open = async (mode: Mode, core = recordingCore(), options: FakeSlackOptions = {}) => {
  stage = await openSlack(mode, core, options);
  return { ...stage, core };
};
afterEach(() => stage.stop());

describe.each(modes)("the Slack adapter over %s", (mode) => {
  it("acknowledges a message only after it is stored", async () => {
    const core = recordingCore();
    let commit = (): void => {};
    const reached = new Promise<void>((reach) => {
      core.accept = () => new Promise((done) => ((commit = done), reach()));
    });
    const { slack } = await open(mode, core);
    const writing = slack.user("U0CARLA").writes("C0ACME", "the video is down");
    await reached;
    // A turn of the event loop in which an early acknowledgement would have gone out.
    await fetch(`${slack.apiUrl}nothing`);
    expect(slack.sent.at(-1)?.outcome).toBeNull();
    commit();
    await writing;
    expect(slack.sent.at(-1)?.outcome).toMatchObject({ acked: true });
  });

  it("finishes running work before it stops", async () => {
    const core = recordingCore();
    let commit = (): void => {};
    const reached = new Promise<void>((reach) => {
      core.accept = () => new Promise((done) => ((commit = done), reach()));
    });
    const { slack, adapter } = await open(mode, core);
    const writing = slack.user("U0CARLA").writes("C0ACME", "just in time");
    await reached;
    const stopping = adapter.stop();
    commit();
    await Promise.all([writing, stopping]);
    expect(slack.sent.at(-1)?.outcome).toMatchObject({ acked: true });
  });

  it("gets a message that could not be stored again, and stores it once", async () => {
    const { slack, core } = await open(mode, recordingCore(), { ackTimeout: 300 });
    core.failing = 2;
    await slack.user("U0CARLA").writes("C0ACME", "do not lose me");
    expect(slack.unacknowledged).toBe(1);
    await slack.redeliver();
    expect(slack.unacknowledged).toBe(1);
    await slack.redeliver();
    expect(slack.unacknowledged).toBe(0);
    await slack.deliverAgain();
    expect(slack.lost).toEqual([]);
    expect([...core.accepted.values()].map((each) => each.kind === "message" && each.text)).toEqual(["do not lose me"]);
  });

  it("lets Slack tell the person that a command, a press or a form could not be stored", async () => {
    const { slack, adapter, core } = await open(mode, recordingCore(), { ackTimeout: 300 });
    const carla = slack.user("U0CARLA");
    const card = delivered(await adapter.port.post({ channel: "slack:C0ACME" }, claimable, { key: "k" }));
    core.failing = 2;
    await carla.types("C0ACME", "/ticket close 1");
    await carla.presses({ channel: "C0ACME", ts: card.id }, "Claim");
    expect(carla.complaints).toHaveLength(2);
    core.answer = (inboundEvent) => (inboundEvent.kind === "command" ? { kind: "form", form } : { kind: "work" });
    await carla.types("C0ACME", "/ticket");
    core.failing = 1;
    await carla.submits({ title: "kept" });
    expect(carla.complaints).toHaveLength(3);
    await carla.submits();
    expect(carla.seesForm()).toBeNull();
    expect([...core.accepted.values()]).toMatchObject([{ kind: "submit", values: { title: "kept" } }]);
  });

  it("makes no call to Slack before it opens a form, and only that one call", async () => {
    const { slack, core } = await open(mode);
    core.answer = () => ({ kind: "form", form });
    const before = slack.log.length;
    await slack.user("U0CARLA").types("C0ACME", "/ticket Video is down");
    expect(slack.log.slice(before).filter(({ kind }) => kind === "call")).toMatchObject([
      { method: "views.open", outcome: "ok" },
    ]);
  });

  it.each(["expired_trigger_id", "internal_error"])(
    "does not claim that a form opened if Slack says %s",
    async (error) => {
      const { slack, core } = await open(mode, recordingCore(), { ackTimeout: 300 });
      core.answer = () => ({ kind: "form", form });
      slack.fail("views.open", { error });
      const carla = slack.user("U0CARLA");
      await carla.types("C0ACME", "/ticket");
      expect(carla.seesForm()).toBeNull();
      expect(carla.complaints).toHaveLength(1);
    },
  );

  it("recognises a press that Slack delivers twice, and tells two presses apart", async () => {
    const { slack, adapter, core } = await open(mode);
    const card = delivered(await adapter.port.post({ channel: "slack:C0TRIAGE" }, claimable, { key: "k" }));
    const target = { channel: "C0TRIAGE", ts: card.id };
    await Promise.all([slack.user("U0LUIS").presses(target, "Claim"), slack.user("U0ANA").presses(target, "Claim")]);
    expect([...core.accepted.values()].map(({ by }) => by.user).toSorted()).toEqual(["slack:U0ANA", "slack:U0LUIS"]);
    await slack.deliverAgain();
    expect(core.accepted.size).toBe(2);
  });

  it("takes a mention, which Slack delivers twice, as one message", async () => {
    const { slack, core } = await open(mode);
    await slack.user("U0CARLA").writes("C0ACME", "<@U0PLAZO|plazo> help &amp; <https://a.example/?x=1&amp;y=2|docs>", {
      mention: true,
      raw: true,
    });
    expect(core.met).toHaveLength(2);
    expect([...core.accepted.values()]).toMatchObject([
      { text: "help & docs (https://a.example/?x=1&y=2)", mentionsBot: true },
    ]);
  });

  it("ignores bots, edits, deletions, joins and every other subtype", async () => {
    const { slack, core } = await open(mode);
    await slack.user("U0OTHERBOT").writes("C0ACME", "beep");
    const subtypes = [
      "message_changed",
      "message_deleted",
      "bot_message",
      "channel_join",
      "channel_topic",
      "thread_broadcast",
      "assistant_app_thread",
      "file_comment",
      "tombstone",
      "unknown",
    ];
    const event = {
      type: "message",
      channel: "C0ACME",
      ts: "1700000000.000100",
      text: "x",
      bot_id: "B0EVIL",
      user: "U0EVIL",
      message: { user: "U0CARLA", text: "x", ts: "1.1" },
    };
    for (const subtype of subtypes)
      await slack.deliver({
        kind: "event",
        payload: { type: "event_callback", team_id: "T0FAKE", event: { ...event, subtype } },
        retry: null,
      });
    expect(core.met).toEqual([]);
    expect(slack.unacknowledged).toBe(0);
  });

  it("takes a file with its name, and a thread reply that was also sent to the channel", async () => {
    const { slack, core } = await open(mode);
    const event = {
      type: "message",
      channel: "C0ACME",
      user: "U0CARLA",
      text: "look &lt;here&gt;",
      thread_ts: "1700000000.000001",
    };
    const send = (more: object) =>
      slack.deliver({
        kind: "event",
        payload: { type: "event_callback", team_id: "T0FAKE", event: { ...event, ...more } },
        retry: null,
      });
    await send({
      ts: "1700000000.000100",
      subtype: "file_share",
      files: [{ id: "F1", name: "error.png", size: 2_048, mimetype: "image/png" }],
    });
    await send({ ts: "1700000000.000200", subtype: "thread_broadcast" });
    expect([...core.accepted.values()]).toMatchObject([
      {
        text: "look <here>",
        files: [{ id: "F1", name: "error.png", size: 2_048, type: "image/png" }],
        at: 1_700_000_000_000,
        message: { thread: "1700000000.000001" },
      },
      { text: "look <here>" },
    ]);
  });

  it("answers a message in private by direct message if the bot is not in the channel", async () => {
    const { slack, core } = await open(mode);
    await slack.user("U0CARLA").writes("C0ACME", "hello");
    slack.channel("C0ACME").removeBot();
    await core.answers[0]?.(plainCard("only for you"));
    expect(slack.dm("U0CARLA").messages.map(({ text }) => text)).toEqual(["only for you"]);
  });

  it("sends the whole gallery without a refusal, and a person's text notifies no one", async () => {
    const { slack, adapter, log } = await open(mode);
    const message = delivered(await adapter.port.post({ channel: "slack:C0ACME" }, plainCard("wall"), { key: "wall" }));
    const wall = { user: "slack:U0CARLA", channel: "slack:C0ACME", message } as const;
    for (const [index, { name, card }] of galleryCards(wall).entries())
      expect(await adapter.port.tell("slack:U0ANA", card, { key: String(index) }), name).toMatchObject({ ok: true });
    expect(log.lines.filter((line) => !line.startsWith("info slack.caught-up"))).toEqual([]);
    expect(slack.pings.map(({ user }) => user)).toEqual(["U0CARLA"]);
  });

  it("escapes every hostile text in private answers and forms too", async () => {
    const { slack, core } = await open(mode);
    const carla = slack.user("U0CARLA");
    for (const text of literalTexts) {
      core.answer = () => ({ kind: "private", card: plainCard(text) });
      await carla.types("C0ACME", "/ticket help");
      expect(carla.privates.at(-1)?.text).toBe(text);
      core.answer = () => ({ kind: "form", form: { ...form, notice: [[{ t: "text", text }]] } });
      await carla.types("C0ACME", "/ticket");
      expect(carla.seesForm()?.text).toContain(text);
    }
    expect(slack.pings).toEqual([]);
    expect(carla.complaints).toEqual([]);
  });

  it("keeps its secrets out of the log, whatever fails", async () => {
    const { slack, adapter, log } = await open(mode, recordingCore(), { ackTimeout: 300 });
    for (const fault of [
      { error: "invalid_auth" },
      { status: 500 },
      { drop: "before" },
      { error: "invalid_blocks" },
    ] as const) {
      slack.fail("chat.postMessage", fault);
      await adapter.port.post({ channel: "slack:C0ACME" }, plainCard("x"), { key: JSON.stringify(fault) });
    }
    await slack.deliver({
      kind: "event",
      payload: { type: "event_callback", event: { type: "message", text: slack.signingSecret } },
      retry: null,
    });
    const logged = log.lines.join("\n");
    for (const secret of [slack.botToken, slack.appToken, slack.signingSecret]) expect(logged).not.toContain(secret);
  });

  it("looks a person's name up once, and uses the id if Slack has no name", async () => {
    const { slack, core } = await open(mode);
    const hear = async (): Promise<string | undefined> => {
      await slack.user("U0CARLA").writes("C0ACME", "hello");
      return [...core.accepted.values()].at(-1)?.by.name;
    };
    slack.fail("users.info", { error: "user_not_found" });
    expect(await hear()).toBe("U0CARLA");
    expect(await hear()).toBe("carla");
    slack.fail("users.info", { error: "user_not_found" });
    expect(await hear()).toBe("carla");
  });
});
