import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { attendanceOfParticipants } from '../../../shared/participants/attendanceOfParticipants.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { attendanceLabels, attendanceParts } from '../../../shared/schema/codecs/attendance.ts';
import type { Attendance } from '../../../shared/schema/fieldSpec.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { useStep } from '../../stores/useStep.ts';
import { Notice } from '../../ui/Notice.tsx';
import { participantTexts } from './participantTexts.ts';

/** Whether the attendance that the training states is that of its list, with the way to make it so. */
export function AttendanceCheck({
  training,
  records,
}: {
  readonly training: RecordOf<'training'>;
  readonly records: RecordSet;
}) {
  const t = useTexts(participantTexts);
  const label = useLabel();
  const step = useStep();
  const counted = useMemo(() => attendanceOfParticipants(records, training.id), [records, training.id]);
  const stated = training.values.attendance;
  const say = (attendance: Attendance): string =>
    attendanceParts
      .filter((part) => attendance[part] > 0)
      .map((part) => `${label(attendanceLabels[part])} ${attendance[part]}`)
      .join(', ');
  const isSame = stated !== undefined && attendanceParts.every((part) => stated[part] === counted[part]);
  const takeOver = () =>
    step(t('tookOver'), (actions) =>
      actions.update('training', training.id, { attendance: counted }, ['attendance']),
    );
  const comparison =
    stated === undefined
      ? t('attendanceNone')
      : isSame
        ? t('attendanceSame')
        : t('attendanceDiffers', { text: say(stated) === '' ? '0' : say(stated) });
  return (
    <Notice
      state={isSame ? 'ok' : 'info'}
      {...(isSame
        ? {}
        : {
            actions: (
              <Button variant="default" size="compact-sm" onClick={() => void takeOver()}>
                {t('takeOver')}
              </Button>
            ),
          })}
    >
      {t('attendance')}: {say(counted)}. {comparison}
    </Notice>
  );
}
