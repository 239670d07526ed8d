/** A mail as a test writes it. */
export interface WrittenMail {
  readonly from?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly subject?: string;
  readonly id?: string;
  readonly text?: string;
  /** Further header lines. */
  readonly head?: readonly string[];
  readonly files?: readonly { readonly name: string; readonly type: string; readonly content: string }[];
}

let written = 0;

/** The bytes of a mail, with a message id of its own where none is given. */
export const rawMail = ({
  from,
  to,
  cc,
  subject,
  id,
  text = "",
  head = [],
  files = [],
}: WrittenMail): Uint8Array<ArrayBuffer> => {
  const lines = [
    ...head,
    `Message-ID: ${id ?? `<written-${(written += 1)}@acme.example>`}`,
    ...(from === undefined ? [] : [`From: ${from}`]),
    `To: ${to ?? "support@example.com"}`,
    ...(cc === undefined ? [] : [`Cc: ${cc}`]),
    ...(subject === undefined ? [] : [`Subject: ${subject}`]),
    "MIME-Version: 1.0",
  ];
  const plain = ["Content-Type: text/plain; charset=utf-8", "", text];
  const parts = [
    plain,
    ...files.map(({ name, type, content }) => [
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from(content).toString("base64"),
    ]),
  ];
  const body =
    files.length === 0
      ? plain
      : [
          "Content-Type: multipart/mixed; boundary=part",
          "",
          ...parts.flatMap((part) => ["--part", ...part]),
          "--part--",
          "",
        ];
  return Uint8Array.from(Buffer.from([...lines, ...body].join("\r\n").replaceAll(/\r?\n/g, "\r\n")));
};
