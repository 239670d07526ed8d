import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { playBusyDay } from "./busy-day.ts";
import { dumpRows } from "./dump-rows.ts";
import { migrationTags, rowsFolder } from "./recorded.ts";

/** Records rows of every table under the name of the newest migration. Run it once for each migration, when it is released. */
const world = await playBusyDay();
const tag = migrationTags.at(-1);
if (tag === undefined) throw new Error("there is no migration");
mkdirSync(rowsFolder, { recursive: true });
writeFileSync(join(rowsFolder, `${tag}.sql`), await dumpRows(world.database));
await world.stop();
await world.database.close();
