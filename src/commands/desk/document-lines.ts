import { cellText, type DocumentPart, type PrintedDocument } from "../../documents/document.ts";
import { ticketName } from "../../tickets/ticket.ts";

const partLines = (part: DocumentPart): readonly string[] => {
  switch (part.part) {
    case "heading":
      return ["", part.text];
    case "paragraph":
    case "note":
      return [part.text];
    case "list":
      return part.items.map((item) => `- ${item}`);
    case "table": {
      const rows = [...part.rows, ...(part.sum === null ? [] : [part.sum])];
      return rows.map((row) => {
        const cells = row
          .map((cell, at) => ({ label: part.columns[at]?.label ?? "", text: cellText(cell, ticketName) }))
          .filter(({ text }) => text !== "")
          .map(({ label, text }, at) => (at === 0 ? text : `${label}: ${text}`));
        return `  ${cells.join(" · ")}`;
      });
    }
    case "chart":
      // Its figures stand in the tables.
      return [];
  }
};

/** A document as people read it at a terminal. */
export const documentLines = (document: PrintedDocument): readonly string[] => [
  document.title,
  ...document.facts.map(({ label, value }) => `${label}: ${value}`),
  ...document.parts.flatMap(partLines),
];
