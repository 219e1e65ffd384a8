import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { base64ToBytes, bytesToBase64 } from '../../core/base64.ts';
import { sha256Hex } from '../../core/hashing.ts';
import type { RecordId } from '../../core/ids.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import { recordsOf } from '../../records/recordsOf.ts';
import type { SealedReport } from './sealedReport.ts';
import { sealedReportFromText } from './sealedReportJson.ts';

/** Why the sealed content cannot be shown: it did not come along, or it does not give the seal. */
export type SealedContentError = 'MISSING' | 'DAMAGED';

// Below what an Excel cell holds (32,767 units), as in the hidden state.
const pieceLength = 30_000;
// The mark keeps a spreadsheet from taking the text for a number or a formula.
const mark = 'deflate:';
/** Ten times what ten years of one busy center come to; whatever claims to be more is no seal of ours. */
const mostBytes = 100 * 1024 * 1024;

/** A seal's text in pieces that fit a cell. */
export function textToPieces(text: string): readonly string[] {
  const packed = mark + bytesToBase64(deflateSync(strToU8(text), { level: 9 }));
  const count = Math.ceil(packed.length / pieceLength);
  return Array.from({ length: count }, (_, index) =>
    packed.slice(index * pieceLength, (index + 1) * pieceLength),
  );
}

/** The text of pieces in their order; null where they are no packed text. */
export function piecesToText(pieces: readonly string[]): string | null {
  const packed = pieces.join('');
  const bytes = packed.startsWith(mark) ? base64ToBytes(packed.slice(mark.length)) : null;
  const text = bytes === null ? null : inflated(bytes);
  return text === null ? null : strFromU8(text);
}

/** What was sealed under a hash, as it was then; it is shown only if it still gives that hash. */
export function sealedContent(
  set: RecordSet,
  report: RecordId,
  hash: string,
): Result<SealedReport, SealedContentError> {
  const parts = recordsOf(set, 'sealPart')
    .filter(({ values }) => values.report === report && values.hash === hash)
    .sort((a, b) => (a.values.part ?? 0) - (b.values.part ?? 0));
  const [first] = parts;
  if (first === undefined || parts.length !== first.values.parts) return err('MISSING');
  const text = piecesToText(parts.map(({ values }) => values.content ?? ''));
  if (text === null || sha256Hex(text) !== hash) return err('DAMAGED');
  const sealed = sealedReportFromText(text);
  return sealed === null ? err('DAMAGED') : ok(sealed);
}

function inflated(bytes: Uint8Array): Uint8Array | null {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  const stream = new Inflate((piece, final) => {
    size += piece.length;
    if (size > mostBytes) throw new RangeError('larger than any seal');
    pieces.push(piece);
    isWhole = final;
  });
  try {
    stream.push(bytes, true);
  } catch {
    return null;
  }
  if (!isWhole) return null;
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
