import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inside, isJson, type Json } from "./json.ts";

/** Discord's description of its API, if a copy is beside the repository. */
const place = fileURLToPath(new URL("../../../../shared/specs/discord-openapi.json", import.meta.url));

const prepared = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(prepared);
  if (!isJson(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === "$ref" && typeof each === "string" ? each.replace(/^#/, "discord#") : prepared(each),
    ]),
  );
};

const open = () => {
  if (!existsSync(place)) return null;
  const parsed: unknown = JSON.parse(readFileSync(place, "utf8"));
  if (!isJson(parsed)) return null;
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
  ajv.addSchema({ $id: "discord", components: prepared(parsed["components"]) });
  const bodies = new Map<string, unknown>();
  for (const path of Object.values(inside(parsed, "paths")))
    for (const operation of Object.values(isJson(path) ? path : {}))
      if (isJson(operation) && typeof operation["operationId"] === "string")
        bodies.set(
          operation["operationId"],
          inside(inside(inside(operation, "requestBody"), "content"), "application/json")["schema"],
        );
  return { ajv, bodies, compiled: new Map<string, ValidateFunction | null>() };
};

let opened: ReturnType<typeof open> | undefined;

/** What the description says against the body of an operation; empty if it is valid, or if there is no copy. */
export const judgeByDocument = (operation: string, body: Json | readonly Json[]): readonly string[] => {
  opened ??= open();
  if (opened === null) return [];
  const { ajv, bodies, compiled } = opened;
  let validate = compiled.get(operation);
  if (validate === undefined) {
    const schema = prepared(bodies.get(operation));
    validate = isJson(schema) ? ajv.compile(schema) : null;
    compiled.set(operation, validate);
  }
  if (validate === null || validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${operation} ${instancePath} ${message ?? ""}`);
};
