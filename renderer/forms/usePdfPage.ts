import { useEffect, useMemo, useState } from 'react';
import { PdfPages } from '../workers/pdf/pdfClient.ts';
import type { DrawnPage, PdfProblem } from '../workers/pdf/pdfMessages.ts';

/** What is asked for; another object asks anew. */
export interface PdfPageWish {
  readonly page: number;
  readonly zoom: number;
  /** CSS pixels; 0 until it is known. */
  readonly width: number;
  /** Counts how often a person tried. */
  readonly attempt: number;
}

/** What a person is told of; a page that was left for another needs no words. */
export type ShownProblem = Exclude<PdfProblem, 'LEFT'>;

export interface PdfPageState {
  /** The newest page that was drawn: it stays until the next one is there. */
  readonly drawn: DrawnPage | null;
  /** Why the page that was asked for last is not there. */
  readonly problem: ShownProblem | null;
}

const nothing: PdfPageState = { drawn: null, problem: null };

/** A page of a PDF, drawn in another thread that ends with the screen. */
export function usePdfPage(bytes: Uint8Array, { page, zoom, width, attempt }: PdfPageWish): PdfPageState {
  const pages = useMemo(() => new PdfPages(bytes), [bytes]);
  const [state, setState] = useState(nothing);
  useEffect(() => () => pages.close(), [pages]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks for the same once more.
  useEffect(() => {
    if (width === 0) return;
    let isWanted = true;
    setState(withoutProblem);
    void pages.draw(page, { width, zoom, density: window.devicePixelRatio }).then((drawn) => {
      if (!isWanted) {
        if (drawn.ok) drawn.value.bitmap.close();
      } else if (drawn.ok) setState({ drawn: drawn.value, problem: null });
      else if (drawn.error !== 'LEFT') setState({ drawn: null, problem: drawn.error });
    });
    return () => {
      isWanted = false;
    };
  }, [pages, page, zoom, width, attempt]);
  return state;
}

const withoutProblem = (state: PdfPageState): PdfPageState =>
  state.problem === null ? state : { ...state, problem: null };
