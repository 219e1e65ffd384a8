import { useLockStatus } from '../../stores/lockStatus.ts';
import { ChangeDialog, OffDialog, RenewKeyDialog } from './ChangeDialogs.tsx';
import { SetUpDialog } from './SetUpDialog.tsx';

/** The dialogue about encryption that somebody asked for, from wherever it was. */
export function LockDialogs() {
  const { dialog, show } = useLockStatus();
  const onClose = (): void => show(null);
  switch (dialog) {
    case null:
      return null;
    case 'setUp':
      return <SetUpDialog onClose={onClose} />;
    case 'change':
      return <ChangeDialog onClose={onClose} />;
    case 'renewKey':
      return <RenewKeyDialog onClose={onClose} />;
    case 'off':
      return <OffDialog onClose={onClose} />;
  }
}
