import { everyComponent, isJson, listOf, numberOf, textOf, textsOf, type Json } from "./json.ts";

const v2 = 1 << 15;
const rowType = 1;
const buttonType = 2;
const listType = 3;
const textType = 10;

const repeats = (values: readonly unknown[]): boolean => new Set(values).size < values.length;

const judgeButton = (button: Json): readonly string[] => {
  const isLink = button["style"] === 5;
  const id = textOf(button["custom_id"]);
  const label = textOf(button["label"]);
  return [
    ...(isLink && (id !== "" || textOf(button["url"]) === "") ? ["a link button has a url and no custom_id"] : []),
    ...(!isLink && (id === "" || id.length > 100) ? ["custom_id: 1 to 100 characters"] : []),
    ...(!isLink && button["url"] !== undefined ? ["a url on a button that is no link"] : []),
    ...(textOf(button["url"]).length > 512 ? ["url: at most 512 characters"] : []),
    ...(label === "" || label.length > 80 ? ["label: 1 to 80 characters"] : []),
  ];
};

const judgeList = (list: Json): readonly string[] => {
  const options = listOf(list["options"]);
  const id = textOf(list["custom_id"]);
  return [
    ...(id === "" || id.length > 100 ? ["custom_id: 1 to 100 characters"] : []),
    ...(options.length < 1 || options.length > 25 ? ["options: 1 to 25"] : []),
    ...(repeats(options.map((option) => option["value"])) ? ["options: a value is there twice"] : []),
    ...(textOf(list["placeholder"]).length > 150 ? ["placeholder: at most 150 characters"] : []),
    ...options.flatMap((option) =>
      [option["label"], option["value"]].some((each) => textOf(each) === "" || textOf(each).length > 100)
        ? ["option: label and value of 1 to 100 characters"]
        : [],
    ),
  ];
};

const judgeRow = (row: Json): readonly string[] => {
  const inside = listOf(row["components"]);
  const lists = inside.filter((each) => each["type"] === listType).length;
  return inside.length < 1 || inside.length > 5 || (lists > 0 && inside.length > 1)
    ? ["an action row holds 1 to 5 buttons or one list"]
    : [];
};

const judgeComponents = (components: readonly Json[]): readonly string[] => {
  const all = everyComponent(components);
  const ids = all.flatMap((each) => (isJson(each) && each["custom_id"] !== undefined ? [each["custom_id"]] : []));
  const numbers = all.map((each) => numberOf(each["id"])).filter((each) => each !== 0);
  return [
    ...(repeats(ids) ? ["COMPONENT_CUSTOM_ID_DUPLICATED"] : []),
    ...(repeats(numbers) ? ["a component id is there twice"] : []),
    ...all.flatMap((each) => {
      if (each["type"] === buttonType) return judgeButton(each);
      if (each["type"] === listType) return judgeList(each);
      if (each["type"] === rowType) return judgeRow(each);
      if (each["type"] === galleryType) return judgeGallery(each);
      if (each["type"] === textType && textOf(each["content"]).trim() === "")
        return ["content: This field is required"];
      return [];
    }),
  ];
};

const galleryType = 12;
const fileType = 13;

/** The addresses that a gallery shows. */
const picturesOf = (gallery: Json): readonly string[] =>
  listOf(gallery["items"]).map(({ media }) => (isJson(media) ? textOf(media["url"]) : ""));

/** A gallery shows one to ten pictures, each with a description of 1,024 characters at most. */
const judgeGallery = (gallery: Json): readonly string[] => {
  const items = listOf(gallery["items"]);
  return [
    ...(items.length < 1 || items.length > 10 ? ["items: 1 to 10"] : []),
    ...items.flatMap(({ description }) =>
      textOf(description).length > 1_024 ? ["description: at most 1024 characters"] : [],
    ),
  ];
};

/** A message of components shows a file only if a component names it, and may name only files that it has. */
export const judgeFiles = (body: Json, files: readonly { readonly name: string }[]): readonly string[] => {
  const shown = everyComponent(listOf(body["components"]));
  const named = [
    ...shown
      .filter((each) => each["type"] === fileType)
      .map((each) => (isJson(each["file"]) ? textOf(each["file"]["url"]) : "")),
    ...shown.filter((each) => each["type"] === galleryType).flatMap(picturesOf),
  ];
  const came = files.map(({ name }) => `attachment://${name}`);
  return [
    ...named.filter((each) => !came.includes(each)).map((each) => `${each}: no such attachment`),
    ...came.filter((each) => !named.includes(each)).map((each) => `${each}: nothing shows it`),
  ];
};

const embedText = (embed: Json): number =>
  [embed["title"], embed["description"], ...listOf(embed["fields"]).flatMap((field) => [field["name"], field["value"]])]
    .map((each) => textOf(each).length)
    .reduce((sum, each) => sum + each, 0);

const judgeMentions = (allowed: unknown): readonly string[] =>
  isJson(allowed) && textsOf(allowed["parse"]).includes("users") && textsOf(allowed["users"]).length > 0
    ? ["allowed_mentions: parse and users exclude each other"]
    : [];

const judgeModern = (body: Json, components: readonly Json[]): readonly string[] => {
  const all = everyComponent(components);
  const texts = all.filter((each) => each["type"] === textType).map((each) => textOf(each["content"]).length);
  return [
    ...(textOf(body["content"]) !== "" || listOf(body["embeds"]).length > 0
      ? ["MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"]
      : []),
    ...(all.length > 40 ? ["components: at most 40 in all"] : []),
    ...(texts.reduce((sum, each) => sum + each, 0) > 4000 ? ["components: at most 4000 characters of text"] : []),
  ];
};

const judgeClassic = (body: Json, components: readonly Json[]): readonly string[] => [
  ...(components.some((each) => each["type"] !== rowType)
    ? ["components: only action rows without IS_COMPONENTS_V2"]
    : []),
  ...(components.length > 5 ? ["components: at most 5 action rows"] : []),
  ...(textOf(body["content"]).length > 2000 ? ["content: Must be 2000 or fewer in length."] : []),
  ...(listOf(body["embeds"])
    .map(embedText)
    .reduce((sum, each) => sum + each, 0) > 6000
    ? ["embeds: MAX_EMBED_SIZE_EXCEEDED"]
    : []),
];

/** Whether a message would be empty. */
export const isEmpty = (body: Json): boolean =>
  textOf(body["content"]).trim() === "" &&
  listOf(body["components"]).length === 0 &&
  listOf(body["embeds"]).length === 0;

/** What Discord refuses in a message; empty if it takes it. `flags` are the flags it will have. */
export const judgeMessage = (body: Json, flags: number): readonly string[] => {
  const components = listOf(body["components"]);
  const modern = (flags & v2) !== 0;
  return [
    ...(modern ? judgeModern(body, components) : judgeClassic(body, components)),
    ...judgeComponents(components),
    ...judgeMentions(body["allowed_mentions"]),
    ...(textOf(body["nonce"]).length > 25 ? ["nonce: at most 25 characters"] : []),
  ];
};
