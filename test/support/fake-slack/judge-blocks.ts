import { existsSync, readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { inside, isJson, listOf, textOf, type Json } from "./json.ts";

const schemaFile = new URL("../../../../shared/specs/slack-blockkit-types-3.2.0.schema.json", import.meta.url);

const loadSchema = (): { readonly message: ValidateFunction; readonly view: ValidateFunction } | null => {
  if (!existsSync(schemaFile)) return null;
  const ajv = new Ajv({ strict: false, allErrors: false });
  const published: unknown = JSON.parse(readFileSync(schemaFile, "utf8"));
  ajv.addSchema({ ...(isJson(published) ? published : {}), $id: "blockkit" });
  return {
    message: ajv.compile({ type: "array", items: { $ref: "blockkit#/definitions/KnownBlock" } }),
    view: ajv.compile({ $ref: "blockkit#/definitions/View" }),
  };
};
let schema: ReturnType<typeof loadSchema> | undefined;

type Complain = (fault: string) => void;

/** Slack counts characters; every text needs at least one. */
const judgeText = (complain: Complain, where: string, object: unknown, max: number, type?: "plain_text"): void => {
  if (!isJson(object)) return complain(`${where}: a text object is missing`);
  const text = textOf(object["text"]);
  if (type !== undefined && object["type"] !== type) complain(`${where}: must be ${type}`);
  if (text.length === 0) complain(`${where}: must be more than 0 characters`);
  if (text.length > max) complain(`${where}: must be less than ${max + 1} characters, is ${text.length}`);
  judgeCharacters(complain, where, text);
};

const judgeCharacters = (complain: Complain, where: string, text: string): void => {
  if (!text.isWellFormed()) complain(`${where}: is not valid Unicode`);
  if (text.includes("\u0000")) complain(`${where}: contains NUL`);
};

const judgeOptions = (complain: Complain, where: string, element: Json, max: number): void => {
  const options = listOf(element["options"]);
  if (options.length === 0 || options.length > max) complain(`${where}: 1 to ${max} options, has ${options.length}`);
  const values = options.map((option) => textOf(option["value"]));
  if (new Set(values).size !== values.length) complain(`${where}: option values must differ`);
  for (const option of options) {
    judgeText(complain, `${where} option`, option["text"], 75);
    const value = textOf(option["value"]);
    if (value.length === 0 || value.length > 150) complain(`${where}: option value of ${value.length} characters`);
    if (option["description"] !== undefined) judgeText(complain, `${where} description`, option["description"], 75);
    if (option["url"] !== undefined && element["type"] !== "overflow")
      complain(`${where}: only an overflow menu has urls`);
  }
  const initial = element["initial_option"];
  if (initial !== undefined && !options.some((option) => JSON.stringify(option) === JSON.stringify(initial)))
    complain(`${where}: initial_option must exactly match one of the options`);
};

const judgeElement = (complain: Complain, where: string, element: Json): void => {
  const actionId = element["action_id"];
  if (typeof actionId === "string" && actionId.length > 255) complain(`${where}: action_id too long`);
  if (element["confirm"] !== undefined) {
    const confirm = inside(element, "confirm");
    judgeText(complain, `${where} confirm title`, confirm["title"], 100, "plain_text");
    judgeText(complain, `${where} confirm text`, confirm["text"], 300);
    judgeText(complain, `${where} confirm yes`, confirm["confirm"], 30, "plain_text");
    judgeText(complain, `${where} confirm no`, confirm["deny"], 30, "plain_text");
  }
  switch (element["type"]) {
    case "button":
      judgeText(complain, `${where} button`, element["text"], 75, "plain_text");
      if (textOf(element["value"]).length > 2000) complain(`${where}: value too long`);
      if (textOf(element["url"]).length > 3000) complain(`${where}: url too long`);
      break;
    case "overflow":
      judgeOptions(complain, `${where} overflow`, element, 5);
      break;
    case "static_select":
      if (element["placeholder"] !== undefined)
        judgeText(complain, `${where} placeholder`, element["placeholder"], 150, "plain_text");
      judgeOptions(complain, `${where} select`, element, 100);
      break;
    case "radio_buttons":
      judgeOptions(complain, `${where} radio`, element, 10);
      break;
    case "plain_text_input": {
      const max = element["max_length"];
      if (typeof max === "number" && (max < 1 || max > 3000)) complain(`${where}: max_length 1 to 3000`);
      const initial = textOf(element["initial_value"]);
      if (initial.length > (typeof max === "number" ? max : 3000)) complain(`${where}: initial_value too long`);
      judgeCharacters(complain, where, initial);
      break;
    }
  }
};

const judgeRich = (complain: Complain, where: string, element: Json): void => {
  if (element["type"] === "text") {
    const text = textOf(element["text"]);
    if (text.length === 0) complain(`${where}: a text element must not be empty`);
    judgeCharacters(complain, where, text);
  }
  if (element["type"] === "date" && !Number.isInteger(element["timestamp"]))
    complain(`${where}: must provide an integer`);
  if (element["type"] === "link" && !/^(https?|mailto):/.test(textOf(element["url"])))
    complain(`${where}: invalid url`);
  if (element["type"] === "user" && !/^[UW][A-Z0-9]+$/.test(textOf(element["user_id"])))
    complain(`${where}: invalid user_id`);
  if (element["type"] === "channel" && !/^[CGD][A-Z0-9]+$/.test(textOf(element["channel_id"])))
    complain(`${where}: invalid channel_id`);
  for (const child of listOf(element["elements"])) judgeRich(complain, where, child);
};

const judgeBlock = (complain: Complain, block: Json, index: number, surface: "message" | "modal"): void => {
  const where = `/blocks/${index} ${textOf(block["type"])}`;
  if (textOf(block["block_id"]).length > 255) complain(`${where}: block_id too long`);
  switch (block["type"]) {
    case "header":
      return judgeText(complain, where, block["text"], 150, "plain_text");
    case "section":
      return judgeText(complain, where, block["text"], 3000);
    case "rich_text":
      if (listOf(block["elements"]).length === 0) complain(`${where}: no elements`);
      return judgeRich(complain, where, block);
    case "context": {
      const elements = listOf(block["elements"]);
      if (elements.length === 0 || elements.length > 10) complain(`${where}: 1 to 10 elements, has ${elements.length}`);
      for (const element of elements) judgeText(complain, where, element, 3000);
      return;
    }
    case "actions": {
      const elements = listOf(block["elements"]);
      if (elements.length === 0 || elements.length > 25) complain(`${where}: 1 to 25 elements, has ${elements.length}`);
      const ids = elements.map((element) => element["action_id"]).filter((id) => id !== undefined);
      if (new Set(ids).size !== ids.length) complain(`${where}: action_id must be unique`);
      for (const element of elements) judgeElement(complain, where, element);
      return;
    }
    case "input":
      if (surface === "message") complain(`${where}: not in messages`);
      judgeText(complain, `${where} label`, block["label"], 2000, "plain_text");
      if (block["hint"] !== undefined) judgeText(complain, `${where} hint`, block["hint"], 2000, "plain_text");
      return judgeElement(complain, where, inside(block, "element"));
  }
};

const judgeAll = (blocks: readonly Json[], surface: "message" | "modal"): string[] => {
  const faults: string[] = [];
  const complain: Complain = (fault) => faults.push(fault);
  const max = surface === "message" ? 50 : 100;
  if (blocks.length > max) complain(`no more than ${max} blocks, has ${blocks.length}`);
  const ids = blocks.map((block) => block["block_id"]).filter((id) => id !== undefined);
  if (new Set(ids).size !== ids.length) complain("block_id must be unique");
  for (const [index, block] of blocks.entries()) judgeBlock(complain, block, index, surface);
  return faults;
};

const schemaFaults = (validate: ValidateFunction | undefined, value: unknown): string[] =>
  validate === undefined || validate(value)
    ? []
    : (validate.errors ?? []).slice(0, 5).map((error) => `${error.instancePath} ${error.message ?? ""}`);

/**
 * What Slack would refuse in the blocks of a message: by its published schema, and by limits that it does not publish.
 */
export const judgeMessage = (blocks: unknown): readonly string[] => {
  schema ??= loadSchema();
  if (!Array.isArray(blocks)) return ["blocks must be a list"];
  return [...judgeAll(listOf(blocks), "message"), ...schemaFaults(schema?.message, blocks)];
};

/** What Slack would refuse in a view. */
export const judgeView = (view: Json): readonly string[] => {
  schema ??= loadSchema();
  const faults = judgeAll(listOf(view["blocks"]), "modal");
  const complain: Complain = (fault) => faults.push(fault);
  const isHome = view["type"] === "home";
  if (isHome) {
    for (const key of ["title", "submit", "close", "clear_on_close", "notify_on_close"])
      if (view[key] !== undefined) complain(`${key}: not in a home`);
    if (listOf(view["blocks"]).length === 0) complain("a home needs blocks");
  } else {
    judgeText(complain, "title", view["title"], 24, "plain_text");
    for (const key of ["submit", "close"] as const)
      if (view[key] !== undefined) judgeText(complain, key, view[key], 24, "plain_text");
    if (listOf(view["blocks"]).some((block) => block["type"] === "input") && view["submit"] === undefined)
      complain("submit is required with input blocks");
  }
  if (textOf(view["private_metadata"]).length > 3000) complain("private_metadata too long");
  if (textOf(view["callback_id"]).length > 255) complain("callback_id too long");
  if (JSON.stringify(view).length > 250_000) complain("view is too large");
  return [...faults, ...schemaFaults(schema?.view, view)];
};

/** Slack refuses about 13,200 characters in all; each block costs some too (slackapi/bolt-js#2509). */
export const tooLongInAll = (blocks: readonly Json[]): boolean => {
  let total = 0;
  const count = (value: unknown, key: string): void => {
    if (typeof value === "string" && (key === "text" || key === "fallback" || key === "url")) total += value.length;
    else if (Array.isArray(value)) for (const each of value) count(each, key);
    else if (isJson(value)) for (const [name, each] of Object.entries(value)) count(each, name);
  };
  count(blocks, "blocks");
  return total + blocks.length * 125 > 13_200;
};
