import { useEffect, useMemo, useState } from 'react';
import type { SecondFolder } from '../../../shared/ipc/host.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { useHost } from '../../stores/services.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { backupTexts } from './backupTexts.ts';
import { missingEvidence, shownNames } from './missingEvidence.ts';

/** Files of evidence that the records name and this computer lacks, with where they may come from. */
export function MissingFiles({
  second,
  version,
}: {
  readonly second: SecondFolder | null;
  /** Changes when files may have come. */
  readonly version: unknown;
}) {
  const t = useTexts(backupTexts);
  const names = useMissing(useRecordSet(), version);
  if (names.length === 0) return null;
  return (
    <Notice state="warn">
      {t('filesMissing', { count: names.length, names: shownNames(names) })}{' '}
      {t(second?.condition === 'ready' ? 'missingInSecond' : 'missingNoSecond')}
    </Notice>
  );
}

/** The same of the records in a backup, before it is restored. */
export function RestoredFiles({
  records,
  second,
}: {
  readonly records: RecordSet;
  readonly second: SecondFolder | null;
}) {
  const t = useTexts(backupTexts);
  const names = useMissing(records, null);
  if (names.length === 0) return null;
  return (
    <Notice state="warn">
      {t('restoreMissing', { count: names.length, names: shownNames(names) })}{' '}
      {t(second?.condition === 'ready' ? 'restoreFromSecond' : 'restoreNoSecond')}
    </Notice>
  );
}

function useMissing(records: RecordSet, version: unknown): readonly string[] {
  const { evidence } = useHost();
  const [here, setHere] = useState<ReadonlySet<string> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: files are listed again when the version changes
  useEffect(() => {
    let isShown = true;
    void evidence.list().then((listed) => {
      if (isShown && listed.ok) setHere(new Set(listed.value.map(({ sha256 }) => sha256)));
    });
    return () => {
      isShown = false;
    };
  }, [evidence, version]);
  return useMemo(() => (here === null ? [] : missingEvidence(records, here)), [records, here]);
}
