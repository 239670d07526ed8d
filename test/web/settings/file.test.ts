import { stringify } from "yaml";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readAccessLog } from "../../../src/db/access/access-store.ts";
import { readDeskFile } from "../../../src/desk/read-desk-file.ts";
import { sampleDocument } from "../../support/settings/sample-document.ts";
import { openSettings, type SettingsWorld } from "../../support/settings/settings-world.ts";
import { formWith, type Browser } from "../../support/web-desk.ts";
import { webAddress } from "../../support/world.ts";

const file = "/desk/settings/file";
const renamed = { ...sampleDocument, desk: "Renamed desk" };

let settings: SettingsWorld;
let sam: Browser;
const open = async (deskFile: string | null = null): Promise<void> => {
  settings = await openSettings({ deskFile });
  sam = await settings.web.signedIn("slack:U0SAM");
};
afterEach(() => settings.world.stop());

const imports = async (text: string): Promise<Response> =>
  sam.press(await sam.page(file), "Check and preview", { text });

describe("the file of a desk", () => {
  beforeEach(() => open());

  test("is exported as it reads back, and the log says who took it", async () => {
    const response = await sam.get("/desk/settings/export");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="desk-version-1.yaml"');
    const { document } = await settings.inForce();
    const reading = readDeskFile(await response.text());
    expect(reading).toMatchObject({ ok: true, document });
    expect(await readAccessLog(settings.world.database.db, 1)).toMatchObject([
      { what: "deskExported", person: "slack:U0SAM", deskVersion: 1 },
    ]);
  });

  test("is imported by pasting it: with a preview, and a line in the log", async () => {
    const response = await imports(`# Ours\n${stringify(renamed)}`);
    const preview = response.headers.get("location") ?? "";
    const html = await sam.page(preview);
    expect(html).toMatch(/Example Support<\/del>\s*<ins>.*Renamed desk<\/ins>/);
    expect((await settings.inForce()).version).toBe(1);
    await sam.press(html, "Save");
    expect((await settings.inForce()).document).toMatchObject({ desk: "Renamed desk" });
    expect(await readAccessLog(settings.world.database.db, 1)).toMatchObject([
      { what: "deskImported", deskVersion: 2 },
    ]);
  });

  test("is imported by choosing it", async () => {
    const { fields } = formWith(await sam.page(file), "Check and preview");
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...fields, text: "" })) body.append(name, value);
    body.append("file", new File([stringify(renamed)], "desk.yaml", { type: "application/yaml" }));
    const headers = { origin: webAddress, cookie: sam.cookie ?? "" };
    const request = new Request(`${webAddress}/desk/settings/upload`, { method: "POST", body, headers });
    const response = await settings.web.fetch(request);
    expect(await sam.page(response.headers.get("location") ?? "")).toContain("Renamed desk");
  });

  test("with faults comes back with each of them and its line, and with what was pasted", async () => {
    const response = await imports("desk: Ours\nlocale: xx\npeople: {}\nnonsense: 1 # <script>\n");
    const html = await response.text();
    expect(html).toContain("line 2: locale is");
    expect(html).toContain("line 4: nonsense is 1");
    expect(html).toContain("nonsense: 1 # &lt;script&gt;");
    expect(await (await imports("[1, 2")).text()).toContain("not YAML");
  });
});

describe("a desk that is managed by a file", () => {
  beforeEach(() => open("/etc/plazo/desk.yaml"));

  test("says so, and shows the difference and the file to copy instead of offering to save", async () => {
    expect(await sam.page("/desk/settings")).toContain("/etc/plazo/desk.yaml");
    const path = await settings.proposes("slack:U0SAM", renamed);
    const html = await sam.page(path);
    expect(html).toMatch(/Example Support<\/del>\s*<ins>.*Renamed desk<\/ins>/);
    expect(html).toContain("desk: Renamed desk");
    expect(html).not.toContain(`${path}/save`);
  });

  test("is not changed by a forged form", async () => {
    const path = await settings.proposes("slack:U0SAM", renamed);
    const token = /name="token" value="([^"]+)"/.exec(await sam.page(path))?.[1] ?? "";
    await sam.post(`${path}/save`, { token });
    expect((await settings.inForce()).version).toBe(1);
  });
});
