import { parentPort } from "node:worker_threads";
import { parseMail } from "./parse-mail.ts";
import type { MailReading, ReadingSettings } from "./read-mail.ts";

// The thread that `readMail` starts. It reads one mail after the other.

/** What the thread is asked to read. */
export interface MailToRead {
  readonly id: number;
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly settings: ReadingSettings;
}

/** What the thread answers. */
export interface ReadAnswer {
  readonly id: number;
  readonly reading: MailReading;
}

/** The memory of the files moves to the thread that asked. */
const movable = (reading: MailReading): readonly ArrayBuffer[] =>
  reading.ok ? [...new Set(reading.mail.files.map(({ bytes }) => bytes.buffer))] : [];

const answerTo = async ({ id, raw, settings }: MailToRead): Promise<void> => {
  const reading = await parseMail(raw, settings);
  const answer: ReadAnswer = { id, reading };
  parentPort?.postMessage(answer, [...movable(reading)]);
};

parentPort?.on("message", (asked: MailToRead) => void answerTo(asked));
