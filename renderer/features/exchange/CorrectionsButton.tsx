import { Button } from '@mantine/core';
import { useTexts } from '../../i18n/useTexts.ts';
import type { ReceivedFile } from './receiveState.ts';
import { receiveTexts } from './receiveTexts.ts';
import type { Corrections } from './useCorrections.ts';

/** Saves the file itself with its bad cells marked, to be corrected and received again. */
export function CorrectionsButton({
  file,
  corrections,
  brief = false,
}: {
  readonly file: ReceivedFile;
  readonly corrections: Corrections;
  /** Where there is little room. */
  readonly brief?: boolean;
}) {
  const t = useTexts(receiveTexts);
  const label = brief ? 'rowsToCorrect' : 'saveToCorrect';
  return (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={`${t(label)} (${file.name})`}
      disabled={corrections.writing !== null}
      onClick={() => void corrections.save(file)}
    >
      {t(corrections.writing === file.key ? 'writingWorkbook' : label)}
    </Button>
  );
}
