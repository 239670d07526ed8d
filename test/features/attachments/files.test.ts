import { allowedMs, fastestRun } from "../../hostile/fastest-run.ts";
import { describe, expect, test } from "vitest";
import { whyNotAsRead as judged, whyNotCarried } from "../../../src/tickets/files/carry-rules.ts";
import { atOnce } from "../../../src/features/history/index.ts";
import { plainFileName } from "../../../src/tickets/files/file-kind.ts";
import { extraField, localHeader, unicodePath, zipOf } from "../../support/zip-of.ts";

const why = (name: string, type = "application/octet-stream") => whyNotCarried({ id: "F1", name, size: 5, type }, 0);
const whyNotAsRead = (...[file, content]: Parameters<typeof judged>) => atOnce(judged(file, content));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each(
  `a.EXE setup.msi a.bat a.cmd a.com a.scr a.pif a.vbs a.js a.wsf a.hta a.jar a.lnk a.reg a.dll a.apk a.dmg a.pkg a.deb
  a.iso a.url a.scf a.chm a.msix a.appx a.appinstaller a.img a.vhd a.vhdx a.one a.xll a.msc a.ws a.psm1 a.ps1 a.py a.command
  a.desktop a.rdp a.iqy a.library-ms a.settingcontent-ms a.webloc a.mobileconfig a.cab a.appimage a.AppRef-MS
  a.pst a.asx a.accda a.accde a.ftploc a.shortcut a.ahk a.au3 a.eml a.msg`.split(/\s+/),
)("%s is a program", (name) => expect(why(name)).toBe("program"));

test.each("a.html a.HTM a.svg a.svgz a.mht a.xhtml a.docm a.xlsm a.pptm a.xlsb a.xlam".split(" "))(
  "%s contains code that a viewer runs",
  (name) => expect(why(name)).toBe("active"),
);

test.each("a.7z a.rar a.tar a.tgz logs.tar.gz a.tar.xz a.7z.001 a.arj a.xar".split(" "))(
  "%s is an archive that Plazo does not open",
  (name) => expect(why(name)).toBe("archive"),
);

test.each([
  "a.exe\u200b",
  "a.ex\u200de",
  "a.\u2060exe\ufeff",
  "a.exe\u00ad",
  "a.exe\u3164",
  "a.exe\ufe0f",
  "invoice\u202efdp.exe",
  "photo\u202egnp.scr\u202c",
  "a.exe .",
  "a.exe . . .",
  `a.exe${" .".repeat(2_000)}`,
  "a.exe\u00a0",
  "a.pdf.exe",
  "a.pdf                                        .exe",
  "a.e\u0000xe",
  "a.exe::$DATA",
  "a.exe:stream",
  "a.exe:stream:$DATA",
  "a.exe:stream.txt:$DATA",
  "a.exe . :stream.txt",
  "a.exe.gz:x.pdf",
  "a.exe\uff1astream.txt:$DATA",
  "notes.txt:a.exe",
  "notes.txt:a.exe:$DATA",
  "invoice: a.exe",
  "a.exe.gz",
  "a.exe.download",
  "a.exe.bak",
  "a.exe.1",
  "a.exe (1)",
  "a.exe~",
  "a．exe",
  "ａ.ＥＸＥ",
])("%j is recognised", (name) => expect(why(name)).toBe("program"));

test("a program whose name ends in thousands of colons is recognised, and forty such names take little time", () => {
  expect(why(`a.exe${":".repeat(1_900)}`)).toBe("program");
  // A reader that tries again from every colon takes a hundred times as long.
  for (const part of ["-", ":", ".:", ".exf:"]) {
    const name = `a.exe${part.repeat(1_900 / part.length)}`;
    const read = (): void => {
      for (let index = 0; index < 40; index += 1) why(`${name}.b${index}`);
    };
    expect(fastestRun(read)).toBeLessThan(allowedMs);
  }
});

test.each<[string, string | null]>([
  ["application/x-msdownload", "program"],
  ["application/vnd.microsoft.portable-executable", "program"],
  ["application/x-dosexec; charset=binary", "program"],
  ["application/x-sh", "program"],
  ["text/x-shellscript", "program"],
  ["text/javascript", "program"],
  ["application/x-iso9660-image", "program"],
  ["TEXT/HTML; charset=utf-8", "active"],
  ["image/svg+xml", "active"],
  ["application/vnd.ms-excel.sheet.macroEnabled.12", "active"],
  ["application/x-7z-compressed", "archive"],
  ["text/plain", null],
  ["application/json", null],
  ["video/mp4", null],
])("a file with the type %s is refused for its type", (type, verdict) => expect(why("a.bin", type)).toBe(verdict));

test.each(
  `a.pdf a.docx a.xlsx a.pptx a.csv a.txt a.log app.log.gz player.log.1 a.json a.har www.example.com.har a.mp4 a.mkv video.ts
  a.m3u8 a.mpd a.png a.jpg a.heic a.gif a.webp a.srt a.vtt a.xml a.zip a.pcap deploy.sh.txt release-1.2.3 README .env`.split(
    /\s+/,
  ),
)("%s is copied", (name) => expect(why(name)).toBeNull());

describe("a file that Plazo read", () => {
  const read = (name: string, content: Uint8Array) => whyNotAsRead({ name, type: "" }, content);

  test("is a program if it begins like one, whatever its name", () => {
    expect(read("a.txt", Uint8Array.of(0x4d, 0x5a, 0x90))).toBe("program");
    expect(read("a.bin", bytes("\u007fELF..."))).toBe("program");
    expect(read("a.txt", bytes("MORE"))).toBeNull();
    expect(read("a.txt", new Uint8Array())).toBeNull();
  });

  test("is copied as a zip if all its files would be", () => {
    expect(read("a.zip", zipOf(["logs/", "logs/player.log", "example.com/", "example.com/page.har"]))).toBeNull();
    expect(read("a.zip", zipOf([], "PK\u0005\u0006 as a comment"))).toBeNull();
  });

  test.each([
    ["a program", zipOf(["readme.txt", "bin/setup.EXE"])],
    ["a program with a zero-width character in its name", zipOf(["setup.exe\u200b"])],
    ["a web page", zipOf(["index.html"])],
    ["a macOS application", zipOf(["Player.app/Contents/MacOS/Player"])],
    ["a zip", zipOf(["inner.zip"])],
    ["a truncated directory", zipOf(["a.txt"]).slice(0, -1)],
    ["more names than its end record says", zipOf(["a.txt", "b.exe"], "", 1)],
    ["no zip directory", bytes("not a zip")],
  ])("is not copied as a zip that holds %s", (_, content) => {
    expect(read("a.zip", content)).toBe("packed");
  });

  const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");

  test.each<[string, Uint8Array]>([
    ["in the Unicode path of the directory", zipOf([{ name: "notes.txt", extra: unicodePath("setup.exe") }])],
    ["in the Unicode path of its own header", zipOf([{ name: "notes.txt", localExtra: unicodePath("setup.exe") }])],
    [
      "in the second of two extra fields",
      zipOf([{ name: "a.txt", extra: Buffer.concat([extraField(0x5455, new Uint8Array(5)), unicodePath("a.exe")]) }]),
    ],
    [
      "as an old Macintosh stored it",
      zipOf([{ name: "a.txt", extra: extraField(0x2605, latin("ZPIT\u0005a.exeTEXT")) }]),
    ],
    ["in its local header", zipOf([{ name: "notes.txt", local: "setup.exe" }])],
    ["in the directory only", zipOf([{ name: "setup.exe", local: "notes.txt" }])],
    ["before all other files, in no directory", zipOf(["notes.txt"], "", 1, localHeader("setup.exe"))],
    ["in a comment", zipOf(["notes.txt"], localHeader("setup.exe"))],
    ["before a NUL character", zipOf(["setup.exe\u0000.txt"])],
    ["with a space of another code", zipOf([{ name: latin("setup.exe\u00ff"), local: "notes.txt" }])],
    ["with a path that is too long", zipOf([`setup.exe/${"a/".repeat(3_000)}.txt`])],
  ])("is not copied as a zip with the name of a program %s", (_, content) => {
    expect(read("a.zip", content)).toBe("packed");
  });

  test("is not copied as a zip with two directories, of which an unpacker may take either", () => {
    const harmless = zipOf(["a.txt"]);
    expect(read("a.zip", zipOf(["a.txt"], harmless.slice(-22, -1)))).toBeNull();
    expect(read("a.zip", zipOf(["a.txt"], Buffer.concat([harmless.slice(-22), bytes("!")])))).toBe("packed");
    const elsewhere = zipOf(["a.txt"]);
    elsewhere[elsewhere.length - 6] = 1;
    expect(read("a.zip", elsewhere)).toBe("packed");
    const large = Buffer.alloc(20);
    large.writeUInt32LE(0x07064b50, 0);
    expect(read("a.zip", zipOf([{ name: "a.txt", extra: large }]))).toBe("packed");
  });

  test("is not copied as a zip with more files than can be judged at once", () => {
    expect(read("a.zip", zipOf(Array.from({ length: 20_001 }, (_, n) => `${n}.txt`)))).toBe("packed");
  });

  test("is not copied as a zip with more or longer names than can be judged at once", () => {
    const extra = (count: number, name: string) =>
      zipOf([{ name: "a.txt", extra: Buffer.concat(Array.from({ length: count }, () => unicodePath(name))) }]);
    const folders = (count: number) =>
      zipOf(
        Array.from({ length: count }, () => ({ name: "a", local: "a", extra: extraField(0x7075, bytes("12345a")) })),
      );
    expect(read("a.zip", folders(13_333))).toBeNull();
    expect(read("a.zip", folders(13_334))).toBe("packed");
    const long = (count: number) => zipOf(Array.from({ length: count }, () => "a".repeat(4_000)));
    expect(read("a.zip", long(125))).toBeNull();
    expect(read("a.zip", long(126))).toBe("packed");
    expect(read("a.zip", extra(1, "a".repeat(4_096)))).toBeNull();
    expect(read("a.zip", extra(1, "a".repeat(4_097)))).toBe("packed");
  });

  test("is copied as a zip with two different names for a file if both are allowed", () => {
    const names = { name: latin("\u0081bersicht.txt"), local: "Ubersicht.txt", extra: unicodePath("Übersicht.txt") };
    expect(read("a.zip", zipOf([names, "logs/"]))).toBeNull();
    // A document is a zip itself, and its own headers may be seen in the one that holds it.
    expect(read("a.zip", zipOf(["a.docx"], "", 1, localHeader("word/document.xml")))).toBeNull();
  });

  test("is judged by the name inside a gzip, which an unpacker uses", () => {
    const gzip = (name: string, flags = 8, extra = ""): Uint8Array =>
      latin(`\u001f\u008b\u0008${String.fromCharCode(flags)}\0\0\0\0\0\0${extra}${name}\0...`);
    expect(read("a.log.gz", gzip("player.log"))).toBeNull();
    expect(read("a.log.gz", gzip("setup.exe"))).toBe("program");
    expect(read("a.log.gz", gzip("setup.exe", 12, "\u0002\0ab"))).toBe("program");
    expect(read("a.log.gz", gzip("page.html"))).toBe("active");
    expect(read("a.log.gz", gzip("all.tar"))).toBe("archive");
    expect(read("a.log.gz", gzip("all.zip"))).toBe("packed");
    expect(read("a.log.gz", gzip("setup.exe", 0))).toBeNull();
    expect(read("a.log.gz", gzip("a".repeat(4_096)))).toBeNull();
    expect(read("a.log.gz", gzip("a".repeat(4_097)))).toBe("packed");
    expect(read("a.log.gz", latin("\u001f\u008b\u0008\u0008"))).toBeNull();
  });

  test("is read if it is one of several parts, or has a second extension", () => {
    expect(read("a.zip.001", zipOf(["a.exe"]))).toBe("packed");
    expect(read("a.zip.bak", zipOf(["a.exe"]))).toBe("packed");
  });
});

test("a file name is shown without invisible characters and direction overrides", () => {
  expect(plainFileName("photo\u202Egnp.txt\u200b ")).toBe("photognp.txt");
});

test("hostile names and zips are judged quickly", () => {
  const headers = Buffer.alloc(10 * 1024 * 1024, Buffer.concat([localHeader("a").subarray(0, 28), Buffer.of(9, 9)]));
  const nested = zipOf(["a.txt"], "", 1, headers);
  const full = new Uint8Array(10 * 1024 * 1024).fill(0x50);
  const names = [" .".repeat(50_000), "(1".repeat(50_000), "\u200b".repeat(100_000), "a.".repeat(50_000) + "exe"];
  const judge = (): void => {
    for (const name of names) {
      why(name, name);
      plainFileName(name);
    }
    whyNotAsRead({ name: "a.zip", type: "" }, full);
    expect(whyNotAsRead({ name: "a.zip", type: "" }, nested)).toBe("packed");
  };
  expect(fastestRun(judge, 4 * allowedMs)).toBeLessThan(4 * allowedMs);
});
