import type { Result } from '../../shared/core/result.ts';
import type { FileError } from '../../shared/messages/fileErrors.ts';
import type { GridPart } from '../../shared/workbook/gridParts.ts';
import type { ExchangeAnswer, ExchangeJob, ExchangeStep, FilePlanned } from './exchangeJob.ts';

/** What the worker tells the page. */
export type ExchangeMessage =
  | { readonly kind: 'step'; readonly step: ExchangeStep }
  /** The next part of a file that the host reads. */
  | { readonly kind: 'wanted'; readonly file: number }
  | { readonly kind: 'planned'; readonly file: number; readonly plan: FilePlanned }
  | { readonly kind: 'done'; readonly answer: ExchangeAnswer }
  /** A bug, or no memory. */
  | { readonly kind: 'failed'; readonly detail: string };

/** What the page tells the worker: one job, and what it wanted. */
export type ExchangeTask =
  | { readonly kind: 'job'; readonly job: ExchangeJob }
  | { readonly kind: 'part'; readonly part: Result<GridPart, FileError> };
