import { VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTexts } from '../i18n/useTexts.ts';
import type { DrawnPage } from '../workers/pdf/pdfMessages.ts';
import { PdfFailure } from './PdfFailure.tsx';
import { PdfTools } from './PdfTools.tsx';
import classes from './PdfView.module.css';
import { pdfTexts } from './pdfTexts.ts';
import { zoomBeside } from './pdfZoom.ts';
import { usePdfPage } from './usePdfPage.ts';

export interface PdfViewProps {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly onSaveCopy: () => void;
}

/** A PDF page by page, as wide as there is room; nothing in it can be clicked, and nothing of it runs. */
export function PdfView({ name, bytes, onSaveCopy }: PdfViewProps) {
  const t = useTexts(pdfTexts);
  const [wish, setWish] = useState({ page: 1, zoom: 1, attempt: 0 });
  const { ref, width } = useElementSize<HTMLDivElement>();
  const { drawn, problem } = usePdfPage(bytes, { ...wish, width: Math.floor(width) });
  const pages = usePageCount(drawn);
  const scroller = useRef<HTMLDivElement>(null);
  const goTo = (page: number): void => {
    if (page >= 1 && page <= pages) setWish((before) => ({ ...before, page }));
  };
  const zoomBy = (step: 1 | -1): void =>
    setWish((before) => ({ ...before, zoom: zoomBeside(before.zoom, step) }));
  usePdfKeys({ page: wish.page, pages, goTo, zoomBy });
  const shownPage = drawn?.page ?? null;
  useEffect(() => {
    if (shownPage !== null) scroller.current?.scrollTo({ top: 0 });
  }, [shownPage]);

  const failure =
    problem === null ? null : (
      <PdfFailure
        problem={problem}
        page={wish.page}
        onAgain={() => setWish((before) => ({ ...before, attempt: before.attempt + 1 }))}
        onSaveCopy={onSaveCopy}
      />
    );

  return (
    <div className={classes.view}>
      {pages === 0 ? null : (
        <PdfTools page={wish.page} pages={pages} zoom={wish.zoom} goTo={goTo} zoomBy={zoomBy} />
      )}
      {failure}
      {/* biome-ignore lint/a11y/useSemanticElements: a place that scrolls is neither a form's part nor a section. */}
      <div
        ref={scroller}
        className={classes.scroller}
        data-empty={problem !== null}
        role="group"
        aria-label={t('pages', { name })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, which has to work without a mouse.
        tabIndex={0}
        onKeyDown={(event) => {
          // Beyond the width the arrows move the page and not to the next file.
          if (wish.zoom > 1 && event.key.startsWith('Arrow')) event.stopPropagation();
        }}
      >
        <div ref={ref} className={classes.room}>
          {drawn === null && problem === null ? <p className={classes.waiting}>{t('reading')}</p> : null}
          {drawn === null ? null : <PageCanvas drawn={drawn} label={t('page', { page: drawn.page, name })} />}
        </div>
      </div>
      <VisuallyHidden role="status">{drawn?.text ?? ''}</VisuallyHidden>
    </div>
  );
}

/** How many pages there are, also while one of them cannot be shown; 0 until a page was. */
function usePageCount(drawn: DrawnPage | null): number {
  const [pages, setPages] = useState(0);
  if (drawn !== null && drawn.pages !== pages) setPages(drawn.pages);
  return pages;
}

interface PdfKeys {
  readonly page: number;
  readonly pages: number;
  readonly goTo: (page: number) => void;
  readonly zoomBy: (step: 1 | -1) => void;
}

/** From the whole window, as the focus may rest on any button of the dialogue. */
function usePdfKeys({ page, pages, goTo, zoomBy }: PdfKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLInputElement) return;
    const actions: Readonly<Record<string, () => void>> = {
      PageUp: () => goTo(page - 1),
      PageDown: () => goTo(page + 1),
      Home: () => goTo(1),
      End: () => goTo(pages),
      '+': () => zoomBy(1),
      '=': () => zoomBy(1),
      '-': () => zoomBy(-1),
    };
    const act = actions[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function PageCanvas({ drawn, label }: { readonly drawn: DrawnPage; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { bitmap, width, height } = drawn;
  useEffect(() => {
    const shown = canvas.current;
    // A bitmap is given to a canvas once; it has no size afterwards.
    if (shown === null || bitmap.width === 0) return;
    shown.width = bitmap.width;
    shown.height = bitmap.height;
    shown.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
  }, [bitmap]);
  return (
    <canvas ref={canvas} className={classes.page} role="img" aria-label={label} style={{ width, height }} />
  );
}
