import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { addContact, contactSeen } from "../../src/db/access/contact-store.ts";
import { openEmbedded } from "../../src/db/connection/open-embedded.ts";
import { runHere } from "../support/command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "plazo-leavers-"));
afterAll(() => rmSync(folder, { recursive: true }));

const desk = (...args: string[]) => runHere("desk", args, { folder, env: { DATA_DIR: join(folder, "data") } });

test("check and apply name the contacts of a person who leaves: those who lose their access, and those who keep it", async () => {
  const example = readFileSync(join(import.meta.dirname, "../../.desk.example.yaml"), "utf8");
  writeFileSync(
    join(folder, "desk.yaml"),
    example.replace("accounts:", "  mia: { name: Mia Sol, roles: [agent], slack: U0MIA }\naccounts:"),
  );
  writeFileSync(join(folder, "without-mia.yaml"), example);
  const mia = "name: Mia Sol, roles: [agent], slack: U0MIA";
  const withMia = readFileSync(join(folder, "desk.yaml"), "utf8");
  writeFileSync(join(folder, "ines.yaml"), withMia.replace(mia, "name: Ines Mora, roles: [agent], slack: U0INES"));
  writeFileSync(join(folder, "other-account.yaml"), withMia.replace("U0MIA", "U0NEW"));
  await desk("apply", "desk.yaml");
  const { db, close } = await openEmbedded(join(folder, "data", "pglite"));
  const day = 24 * 60 * 60 * 1_000;
  const [account = ""] = /^accounts:\n {2}(\w+):/m.exec(example)?.slice(1) ?? [];
  for (const [name, days] of [
    ["nuria", 30],
    ["pau", 1],
  ] as const) {
    const addedAt = Date.now() - days * day;
    await addContact(db, {
      user: `web:${name}`,
      account,
      knownAs: `email:${name}@acme.example`,
      name,
      how: "invited",
      addedBy: "slack:U0MIA",
      addedAt,
      seesAll: true,
    });
    await contactSeen(db, `web:${name}`, addedAt);
  }
  await close();
  const lines = [
    "People whom the staff added as contacts lose their access for good:",
    `  pau (email:pau@acme.example), invited to or remembered for ${account}`,
    "People who were added by a person who leaves, or who has another account now, keep their access. Withdraw it on the account's page if they should not have it:",
    `  nuria (email:nuria@acme.example), contact of ${account}, added by Mia Sol`,
  ].join("\n");
  // Her entry goes to another person, or she gets another account.
  expect((await desk("check", "ines.yaml")).out).toContain(lines);
  const named = (await desk("check", "other-account.yaml")).out;
  expect(named).toMatch(/another account now.*\n {2}nuria .* added by Mia Sol\n {2}pau .* added by Mia Sol/);
  expect(named).not.toContain("lose their access");
  expect((await desk("check", "without-mia.yaml")).out).toContain(lines);
  expect((await desk("apply", "without-mia.yaml")).out).toContain(lines);
});
