import type { Community, FakeFile, FakeMessage, FakePerson } from "./community.ts";
import { inside, listOf, numberOf, textOf, type Json } from "./json.ts";
import { judgeByDocument } from "./judge-openapi.ts";
import { judgeForm } from "./judge-form.ts";
import { isEmpty, judgeFiles, judgeMessage } from "./judge-message.ts";
import { numbered } from "./payloads.ts";
import { isEphemeral } from "./readable.ts";
import { refuse, type Answer } from "./refusal.ts";

/** What a person did, and the app's answer. */
export interface FakeInteraction {
  readonly id: string;
  readonly token: string;
  readonly type: 2 | 3 | 4 | 5;
  readonly person: FakePerson;
  readonly channel: string;
  readonly at: number;
  /** The message with the pressed button, or the button that opened the form. */
  readonly on: FakeMessage | null;
  answered: boolean;
  /** Discord shows "thinking" until the answer replaces it. */
  thinking: boolean;
  original: FakeMessage | null;
  /** The choices that the app offers a typing person. */
  offered: readonly Json[];
  /** Resolves the person's wait. */
  settle: () => void;
}

/** What Discord refuses in choices for a typing person. */
const judgeChoices = (data: Json): readonly string[] => {
  const choices = listOf(data["choices"]);
  return [
    ...(Array.isArray(data["choices"]) ? [] : ["choices: required"]),
    ...(choices.length > 25 ? ["choices: at most 25"] : []),
    ...choices.flatMap(({ name, value }) => [
      ...(textOf(name).length >= 1 && textOf(name).length <= 100 ? [] : ["choice name: 1 to 100 characters"]),
      ...(textOf(value).length >= 1 && textOf(value).length <= 100 ? [] : ["choice value: 1 to 100 characters"]),
    ]),
  ];
};

const answerWithin = 3_000;
const tokenLife = 15 * 60_000;
const v2 = 1 << 15;

/** The interactions of one server, with the rules for answering them. */
export const createInteractions = (community: Community, refusals: string[]) => {
  const all = new Map<string, FakeInteraction>();

  const refuseBody = (faults: readonly string[]): Answer => {
    refusals.push(...faults);
    return refuse(50035, faults.slice(0, 3).join("\n"));
  };

  /** A person who can read a channel can read its threads. */
  const show = (
    { person, channel }: FakeInteraction,
    { flags }: FakeMessage,
    data: Json,
    files: readonly FakeFile[],
  ): void => {
    const place = community.conversations.get(channel)?.parent ?? channel;
    community.shown.push({ to: isEphemeral(flags) ? person.id : place, what: { data, files } });
  };

  /** Answers of the app that only this person sees (or all, if the app did not mark them private). */
  const place = (interaction: FakeInteraction, data: Json, files: readonly FakeFile[] = []): FakeMessage => {
    const flags = numberOf(data["flags"]);
    const message: FakeMessage = {
      id: community.nextId(),
      channel: interaction.channel,
      author: community.botUser,
      type: 0,
      flags,
      content: textOf(data["content"]),
      components: numbered(listOf(data["components"])),
      embeds: listOf(data["embeds"]),
      files,
      nonce: null,
      answers: null,
      edits: 0,
      thread: false,
    };
    show(interaction, message, data, files);
    if (isEphemeral(flags)) interaction.person.privates.push(message);
    else community.conversations.get(interaction.channel)?.messages.push(message);
    return message;
  };

  const callback = (interaction: FakeInteraction, body: Json): Answer => {
    const data = inside(body, "data");
    const onMessage = interaction.on !== null;
    if ((interaction.type === 4) !== (body["type"] === 8))
      return refuseBody([`type ${String(body["type"])} does not answer an interaction of type ${interaction.type}`]);
    switch (body["type"]) {
      case 4: {
        const faults = [
          ...judgeMessage(data, numberOf(data["flags"])),
          ...judgeByDocument("create_interaction_response", body),
        ];
        if (faults.length > 0) return refuseBody(faults);
        if (isEmpty(data)) return refuse(50006);
        interaction.original = place(interaction, data);
        break;
      }
      case 5:
        interaction.thinking = true;
        interaction.original = place(interaction, { flags: data["flags"] });
        break;
      case 6:
        if (!onMessage) return refuseBody(["type 6 answers only what happened on a message"]);
        interaction.original = interaction.on;
        break;
      case 9: {
        if (interaction.type === 5) return refuseBody(["a form cannot answer a form"]);
        const faults = [...judgeForm(data), ...judgeByDocument("create_interaction_response", body)];
        if (faults.length > 0) return refuseBody(faults);
        community.shown.push({ to: interaction.person.id, what: data });
        interaction.person.form = { data, channel: interaction.channel, message: interaction.on };
        break;
      }
      case 8: {
        const faults = [...judgeChoices(data), ...judgeByDocument("create_interaction_response", body)];
        if (faults.length > 0) return refuseBody(faults);
        community.shown.push({ to: interaction.person.id, what: data });
        interaction.offered = listOf(data["choices"]);
        break;
      }
      default:
        return refuseBody([`type ${String(body["type"])}`]);
    }
    interaction.answered = true;
    interaction.settle();
    return { nothing: true };
  };

  const alive = (token: string): FakeInteraction | Answer => {
    const found = [...all.values()].find((each) => each.token === token);
    if (found === undefined || community.now() - found.at > tokenLife) return refuse(50027);
    return found.answered ? found : refuse(10015);
  };

  const rewrite = (
    interaction: FakeInteraction,
    message: FakeMessage,
    data: Json,
    files: readonly FakeFile[],
  ): Answer => {
    const flags = message.flags | numberOf(data["flags"]);
    const faults = [
      ...judgeMessage(data, flags),
      ...judgeFiles(data, files),
      ...judgeByDocument("update_original_webhook_message", data),
    ];
    if (faults.length > 0) return refuseBody(faults);
    message.flags = flags;
    message.content = (flags & v2) === 0 ? textOf(data["content"]) : "";
    message.components = numbered(listOf(data["components"]));
    message.files = files;
    message.edits += 1;
    show(interaction, message, data, files);
    return { body: { id: message.id } };
  };

  return {
    begin: (about: Omit<FakeInteraction, "answered" | "thinking" | "original" | "offered">): FakeInteraction => {
      const begun: FakeInteraction = { ...about, answered: false, thinking: false, original: null, offered: [] };
      all.set(begun.id, begun);
      return begun;
    },
    /** The first answer: once, within three seconds. */
    answer: (id: string, token: string, body: Json): Answer => {
      const found = all.get(id);
      if (
        found === undefined ||
        found.token !== token ||
        (!found.answered && community.now() - found.at > answerWithin)
      )
        return refuse(10062);
      return found.answered ? refuse(40060) : callback(found, body);
    },
    /** Later answers, within fifteen minutes. */
    followUp: (token: string, body: Json, files: readonly FakeFile[]): Answer => {
      const found = alive(token);
      if (!("answered" in found)) return found;
      if (found.thinking && found.original !== null) {
        found.thinking = false;
        return rewrite(found, found.original, body, files);
      }
      const faults = [
        ...judgeMessage(body, numberOf(body["flags"])),
        ...judgeFiles(body, files),
        ...judgeByDocument("execute_webhook", body),
      ];
      if (faults.length > 0) return refuseBody(faults);
      return isEmpty(body) ? refuse(50006) : { body: { id: place(found, body, files).id } };
    },
    editOriginal: (token: string, body: Json, files: readonly FakeFile[]): Answer => {
      const found = alive(token);
      if (!("answered" in found)) return found;
      found.thinking = false;
      return found.original === null ? refuse(10008) : rewrite(found, found.original, body, files);
    },
    editFollowUp: (token: string, id: string, body: Json, files: readonly FakeFile[]): Answer => {
      const found = alive(token);
      if (!("answered" in found)) return found;
      const message = found.person.privates.find((each) => each.id === id);
      return message === undefined ? refuse(10008) : rewrite(found, message, body, files);
    },
    deleteOriginal: (token: string): Answer => {
      const found = alive(token);
      if (!("answered" in found)) return found;
      const { original, person } = found;
      const at = original === null ? -1 : person.privates.indexOf(original);
      if (at < 0) return refuse(10008);
      person.privates.splice(at, 1);
      return { nothing: true };
    },
  };
};

export type Interactions = ReturnType<typeof createInteractions>;
