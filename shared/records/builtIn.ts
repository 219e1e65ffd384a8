import { derivedRecordId, type RecordId } from '../core/ids.ts';
import type { Change } from '../sync/changeSet.ts';
import { planCreate } from '../sync/planEdit.ts';
import { builtInStamp } from '../sync/stamp.ts';
import { publishedHistory, publishedSource } from './publishedHistory.ts';
import { definitionOf, type ValuesByType } from './registry.ts';

const source = publishedSource;
/** The page says neither of these; whoever knows better corrects the center. */
const centerSource = `${source}. The page states country and opening year only: phase 1 is assumed, the status is to be confirmed, and all other details are left open.`;
const author = 'eGCC Fieldbook';

type PublishedCenter = (typeof publishedHistory)[number];

const metrics = ['projects', 'consulting', 'workshops'] as const;

/** `BG10`: what tells the built-in centers apart, and what their ids are derived from. */
const codeOf = ({ country, since }: PublishedCenter): string => `${country}${since % 100}`;

export const builtInCenterId = (code: string): RecordId => derivedRecordId('builtin', 'center', code);
export const builtInBaselineId = (code: string, metric: (typeof metrics)[number]): RecordId =>
  derivedRecordId('builtin', 'baseline', code, metric);

/** In the order of the published table. */
export const publishedCenterIds: readonly RecordId[] = publishedHistory.map((center) =>
  builtInCenterId(codeOf(center)),
);

/**
 * The six centers of the published table and its eighteen figures, as changes that are the same on every
 * installation: equal ids and the oldest stamp, so that whatever a person writes is newer.
 */
export function builtInChanges(): readonly Change[] {
  return publishedHistory.flatMap((center) => [
    ...centerChanges(center),
    ...metrics.flatMap((metric) => baselineChanges(center, metric)),
  ]);
}

function centerChanges(center: PublishedCenter): readonly Change[] {
  const code = codeOf(center);
  const values: ValuesByType['center'] = {
    code,
    programme: 'egcc',
    country: center.country,
    phase: 1,
    since: center.since,
    status: 'unconfirmed',
    source: centerSource,
  };
  return builtIn('center', builtInCenterId(code), values);
}

function baselineChanges(center: PublishedCenter, metric: (typeof metrics)[number]): readonly Change[] {
  const code = codeOf(center);
  const values: ValuesByType['baseline'] = {
    center: builtInCenterId(code),
    metric,
    value: center[metric],
    source,
  };
  return builtIn('baseline', builtInBaselineId(code, metric), values);
}

function builtIn<Type extends 'center' | 'baseline'>(
  type: Type,
  id: RecordId,
  values: ValuesByType[Type],
): readonly Change[] {
  return planCreate(definitionOf(type), values, { id, by: author, at: 0 }, () => builtInStamp);
}
