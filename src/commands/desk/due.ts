import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { answerWhatIf } from "../../desk/checks/what-if.ts";
import type { Desk } from "../../desk/desk.ts";
import { visibleLine } from "../../text/shown-text.ts";

/** The most characters of a question. */
const longestLine = 1024 * 1024;

/**
 * Yields lines as they arrive, without a byte order mark. It does not use node:readline, which also ends a line at
 * U+2028, U+2029 and a lone carriage return inside JSON.
 */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let begun = "";
  for await (const some of bytes) {
    const [first = "", ...others] = decoder.decode(some, { stream: true }).split("\n");
    // The rest of a line that is too long is not kept.
    if (begun.length <= longestLine) begun += first;
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
  for await (const line of linesOf(questions)) {
    const answer =
      line.length > longestLine
        ? { error: `the line is longer than ${longestLine} characters` }
        : answerWhatIf(desk, line);
    // The escapes that make control characters visible are also those of JSON.
    if (!answers.write(`${visibleLine(JSON.stringify(answer))}\n`)) await once(answers, "drain");
  }
};
