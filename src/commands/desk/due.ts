import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { answerWhatIf } from "../../desk/checks/what-if.ts";
import type { Desk } from "../../desk/desk.ts";

/**
 * Yields lines as they arrive, without a byte order mark. It does not use node:readline, which also ends a line at
 * U+2028, U+2029 and a lone carriage return inside JSON.
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

/**
 * Answers one question for each line of JSON, in order and as they arrive. A wrong line gets an error and stops
 * nothing.
 */
export const answerDue = async (desk: Desk, questions: Readable, answers: Writable): Promise<void> => {
  for await (const line of linesOf(questions))
    if (!answers.write(`${JSON.stringify(answerWhatIf(desk, line))}\n`)) await once(answers, "drain");
};
