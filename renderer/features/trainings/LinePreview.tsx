import type { ParticipantLine } from '../../../shared/participants/planParticipants.ts';
import { person } from '../../../shared/records/person.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { type TitleOf, useTitles } from '../../stores/useTitles.ts';
import { StateMark } from '../../ui/Notice.tsx';
import classes from './Participants.module.css';
import { participantTexts } from './participantTexts.ts';

/** What each line of the list would do, those that cannot be read first. */
export function LinePreview({ lines }: { readonly lines: readonly ParticipantLine[] }) {
  const t = useTexts(participantTexts);
  const titleOf = useTitles(useRecordSet());
  const bad = lines.filter(({ outcome }) => outcome.kind === 'bad');
  const totals = lines.filter(({ outcome }) => outcome.kind === 'total');
  const good = lines.filter(({ outcome }) => outcome.kind !== 'bad' && outcome.kind !== 'total');
  const known = good.flatMap(({ outcome }) => (outcome.kind === 'known' ? [outcome] : []));
  const entered = known.filter(({ participation }) => participation !== null).length;
  return (
    <>
      <p role="status" className={classes.summary}>
        {t('summary', {
          fresh: good.length - known.length,
          known: known.length - entered,
          entered,
          bad: bad.length,
        })}
      </p>
      {bad.length === 0 ? null : <p className={classes.muted}>{t('badStay')}</p>}
      <div className={classes.preview}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('line')}</th>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('effect')}</th>
            </tr>
          </thead>
          <tbody>
            {[...bad, ...good, ...totals].map((line) => (
              <tr key={line.number}>
                <td>{line.number}</td>
                <td>{line.name}</td>
                <td>
                  <Effect line={line} titleOf={titleOf} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface EffectProps {
  readonly line: ParticipantLine;
  readonly titleOf: TitleOf;
}

function Effect({ line, titleOf }: EffectProps) {
  const t = useTexts(participantTexts);
  const label = useLabel();
  const { outcome, completed, unknownOrganization } = line;
  if (outcome.kind === 'bad') {
    return <StateMark state="bad">{t(outcome.problem, { value: outcome.value })}</StateMark>;
  }
  if (outcome.kind === 'total') return t('isTotal');
  const whereOf = ({ values: { organization, position } }: RecordOf<'person'>): string =>
    [
      organization === undefined ? t('noOrganization') : titleOf('organization', organization),
      ...(position === undefined ? [] : [position]),
    ].join(', ');
  const added =
    outcome.kind === 'known'
      ? Object.keys(outcome.added).flatMap((key) => {
          const field = Object.entries(person.fields).find(([name]) => name === key);
          return field === undefined ? [] : [label(field[1].label)];
        })
      : [];
  const state =
    outcome.kind === 'new'
      ? [
          t('isNew'),
          ...(outcome.namesakes.length === 0
            ? []
            : [t('namesakes', { where: outcome.namesakes.map(whereOf).join('; ') })]),
        ]
      : [
          t(outcome.participation === null ? 'isKnown' : 'isEntered', {
            who: titleOf('person', outcome.person.id),
            where: whereOf(outcome.person),
          }),
        ];
  return [
    ...state,
    ...(added.length === 0 ? [] : [t('fillsIn', { fields: added.join(', ') })]),
    ...(completed === true ? [t('isCompleted')] : []),
    ...(unknownOrganization === null ? [] : [t('orgToNotes', { name: unknownOrganization })]),
  ].join(' · ');
}
