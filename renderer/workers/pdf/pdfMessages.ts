import type { Result } from '../../../shared/core/result.ts';
import type { PageWish } from './pageSize.ts';

/**
 * Why a page is not there. `LOCKED`: the file asks for a password; `DAMAGED`: no PDF can be made out; `NO_PAGES`: it
 * has none; `PAGE`: this page cannot be drawn, others may; `TOO_SLOW`: stopped, as it took too long; `STOPPED`: its
 * thread ended by itself, for want of memory; `LEFT`: another page was asked for meanwhile, or the file was closed.
 */
export type PdfProblem = 'LOCKED' | 'DAMAGED' | 'NO_PAGES' | 'PAGE' | 'TOO_SLOW' | 'STOPPED' | 'LEFT';

/**
 * `open` comes first, with the way to the thread that takes the file apart, and has no answer of its own: each `draw`
 * is answered with what became of both.
 */
export type PdfTask =
  | { readonly kind: 'open'; readonly bytes: Uint8Array; readonly parser: MessagePort }
  | { readonly kind: 'draw'; readonly ask: number; readonly page: number; readonly wish: PageWish };

export interface PdfAnswer {
  readonly kind: 'drawn';
  readonly ask: number;
  readonly drawn: Result<DrawnPage, PdfProblem>;
}

export interface DrawnPage {
  /** Of the page that was asked for, counted from 1. */
  readonly page: number;
  readonly pages: number;
  /** Whoever receives it closes it or gives it to a canvas. */
  readonly bitmap: ImageBitmap;
  /** On the screen, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What is written on the page, for screen readers; empty where it is a picture. */
  readonly text: string;
}
