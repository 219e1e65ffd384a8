import { packNoteText } from '../../../shared/messages/packNotes.ts';
import type { ImportPlan } from '../../../shared/workbook/importPlan.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { evidenceErrorText } from '../../stores/evidenceErrorTexts.ts';
import { Notice, StateMark } from '../../ui/Notice.tsx';
import { packTexts } from './packTexts.ts';
import classes from './Receive.module.css';
import type { KeptFiles, ReceivedPack } from './receivedPack.ts';

/** What came along with a workbook, and what of it is not taken. */
export function PackSummary({ pack }: { readonly pack: ReceivedPack }) {
  const t = useTexts(packTexts);
  const format = useFormat();
  const language = useLanguage();
  const { fresh, hereAlready, notes } = pack;
  return (
    <>
      <p className={classes.fileCounts}>
        <span>{t('evidence')}</span>
        {fresh.length === 0 ? null : (
          <span>
            {t('fresh')} {format.number(fresh.length)}
          </span>
        )}
        {hereAlready === 0 ? null : (
          <span>
            {t('hereAlready')} {format.number(hereAlready)}
          </span>
        )}
        {fresh.length + hereAlready === 0 ? <span>{t('noFiles')}</span> : null}
      </p>
      {notes.length === 0 ? null : (
        <ul className={classes.notes}>
          {notes.map((note) => (
            <li key={`${note.code} ${note.name}`}>
              <StateMark state={note.code === 'WORKBOOK_EDITED' || note.code === 'EXTRA' ? 'info' : 'warn'}>
                <span className={classes.noteText}>{packNoteText(note, language)}</span>
              </StateMark>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Files that a workbook names, which neither came along nor are here. */
export function FilesNotHere({
  plan,
  pack,
  here,
}: {
  readonly plan: ImportPlan;
  readonly pack: ReceivedPack | undefined;
  /** By SHA-256. */
  readonly here: ReadonlyMap<string, number>;
}) {
  const t = useTexts(packTexts);
  const brought = new Set(pack?.fresh.map(({ sha256 }) => sha256));
  const named = plan.changes.flatMap(({ type, path, after }) =>
    type === 'evidence' && path === 'sha256' && typeof after === 'string' ? [after] : [],
  );
  const count = new Set(named.filter((sha256) => !here.has(sha256) && !brought.has(sha256))).size;
  if (count === 0) return null;
  return (
    <StateMark state="info">
      <span className={classes.noteText}>{t(pack === undefined ? 'notHereYet' : 'notCome', { count })}</span>
    </StateMark>
  );
}

/** What became of the files of a pack. */
export function KeptNote({ kept }: { readonly kept: KeptFiles | undefined }) {
  const t = useTexts(packTexts);
  const language = useLanguage();
  if (kept === undefined) return null;
  return (
    <>
      {kept.kept > 0 ? <Notice state="ok">{t('kept', { count: kept.kept })}</Notice> : null}
      {kept.failed.map(({ name, code }) => (
        <Notice key={name} state="bad">
          {evidenceErrorText(code, name, language)} {t('receiveAgain')}
        </Notice>
      ))}
    </>
  );
}
