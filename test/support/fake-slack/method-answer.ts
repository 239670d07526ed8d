import type { Json } from "./json.ts";

/** A method's answer: the fields beside `ok`, or an error. */
export type MethodAnswer = Json;

export const fail = (error: string, messages: readonly string[] = []): MethodAnswer => ({
  error,
  response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
});
