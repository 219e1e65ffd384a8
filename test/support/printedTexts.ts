/**
 * What can be read on each page of a PDF, without blanks: a text that reaches over an edge of its page is in the file,
 * but on no paper, and is left out.
 */
export async function printedTexts(pdf: Uint8Array): Promise<readonly string[]> {
  const { getDocument } = await pdfReader();
  // The reader empties what it is given.
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, (_, index) => index + 1);
  const texts = await Promise.all(
    pages.map(async (number) => {
      const page = await document.getPage(number);
      const [left = 0, , right = 0] = page.view;
      const { items } = await page.getTextContent();
      return items
        .flatMap((item) => {
          if (!('str' in item)) return [];
          const x: unknown = item.transform[4];
          return typeof x === 'number' && x >= left && x + item.width <= right ? [item.str] : [];
        })
        .join('')
        .replaceAll(/\s/g, '');
    }),
  );
  await document.destroy();
  return texts;
}

/** The reader asks for what a browser draws with as soon as it is loaded; its texts are read without. */
async function pdfReader() {
  Object.assign(globalThis, { DOMMatrix: class {}, ImageData: class {}, Path2D: class {} });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
