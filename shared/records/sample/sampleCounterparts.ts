import type { IsoDate } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
import type { ValuesByType } from '../registry.ts';
import type { SampleCast } from './generateSample.ts';
import { lastDayOf } from './sampleTimeline.ts';

/** Who of the partner's side works with the center: its director, and an officer in charge of projects. */
export function addCounterparts(cast: SampleCast, projects: readonly RecordId[]): void {
  const { center, timeline, officials, add } = cast;
  const [director, , officer] = officials;
  const named = (person: RecordId, values: ValuesByType['counterpart']): void => {
    add('counterpart', { center: center.id, person, ...values });
  };
  if (officer === undefined || director === undefined) return;
  // What is over long ago is told in less detail.
  if (timeline.isClosed) {
    named(officer, { role: 'coordinator', start: timeline.start, end: lastDayOf(timeline) });
    return;
  }
  named(director, { role: 'decisionMaker', start: timeline.start });
  named(officer, { role: 'project', projects: projects.slice(0, 2), start: timeline.start });
}

/** Two of three consultations tell whom of the client one advised, where somebody of it is known. */
export function advisedAt(
  { clients, officials }: SampleCast,
  client: RecordId,
  date: IsoDate,
): Pick<ValuesByType['consultation'], 'counterparts'> {
  // Officials work at the first organizations, one at each.
  const official = officials[clients.indexOf(client)];
  return official === undefined || Number(date.slice(-2)) % 3 === 0 ? {} : { counterparts: [official] };
}
