/**
 * A text as the content or attribute of HTML or XML: the five characters that mean something there are written as
 * references, and what XML cannot hold at all (control characters, halves of characters) is left out.
 */
export function escapeMarkup(text: string): string {
  return text
    .replace(notInXml, '')
    .replace(halves, '')
    .replace(/[&<>"']/g, (character) => references[character] ?? '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to be found
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
// With the flag `u` whole pairs are one character, so that these are halves without their other half.
const halves = /\p{Surrogate}/gu;
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
