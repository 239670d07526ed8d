/** A text as it stands without the escapes of an address. A text with a wrong escape stays as it is. */
export const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
