import { withoutMarkRuns } from "../format.ts";

/**
 * What happens when a person opens a file. `program`: a double click runs or mounts it. `active`: the program that
 * opens it runs code from it. `archive`: it holds other files and is no zip. `zip`: its contents can be listed.
 */
export type FileKind = "program" | "active" | "archive" | "zip" | "other";

const setOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/**
 * What the attachment filters of Gmail and Outlook refuse in 2026 as runnable, plus what macOS and Linux run and mount.
 */
const programs = setOf(
  `action ade adp air apk apkm app appimage application appinstaller appref-ms appx appxbundle aab bas bash bat bgi
  cab cer chm class cmd cnt com command cpl crt crx csh dbfx der desktop diagcab diagcfg diagpack dll dmg drv dylib elf
  ex ex_ exe fileloc fish flatpak flatpakref fxp gadget grp hlp hpj hta htc img inetloc inf ins inx ipa iqy iso isp isu
  its jar jnlp js jse cjs job ksh kmod lib library-ms lnk mad maf mag mam maq mar mas mat mau mav maw mcf mda mdb mde
  mdt mdw mdz mjs mobileconfig mpkg msc msh msh1 msh1xml msh2 msh2xml mshxml msi msix msixbundle msp mst msu nsh ocx one
  onepkg ops oqy dqy rqy osd osx pcd pif pkg pl plg prf prg printerexport ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 psm1
  pssc py pyc pyd pyo pyw pyz pyzw rdp reg rgs rpm deb run scf scpt scptd scr sct search-ms searchconnector-ms
  settingcontent-ms sh shb shs slk snap so sys terminal theme themepack deskthemepack tool udf u3p url vb vbe vbp vbs
  vbscript vdi vhd vhdx vmdk vsix vsmacros vsto vsw vxd webloc webpnp website wim workflow ws wsc wsf wsh xapk xbap xip
  xll xnk xpi zsh accda accdb accde afploc ahk appcontent-ms asx au3 cdxml ear eml ftploc mailloc msg php pst rb shortcut
  swf udl vncloc war wll wsb`,
);

/** Pages that run scripts in a browser, and documents of Office that run macros. */
const actives = setOf(
  `asp aspx docm dotm htm html htx mht mhtml pot potm ppa ppam ppsm pptm shtm shtml sldm svg svgz vsdm vssm vstm xht xhtm xhtml xla xlam
  xlm xlsb xlsm xltm xlw`,
);

/** Archives whose contents Plazo cannot list. */
const archives = setOf(
  "7z ace alz ar arc arj bzip2 cpio egg lha lzh pea rar tar taz tbz tbz2 tgz tlz txz tzst xar z zipx zoo zpaq",
);

/**
 * Endings that say nothing about a file, so that the one before counts: compressed, partial download, backup, split,
 * numbered.
 */
const wrappers = setOf(
  "gz bz2 xz zst lz4 lzma br download crdownload part partial tmp bak old orig remove rename renamed",
);

const programTypes =
  /x-msdownload|x-msdos-program|x-dosexec|portable-executable|x-executable|x-pie-executable|x-sharedlib|x-mach-binary|x-elf|x-ms-?installer|x-msi\b|x-ms-shortcut|x-ms-application|x-ms-wmz|ms-htmlhelp|msix|appinstaller|appx|java-archive|x-java-|jnlp|x-(?:c|ba|k|z)?sh\b|shellscript|x-bat|x-python|x-perl|powershell|vbscript|\bhta\b|(?:^|\/)(?:x-)?(?:java|ecma)script\b|android\.package|iso9660|iso-image|diskimage|x-virtualbox|x-vhd|x-desktop|x-apple-aspen|mswinurl|internet-shortcut|x-debian|x-rpm|onenote/;
const activeTypes =
  /^text\/html\b|xhtml|^image\/svg|macroenabled|multipart\/related|^message\/rfc822-headers|x-mimearchive/;
const archiveTypes = /x-7z|x-rar|vnd\.rar|x-tar|x-gtar|x-arj|x-lzh|x-lha|x-ace/;

/** Characters without a width or a shape, among them those that reverse the direction of text. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** The name without invisible characters and direction marks. */
export const plainFileName = (name: string): string => name.replace(invisible, "").trim();

/** No known ending is longer. */
const longestEnding = 40;

/** The length of a name without trailing blanks, dots and slashes. It looks at each character once. */
const lengthWithout = (text: string): number => {
  let length = text.length;
  while (length > 0 && /[\s./\\]/.test(text.charAt(length - 1))) length -= 1;
  return length;
};

/** The endings of a name from the last to the first: they decide how a system opens it. Windows drops trailing blanks and dots. */
const endingsOf = (name: string): readonly string[] =>
  name
    .slice(0, lengthWithout(name))
    .split(/[./\\]/)
    .slice(1)
    .map((part) => part.trim().slice(0, longestEnding))
    .filter((part) => part !== "")
    .toReversed();

/**
 * The names that a system may take for the file's name. On Windows a colon starts the name of a part of the file, as in
 * `a.exe:part:$DATA`. Elsewhere it is a character like others, so that `part: a.exe` is a program.
 */
const namesIn = (name: string): readonly string[] => {
  const plain = withoutMarkRuns(plainFileName(name)).normalize("NFKC").toLowerCase();
  const names = plain.slice(0, lengthWithout(plain)).slice(-2_000).split(":");
  return names.filter((each) => /[./\\]/.test(each));
};

const kindOfEnding = (ending: string): FileKind => {
  // A browser numbers a file that it saves twice, after the ending if there is only one.
  const bare = ending.replace(/[\s_~-]*(?:\(\d{1,3}\)|~)$/, "");
  for (const each of [ending, bare]) {
    if (programs.has(each)) return "program";
    if (actives.has(each)) return "active";
    if (archives.has(each)) return "archive";
    if (each === "zip") return "zip";
  }
  return "other";
};

const kindOfName = (name: string): FileKind => {
  const telling = endingsOf(name).find((ending) => !wrappers.has(ending) && !/^\d{1,4}$/.test(ending));
  return telling === undefined ? "other" : kindOfEnding(telling);
};

const mostDangerousFirst: readonly FileKind[] = ["program", "active", "archive", "zip"];

/** The kind of a file by its name and its media type; the more dangerous one if they differ. */
export const fileKind = ({ name, type }: { readonly name: string; readonly type: string }): FileKind => {
  const kinds = new Set(namesIn(name).map(kindOfName));
  const byName = mostDangerousFirst.find((kind) => kinds.has(kind)) ?? "other";
  if (byName === "program") return byName;
  const content = type.slice(0, 200).toLowerCase();
  if (programTypes.test(content)) return "program";
  if (byName === "active" || activeTypes.test(content)) return "active";
  return byName === "other" && archiveTypes.test(content) ? "archive" : byName;
};
