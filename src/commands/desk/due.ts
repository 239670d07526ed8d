import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { answerWhatIf } from "../../desk/what-if.ts";
import type { Desk } from "../../domain/desk.ts";

/** Answers what-if questions, a JSON object a line, one line each, in order and as they come; a bad line stops nothing. */
export const answerDue = async (desk: Desk, questions: Readable, answers: Writable): Promise<void> => {
  for await (const line of createInterface({ input: questions, crlfDelay: Infinity }))
    if (!answers.write(`${JSON.stringify(answerWhatIf(desk, line))}\n`)) await once(answers, "drain");
};
