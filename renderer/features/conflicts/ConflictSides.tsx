import type { OpenConflict } from '../../../shared/records/openConflicts.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useHistory, useStore } from '../../storage/StoreContext.tsx';
import { StateMark } from '../../ui/Notice.tsx';
import classes from './Conflicts.module.css';
import { type ConflictSide, isProse } from './conflictSides.ts';
import { conflictTexts } from './conflictTexts.ts';
import { stampOrigin } from './stampOrigin.ts';
import { wordDifference } from './wordDifference.ts';

export interface ConflictSidesProps {
  readonly open: OpenConflict;
  readonly sides: readonly ConflictSide[];
  /** Null while none is chosen. */
  readonly chosen: number | null;
  readonly onChoose: (index: number) => void;
}

/** The values side by side, with who wrote each and when. */
export function ConflictSides({ open, sides, chosen, onChoose }: ConflictSidesProps) {
  const t = useTexts(conflictTexts);
  const format = useFormat();
  const { device } = useStore();
  const history = useHistory(open.record.id);
  const origin = { device, history, t, format };
  const [first] = sides;
  const prose = isProse(open) && sides.every(({ text }) => text !== '');
  return (
    <>
      <div className={classes.sides}>
        {sides.map((side, index) => (
          <div key={side.stamp} className={classes.side} data-chosen={chosen === index}>
            <p className={classes.origin}>
              {stampOrigin(side.stamp, origin)}
              {index === 0 ? <StateMark state="info">{t('countsNow')}</StateMark> : null}
            </p>
            <div className={classes.text}>
              <SideText side={side} rival={prose ? rivalOf(index) : null} />
            </div>
            <button
              type="button"
              className={classes.choose}
              data-side={index}
              aria-keyshortcuts={String(index + 1)}
              aria-pressed={chosen === index}
              onClick={() => onChoose(index)}
            >
              <span className={classes.key} aria-hidden="true">
                {index + 1}
              </span>
              {t(actionText(side, index))}
            </button>
          </div>
        ))}
      </div>
      {prose ? <p className={classes.muted}>{t('difference')}</p> : null}
    </>
  );

  /** The first is compared with the second, each other with the first. */
  function rivalOf(index: number): string {
    return (index === 0 ? sides[1] : first)?.text ?? '';
  }
}

function actionText({ kind }: ConflictSide, index: number) {
  if (kind === 'deleted') return 'leaveDeleted';
  if (kind === 'edited') return 'bringBack';
  return index === 0 ? 'keep' : 'take';
}

/** `rival` is the text to compare with; null for no comparison. */
function SideText({ side, rival }: { readonly side: ConflictSide; readonly rival: string | null }) {
  const t = useTexts(conflictTexts);
  const { kind, text } = side;
  if (kind === 'deleted') return <em className={classes.muted}>{t('deleted')}</em>;
  if (kind === 'edited') {
    return (
      <>
        <em className={classes.muted}>{t('edited')}</em>
        {`\n${text}`}
      </>
    );
  }
  if (text === '') return <em className={classes.muted}>{t('empty')}</em>;
  if (rival === null) return text;
  return wordDifference(text, rival)
    .filter((part) => part.kind !== 'second')
    .map((part, index) =>
      part.kind === 'same' ? (
        part.text
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name and never move
        <mark key={index} className={classes.marked}>
          {part.text}
        </mark>
      ),
    );
}
