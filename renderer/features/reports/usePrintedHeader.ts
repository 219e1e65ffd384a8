import { useEffect } from 'react';

/**
 * Prints two lines of text above every page while a paper is shown. The margins of a page take no text from the
 * document, only from its style; and the style is adopted, because the content policy forbids style elements.
 */
export function usePrintedHeader(left: string, right: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page {
      margin: 22mm 16mm 20mm;
      @top-left { content: ${cssText(left)}; font: 8pt 'Pretendard Variable', sans-serif; color: #454f5c; }
      @top-right { content: ${cssText(right)}; font: 8pt 'Pretendard Variable', sans-serif; color: #454f5c; }
    }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [left, right]);
}

/** A text as a string of CSS: what could end it is written by its number. */
function cssText(text: string): string {
  const safe = text.replace(/["\\\n\r\f]/g, (sign) => `\\${(sign.codePointAt(0) ?? 0x20).toString(16)} `);
  return `"${safe}"`;
}
