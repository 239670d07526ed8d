import { afterEach, describe, expect, test } from "vitest";
import { noChromium } from "./chromium.ts";
import { findingsInThemes } from "./web-pages.ts";
import { openSharedWindow, type Window } from "./window.ts";

/** A page whose first faults show in the dark only, and whose other faults show on a phone only. */
const faulty = `<!doctype html><html lang="en"><title>Faulty</title>
<style>
  body { color: #000; background: #fff }
  a { color: #06c }
  .box { width: 700px; height: 40px; overflow: auto }
  @media (prefers-color-scheme: dark) { .dusk { color: #ddd } }
  @media (max-width: 400px) { button span { display: none } .small { color: #ccc } .box { width: 100px } p a { text-decoration: none; color: #0000cc } }
</style>
<main><h1>Faulty</h1>
<p class="dusk">Too faint in the dark</p>
<p class="small">Too faint on a phone</p>
<p>A link <a href="#x">among words</a> that only its line tells from them.</p>
<button><span>Named on a desk</span></button>
<div class="box"><div style="width: 600px">Scrolls on a phone, and takes no focus</div></div>
</main></html>`;

describe.skipIf(noChromium !== "")("a look at a page", () => {
  let window: Window;
  afterEach(() => window.close());

  test("finds what is wrong in one theme or at one width alone", async () => {
    window = await openSharedWindow({ width: 1440, height: 844 });
    await window.page.setContent(faulty);
    const onDesk = await findingsInThemes(window.page);
    expect(onDesk.light).toEqual([]);
    expect(onDesk.dark.join()).toMatch(/color-contrast: \.dusk.*Too faint in the dark/s);

    await window.page.setViewportSize({ width: 390, height: 844 });
    const onPhone = await findingsInThemes(window.page);
    for (const fault of ["button-name: button", "link-in-text-block: a", "Too faint on a phone"])
      expect(onPhone.light.join()).toContain(fault);
    expect(onPhone.light.join()).not.toContain("Too faint in the dark");
    expect(onPhone.dark.join()).toContain("Too faint in the dark");

    // The same elements as before at another width: only what a width can break is looked for.
    await window.page.setContent(faulty.replace("<button><span>Named on a desk</span></button>", ""));
    await window.page.setViewportSize({ width: 1440, height: 844 });
    await findingsInThemes(window.page);
    await window.page.setViewportSize({ width: 390, height: 844 });
    const sameElements = (await findingsInThemes(window.page)).light.join();
    for (const fault of ["link-in-text-block: a", "scrollable-region-focusable: .box", "Too faint on a phone"])
      expect(sameElements).toContain(fault);
  });
});
