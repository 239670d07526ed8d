import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeEmbedded } from "../db/connection/create-embedded.ts";
import { packPrepared, preparedFile, preparedFolder, readPrepared } from "../db/connection/prepared.ts";

// Runs after `npm ci`: creates an empty embedded database, so that the first start only copies it.
const file = preparedFile();
if (file !== null && readPrepared(file) === null) {
  mkdirSync(preparedFolder, { recursive: true });
  const draft = mkdtempSync(join(preparedFolder, "making-"));
  try {
    await makeEmbedded(join(draft, "pglite"));
    packPrepared(join(draft, "pglite"), file);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
