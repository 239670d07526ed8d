import { expect, test } from "vitest";
import { documentFile } from "../../src/web/render/document-file.ts";
import { documentMarkup } from "../../src/web/render/document.ts";
import { sampleDocument } from "./sample.ts";

test("a document becomes one file of HTML that loads and runs nothing, and its texts are no markup", async () => {
  const file = await documentFile(sampleDocument(2));
  expect(file).toContain("<title>Support statement: Acme &amp; Söhne &lt;GmbH&gt;</title>");
  expect(file).not.toContain("<GmbH>");
  expect(file).not.toMatch(/<script|<link|url\((?!#)|src=|https?:\/\/(?!www\.w3\.org)/);
  expect(file).toContain("default-src 'none'");
  expect(file).toContain('lang="en-GB"');
  expect(file).toContain("<svg");
  expect(file).not.toContain('var(--accent)"');
  expect(file).not.toContain("/desk/tickets/");
});

test("a page links its tickets, and its chart takes the colours of the page", async () => {
  const markup = String(
    await documentMarkup(sampleDocument(1), { theme: "page", linkTo: (ticket) => `/area/tickets/${ticket}` }),
  );
  expect(markup).toContain('<a href="/area/tickets/1000">T-1000</a>');
  expect(markup).toContain("var(--accent)");
  expect(markup).toContain('<tr class="sum">');
  expect(markup).not.toContain("<details>");
});
