import { webcrypto } from "node:crypto";
import pLimit from "p-limit";
import type { CarriedFile } from "../chat/delivery.ts";
import { runInSlices } from "../jobs/loop.ts";
import { whyNotAsRead } from "../tickets/files/carry-rules.ts";
import type { NotCarried } from "../tickets/ticket-records.ts";
import { setNewest } from "../chat/bounded-map.ts";

/** How many verdicts the process remembers. */
const mostVerdicts = 1_000;

/** Returns why a downloaded file is not carried; null if it is. */
type FileJudge = (file: CarriedFile) => Promise<NotCarried | null>;

/**
 * Judges downloaded files one after the other, in slices, so that ten large zips of one message delay other work by one slice at
 * a time. A verdict is remembered with all that it depends on: the name, the type and the bytes. So a file that is sent again
 * is not judged again. A new process judges it once more, because its rules may be newer.
 */
export const createFileJudge = (judge: typeof whyNotAsRead = whyNotAsRead): FileJudge => {
  const verdicts = new Map<string, NotCarried | null>();
  const oneAtATime = pLimit(1);
  return async ({ name, type, bytes }) => {
    // A thread of the pool computes the digest.
    const digest = await webcrypto.subtle.digest("SHA-256", bytes);
    const key = JSON.stringify([Buffer.from(digest).toString("base64"), type, name]);
    return oneAtATime(async () => {
      const known = verdicts.get(key);
      if (known !== undefined) return known;
      const verdict = await runInSlices(judge({ name, type }, bytes));
      setNewest(verdicts, key, verdict, mostVerdicts);
      return verdict;
    });
  };
};

export const judgeFile = createFileJudge();
