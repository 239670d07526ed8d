import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { answerWhatIf } from "../../desk/checks/what-if.ts";
import type { Desk } from "../../desk/desk.ts";

/**
 * Lines as they come, without a byte order mark before the first. Not by node:readline, which also ends a line where JSON
 * goes on: at U+2028, U+2029 and a lone carriage return.
 */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let begun = "";
  for await (const some of bytes) {
    const [first = "", ...others] = decoder.decode(some, { stream: true }).split("\n");
    begun += first;
    for (const next of others) {
      yield begun;
      begun = next;
    }
  }
  begun += decoder.decode();
  if (begun !== "") yield begun;
}

/** Answers what-if questions, a JSON object a line, one line each, in order and as they come; a bad line stops nothing. */
export const answerDue = async (desk: Desk, questions: Readable, answers: Writable): Promise<void> => {
  for await (const line of linesOf(questions))
    if (!answers.write(`${JSON.stringify(answerWhatIf(desk, line))}\n`)) await once(answers, "drain");
};
