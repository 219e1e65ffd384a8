import { useLockStatus } from '../../stores/lockStatus.ts';
import { useServices } from '../../stores/services.tsx';
import { ChangeDialog, OffDialog, RenewKeyDialog } from './ChangeDialogs.tsx';
import { SetUpDialog } from './SetUpDialog.tsx';

/** The dialogue about encryption that somebody asked for, from wherever it was. */
export function LockDialogs() {
  const { dialog, show } = useLockStatus();
  const { session } = useServices();
  const onClose = (): void => {
    show(null);
    // Whoever puts it off is not asked again at each start; the settings offer it.
    if (dialog === 'setUp') session.getState().update({ asksToEncrypt: false });
  };
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
