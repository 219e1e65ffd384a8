import { type FileError, fileError } from '../../messages/fileErrors.ts';
import type { ZipGuardProblem } from './zipGuard.ts';

/** What is wrong with an archive as a whole, as the file error that a person is told. */
export function zipError(name: string, problem: ZipGuardProblem): FileError {
  switch (problem.code) {
    case 'BROKEN':
      return fileError('DAMAGED', problem.detail, { name });
    case 'UNSAFE':
      return fileError('UNSAFE', problem.detail, { name });
    case 'TOO_MANY_ENTRIES':
      return fileError('UNSAFE', `${problem.count} zip entries`, { name });
    case 'BOMB':
      return fileError('BOMB', problem.detail, { name, found: `≥ ${problem.megabytes} MB` });
  }
}
