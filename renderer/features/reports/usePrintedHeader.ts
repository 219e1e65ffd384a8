import { cssText, usePageStyle } from '../../ui/usePageStyle.ts';

/** Prints two lines of text above every page while a paper is shown. */
export function usePrintedHeader(left: string, right: string): void {
  usePageStyle(`@page {
      margin: 22mm 16mm 20mm;
      @top-left { content: ${cssText(left)}; font: 8pt 'Pretendard Variable', sans-serif; color: #454f5c; }
      @top-right { content: ${cssText(right)}; font: 8pt 'Pretendard Variable', sans-serif; color: #454f5c; }
    }`);
}
