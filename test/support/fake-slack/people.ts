import type { Attempt, Outcome } from "./delivery.ts";
import type { FakeUser } from "./fake-user.ts";
import { actionsIn, filledIn, findAction, shownForm } from "./filled-form.ts";
import { inside, listOf, textOf, type Json } from "./json.ts";
import { judgeMessage } from "./judge-blocks.ts";
import {
  commandPayload,
  deletedEvent,
  editedEvent,
  escaped,
  eventPayload,
  messageEvent,
  pickPayload,
  pressPayload,
  reactionEvent,
  submissionPayload,
} from "./payloads.ts";
import { readMessage } from "./readable.ts";
import type { Triggers } from "./triggers.ts";
import type { SharedFile } from "./uploads.ts";
import { pushView, viewPayload } from "./show-view.ts";
import {
  reactionsOn,
  type FakeConversation,
  type FakeMessage,
  type FakePerson,
  type FakeView,
  type Workspace,
} from "./workspace.ts";

interface Parts {
  readonly workspace: Workspace;
  readonly triggers: Triggers;
  readonly deliver: (attempt: Attempt) => Promise<Outcome>;
  readonly responseUrl: (user: string, channel: string, onPrivate?: boolean) => string;
  readonly share: (file: SharedFile) => Json;
}

/** Lets a person act. */
export const actAs = ({ workspace, triggers, deliver, responseUrl, share }: Parts, self: FakePerson): FakeUser => {
  const place = (id: string): FakeConversation => {
    const found = workspace.conversations.get(id);
    if (found === undefined) throw new Error(`there is no channel ${id}`);
    return found;
  };

  const messageOf = ({ channel, ts }: { channel: string; ts: string }): FakeMessage => {
    const found = place(channel).messages.find((message) => message.ts === ts);
    if (found === undefined) throw new Error(`there is no message ${ts} in ${channel}`);
    return found;
  };

  /** Slack lets people edit only their own messages. */
  const ownOf = (target: { channel: string; ts: string }): FakeMessage => {
    const found = messageOf(target);
    if (found.user !== self.id) throw new Error(`${self.id} may not change what ${found.user} wrote`);
    return found;
  };
  const tell = async (channel: string, event: Json): Promise<void> => {
    if (place(channel).members.has(workspace.botUser))
      await deliver({ kind: "event", payload: eventPayload(workspace, event), retry: null });
  };

  /** A person with an open dialog cannot reach the channel behind it. */
  const leaveForms = (): void => void self.views.splice(0);

  /** What an acknowledgement of a command may contain: a message to the person, or to all. */
  const takeAnswer = (channel: string, body: Json): void => {
    const blocks = listOf(body["blocks"]);
    const text = textOf(body["text"]);
    workspace.shown.push({ to: body["response_type"] === "in_channel" ? channel : self.id, what: body });
    if (blocks.length === 0 && text === "") return;
    if (judgeMessage(blocks).length > 0)
      return void self.complaints.push(`invalid_command_response: ${judgeMessage(blocks)[0]}`);
    if (body["response_type"] !== "in_channel") return void self.privates.push({ channel, text, blocks });
    place(channel).messages.push({
      channel,
      ts: workspace.nextTs(),
      thread: null,
      user: workspace.botUser,
      bot: true,
      text,
      blocks,
      metadata: null,
      edits: 0,
    });
  };

  const takeResponse = (view: FakeView, body: Json): void => {
    workspace.shown.push({ to: self.id, what: body });
    const close = () => void self.views.splice(self.views.indexOf(view), 1);
    switch (body["response_action"]) {
      case undefined:
        return close();
      case "clear":
        return void self.views.splice(0);
      case "errors": {
        const errors = Object.entries(inside(body, "errors"));
        const inputs = listOf(view.view["blocks"])
          .filter((block) => block["type"] === "input")
          .map((block) => block["block_id"]);
        if (errors.length === 0 || errors.some(([name]) => !inputs.includes(name)))
          return void self.complaints.push("We had some trouble connecting. Try again?");
        view.errors = Object.fromEntries(errors.map(([name, error]) => [name, textOf(error)]));
        return;
      }
      default: {
        const pushed = pushView(workspace, self.id, inside(body, "view"), body["response_action"] === "update");
        if ("faults" in pushed)
          self.complaints.push(`We had some trouble connecting. Try again? ${pushed.faults[0] ?? ""}`);
      }
    }
  };

  return {
    id: self.id,
    get privates() {
      return self.privates.map(({ channel, text, blocks }) => ({
        channel,
        text: readMessage(text, blocks).text,
        actions: actionsIn(blocks),
      }));
    },
    get complaints() {
      return self.complaints;
    },
    types: async (channel, line) => {
      leaveForms();
      if (self.team !== undefined) throw new Error("Slack gives people of another workspace no slash commands");
      const payload = commandPayload(
        workspace,
        self,
        place(channel),
        line,
        triggers.issue(self.id),
        responseUrl(self.id, channel),
      );
      const outcome = await deliver({ kind: "command", payload, retry: null });
      if (outcome.acked) takeAnswer(channel, outcome.body);
      else
        self.complaints.push(
          `${line.split(" ")[0] ?? ""} failed with the error "${outcome.why === "http_error" ? "dispatch_failed" : "operation_timeout"}"`,
        );
    },
    writes: async (channel, text, how = {}) => {
      leaveForms();
      const conversation = place(channel);
      const message: FakeMessage = {
        channel,
        ts: workspace.nextTs(),
        thread: how.thread ?? null,
        user: self.id,
        bot: self.bot,
        text: how.raw === true ? text : escaped(text),
        blocks: how.blocks ?? [],
        files: (how.files ?? []).map(share),
        attachments: how.attachments ?? [],
        metadata: null,
        edits: 0,
      };
      conversation.messages.push(message);
      const { files = [] } = message;
      const event = messageEvent(
        workspace,
        message,
        conversation.kind,
        files.length === 0 ? {} : { subtype: "file_share", upload: false, files },
      );
      const events = conversation.members.has(workspace.botUser) ? [event] : [];
      if (how.mention === true) events.push({ ...event, type: "app_mention" });
      for (const each of events) await deliver({ kind: "event", payload: eventPayload(workspace, each), retry: null });
      return { channel, ts: message.ts };
    },
    edits: async (target, text, blocks = []) => {
      const message = ownOf(target);
      const before = messageEvent(workspace, message, place(target.channel).kind);
      message.text = escaped(text);
      message.blocks = blocks;
      message.edits += 1;
      await tell(message.channel, editedEvent(workspace, message, place(target.channel).kind, before));
    },
    deletes: async (target) => {
      const message = ownOf(target);
      const { messages, kind } = place(target.channel);
      messages.splice(messages.indexOf(message), 1);
      await tell(message.channel, deletedEvent(workspace, message, kind));
    },
    presses: async (target, label) => {
      leaveForms();
      const message =
        target === "private"
          ? {
              ...(self.privates.at(-1) ?? { channel: "", text: "", blocks: [] }),
              ts: workspace.nextTs(),
              thread: null,
              ephemeral: true,
            }
          : { ...messageOf(target), ephemeral: false };
      const action = findAction(message.blocks, label);
      if (action === null)
        throw new Error(
          `there is nothing labelled ${label} to press in: ${readMessage(message.text, message.blocks).text}`,
        );
      const { channel } = message;
      const payload = pressPayload(
        workspace,
        self,
        place(channel),
        message,
        action,
        triggers.issue(self.id),
        responseUrl(self.id, channel, message.ephemeral),
      );
      const outcome = await deliver({ kind: "interactive", payload, retry: null });
      if (!outcome.acked) self.complaints.push("This app responded with an error or not in time");
    },
    picks: async (target) => {
      leaveForms();
      if (self.team !== undefined) throw new Error("Slack gives people of another workspace no message menu");
      const payload = pickPayload(
        workspace,
        self,
        place(target.channel),
        messageOf(target),
        "open-ticket",
        triggers.issue(self.id),
        responseUrl(self.id, target.channel),
      );
      const outcome = await deliver({ kind: "interactive", payload, retry: null });
      if (!outcome.acked) self.complaints.push("This app responded with an error or not in time");
    },
    reacts: async (target, name = "ticket") => {
      const message = messageOf(target);
      const on = reactionsOn(message);
      const by = on.get(name) ?? new Set<string>();
      if (by.has(self.id)) throw new Error(`${self.id} has reacted with ${name} already`);
      on.set(name, by.add(self.id));
      if (!place(target.channel).members.has(workspace.botUser)) return;
      const event = reactionEvent(workspace, self.id, message, name);
      await deliver({ kind: "event", payload: eventPayload(workspace, event), retry: null });
    },
    forges: async (channel, action, values) => {
      const trigger = triggers.issue(self.id);
      const nothing = { ts: workspace.nextTs(), thread: null, text: "", blocks: [], ephemeral: false };
      const button = { type: "button", action_id: "forged", block_id: "forged", value: action };
      const view = {
        id: workspace.nextId("V0"),
        hash: "forged",
        type: "modal",
        callback_id: action,
        private_metadata: JSON.stringify({ channel }),
        title: { type: "plain_text", text: "Forged" },
        state: {
          values: Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, { v: { value } }])),
        },
      };
      const payload =
        values === undefined
          ? pressPayload(workspace, self, place(channel), nothing, button, trigger, responseUrl(self.id, channel))
          : submissionPayload(workspace, self, view, trigger);
      const outcome = await deliver({ kind: "interactive", payload, retry: null });
      workspace.shown.push({ to: self.id, what: outcome.acked ? outcome.body : outcome.why });
    },
    seesForm: () => {
      const view = self.views.at(-1);
      return view === undefined ? null : shownForm(view);
    },
    submits: async (values = {}) => {
      const view = self.views.at(-1);
      if (view === undefined) throw new Error("there is no form to submit");
      view.typed = { ...view.typed, ...values };
      const payload = submissionPayload(
        workspace,
        self,
        viewPayload(workspace, view, filledIn(view.view, view.typed)),
        triggers.issue(self.id),
      );
      view.errors = {};
      const outcome = await deliver({ kind: "interactive", payload, retry: null });
      if (outcome.acked) takeResponse(view, outcome.body);
      else self.complaints.push("We had some trouble connecting. Try again?");
    },
    closesForm: () => void self.views.pop(),
  };
};
