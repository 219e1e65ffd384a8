import type { Language } from '../../../shared/core/language.ts';
import { assertNever } from '../../../shared/core/result.ts';
import { type LockError, minPassphraseLength } from '../../../shared/ipc/lockPort.ts';
import type { Secret } from '../../../shared/lock/keyring.ts';
import { readRecoveryKey } from '../../../shared/lock/recoveryKey.ts';
import { translate } from '../../i18n/texts.ts';
import { lockTexts } from './lockTexts.ts';

/** Why it did not open or change, and what to do; `kind` is what was given. */
export function lockErrorText(error: LockError, kind: Secret['kind'], language: Language): string {
  const t = translate(lockTexts, language);
  switch (error.code) {
    case 'WRONG_SECRET': {
      const wrong = t(kind === 'passphrase' ? 'wrongPassphrase' : 'wrongRecovery');
      return error.waitSeconds === 0 ? wrong : `${wrong} ${t('waiting', { count: error.waitSeconds })}`;
    }
    case 'WAIT':
      return t('waiting', { count: error.waitSeconds });
    case 'WRONG_STATE':
      return t('wrongState');
    case 'BAD_SECRET':
      return t('badSecret', { count: minPassphraseLength });
    case 'KEY_LOST':
      return t('keyLost');
    case 'HOST':
      return t('hostFailed', { code: error.error.code });
    default:
      return assertNever(error);
  }
}

/** What is wrong with a typed recovery key; null for one that can be right. */
export function recoveryKeyProblem(typed: string, language: Language): string | null {
  const t = translate(lockTexts, language);
  const read = readRecoveryKey(typed);
  if (read.ok) return null;
  return read.error.code === 'LENGTH'
    ? t('keyLength', { count: read.error.typed })
    : t('keyGroups', { groups: read.error.groups.join(', ') });
}
