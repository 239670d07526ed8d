import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { migratePglite } from "../../src/db/connection/migrate.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { writeTicketWords } from "../../src/db/search/ticket-words.ts";
import { openBare } from "../support/database/embedded-database.ts";
import { migrationsUpTo, rowsFolder } from "./recorded.ts";

const before = "0001_estimate_shared_tickets";

/** Texts whose words were other ones then. */
const texts = ["see x.example/a_b.html", "~/a/b.txt", "../../main.ts", "¡Ayuda!", "x.example/a!b", "é1.".repeat(300)];

test("the migration enters those words of a ticket by which a search finds it now", async () => {
  const database = await openBare();
  const folder = migrationsUpTo(before);
  await migratePglite(database.client, { folder });
  rmSync(folder, { recursive: true });
  await database.client.exec(readFileSync(join(rowsFolder, `${before}.sql`), "utf8"));
  const [row] = await database.rows<{ number: number }>(sql`select number from tickets order by number limit 1`);
  const number = row?.number ?? 0;
  const wordsNow = async (): Promise<string | undefined> => {
    const [found] = await database.rows<{ words: string }>(
      sql`select words::text as words from ticket_words where ticket = ${number}`,
    );
    return found?.words;
  };
  await database.rows(sql`update tickets set description = ${texts.join("\n")} where number = ${number}`);
  const then = await wordsNow();
  await migratePglite(database.client);
  const migrated = await wordsNow();
  await database.db.transaction((tx) => writeTicketWords(tx, [number]));
  expect(migrated).toBe(await wordsNow());
  expect(migrated).not.toBe(then);
  await database.close();
});
