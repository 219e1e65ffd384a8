import { useEffect } from 'react';

/**
 * Style for printed pages while something is shown. The margins of a page take no text from the document, only from its
 * style; and the style is adopted, because the content policy forbids style elements.
 */
export function usePageStyle(css: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [css]);
}

/** Prints a text at the foot of every page; none for ''. */
export function usePrintedMark(text: string): void {
  usePageStyle(
    text === ''
      ? ''
      : `@page {
      @bottom-left { content: ${cssText(text)}; font: 600 8pt 'Pretendard Variable', sans-serif; color: #8a1c1c; }
    }`,
  );
}

/** A text as a string of CSS: what could end it is written by its number. */
export function cssText(text: string): string {
  const safe = text.replace(/["\\\n\r\f]/g, (sign) => `\\${(sign.codePointAt(0) ?? 0x20).toString(16)} `);
  return `"${safe}"`;
}
