import type { ExchangeAnswer, ExchangeStep, FilePlanned } from './exchangeJob.ts';

/** What the worker tells the page; the page tells it one ExchangeJob. */
export type ExchangeMessage =
  | { readonly kind: 'step'; readonly step: ExchangeStep }
  | { readonly kind: 'planned'; readonly file: number; readonly plan: FilePlanned }
  | { readonly kind: 'done'; readonly answer: ExchangeAnswer }
  /** A bug, or no memory. */
  | { readonly kind: 'failed'; readonly detail: string };
