import { inside, isJson, listOf, textOf, type Json } from "./json.ts";

/** The visible text of some content, and whom it notifies, as Slack parses it. */
interface Reading {
  readonly text: string;
  /** User ids, or `channel`, `here`, `everyone`, `subteam`. */
  readonly pings: readonly string[];
}

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Parses text in Slack's message syntax: control sequences between angle brackets, three entities. */
export const readMrkdwn = (text: string): Reading => {
  const pings: string[] = [];
  const shown = text.replace(/<([^<>]*)>/g, (whole, control: string) => {
    const [target = "", label] = control.split("|");
    if (/^@[UW]/.test(target)) {
      pings.push(target.slice(1));
      return `\u0001@${target.slice(1)}\u0002`;
    }
    if (target.startsWith("#")) return `#${label ?? target.slice(1)}`;
    if (target.startsWith("!date^")) return label ?? "[date]";
    if (/^!(channel|here|everyone)/.test(target)) pings.push(target.slice(1));
    else if (target.startsWith("!subteam")) pings.push("subteam");
    else return target === "" ? whole : (label ?? target);
    return `@${target.slice(1)}`;
  });
  return { text: unescaped(shown.replaceAll(/[\u0001\u0002]/g, "")), pings };
};

const plain = (text: string): Reading => ({ text, pings: [] });
const join = (readings: readonly Reading[], between: string): Reading => ({
  text: readings.map(({ text }) => text).join(between),
  pings: readings.flatMap(({ pings }) => pings),
});

const readTextObject = (object: unknown): Reading =>
  !isJson(object)
    ? plain("")
    : object["type"] === "mrkdwn"
      ? readMrkdwn(textOf(object["text"]))
      : plain(textOf(object["text"]));

const readRichElement = (element: Json): Reading => {
  switch (element["type"]) {
    case "text":
      return plain(textOf(element["text"]));
    case "user":
      return { text: `@${textOf(element["user_id"])}`, pings: [textOf(element["user_id"])] };
    case "usergroup":
      return { text: "@group", pings: ["subteam"] };
    case "broadcast":
      return { text: `@${textOf(element["range"])}`, pings: [textOf(element["range"])] };
    case "channel":
      return plain(`#${textOf(element["channel_id"])}`);
    case "link":
      return plain(textOf(element["text"]) || textOf(element["url"]));
    case "date":
      return plain(textOf(element["fallback"]) || "[date]");
    case "emoji":
      return plain(`:${textOf(element["name"])}:`);
    default:
      return join(listOf(element["elements"]).map(readRichElement), element["type"] === "rich_text_list" ? "\n" : "");
  }
};

const readElement = (element: Json): Reading => {
  switch (element["type"]) {
    case "button":
      return plain(`[${readTextObject(element["text"]).text}]`);
    case "overflow":
    case "static_select":
    case "radio_buttons":
      return join(
        [
          readTextObject(element["placeholder"]),
          ...listOf(element["options"]).map((option) => readTextObject(option["text"])),
        ],
        " | ",
      );
    default:
      return readTextObject(element);
  }
};

const readBlock = (block: Json): Reading => {
  switch (block["type"]) {
    case "rich_text":
      return join(listOf(block["elements"]).map(readRichElement), "\n");
    case "actions":
    case "context":
      return join(listOf(block["elements"]).map(readElement), " ");
    case "input":
      return join([readTextObject(block["label"]), readElement(inside(block, "element"))], "\n");
    default:
      return join([readTextObject(block["text"]), ...listOf(block["fields"]).map(readTextObject)], "\n");
  }
};

/** The visible text of a message, and whom it notifies. Blocks replace `text`, but `text` can still notify. */
export const readMessage = (text: string, blocks: readonly Json[], parseNames = false): Reading => {
  const top = readMrkdwn(text);
  const named = parseNames ? [...text.matchAll(/@(channel|here|everyone)/g)].map(([, name]) => name ?? "") : [];
  if (blocks.length === 0) return { text: top.text, pings: [...top.pings, ...named] };
  const body = join(blocks.map(readBlock), "\n");
  return { text: body.text, pings: [...new Set([...top.pings, ...body.pings, ...named])] };
};
