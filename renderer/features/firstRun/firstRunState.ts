import { isCountryCode } from '../../../shared/core/countries.ts';
import type { RecordId } from '../../../shared/core/ids.ts';
import type { Language } from '../../../shared/core/language.ts';
import { isBlank } from '../../../shared/core/text.ts';
import type { SaveError } from '../../storage/fieldbookStore.ts';

export const personRoles = ['expert', 'head', 'officer'] as const;
export type PersonRole = (typeof personRoles)[number];

export const isPersonRole = (text: string | undefined): text is PersonRole =>
  personRoles.some((known) => known === text);

/** Where this computer stands. */
export type WorkspaceAnswer =
  | { readonly kind: 'published'; readonly centerId: RecordId }
  | { readonly kind: 'new' }
  | { readonly kind: 'headquarters' };

export const sampleAnswers = ['none', 'tour', 'full'] as const;
export type SampleAnswer = (typeof sampleAnswers)[number];

export interface NewCenterAnswer {
  readonly country: string | null;
  readonly code: string;
  /** The code follows country and year until somebody types one. */
  readonly codeTyped: boolean;
  /** As typed. */
  readonly openingYear: string;
}

export interface Answers {
  readonly language: Language;
  readonly name: string;
  readonly role: PersonRole;
  readonly workspace: WorkspaceAnswer | null;
  /** Whether to begin with sample data, and how many. */
  readonly sample: SampleAnswer;
  readonly newCenter: NewCenterAnswer;
  /** Wants to set a passphrase right after. */
  readonly encrypts: boolean;
}

export type FirstRunState =
  | { readonly step: 'language'; readonly answers: Answers }
  /** `asked`: the person wanted to go on, so what is missing is said. */
  | { readonly step: 'person'; readonly answers: Answers; readonly asked: boolean }
  | { readonly step: 'workspace'; readonly answers: Answers; readonly asked: boolean }
  | { readonly step: 'saving'; readonly answers: Answers }
  | { readonly step: 'failed'; readonly answers: Answers; readonly error: SaveError };

export type FirstRunEvent =
  | { readonly type: 'answered'; readonly answers: Partial<Omit<Answers, 'newCenter'>> }
  | { readonly type: 'newCenterAnswered'; readonly answer: Partial<NewCenterAnswer> }
  | { readonly type: 'next'; readonly takenCodes: readonly string[] }
  | { readonly type: 'back' }
  | { readonly type: 'notSaved'; readonly error: SaveError };

export type MissingAnswer = 'name' | 'workspace' | 'country' | 'code' | 'codeTaken' | 'openingYear';

export function firstRunStart(language: Language): FirstRunState {
  const newCenter = { country: null, code: '', codeTyped: false, openingYear: '' };
  return {
    step: 'language',
    answers: {
      language,
      name: '',
      role: 'expert',
      workspace: null,
      sample: 'none',
      newCenter,
      encrypts: false,
    },
  };
}

/** Pure; an event that does not fit the step changes nothing. */
export function firstRunReducer(state: FirstRunState, event: FirstRunEvent): FirstRunState {
  switch (event.type) {
    case 'answered':
      return withAnswers(state, { ...state.answers, ...event.answers });
    case 'newCenterAnswered': {
      const newCenter = withCode({ ...state.answers.newCenter, ...event.answer });
      return withAnswers(state, { ...state.answers, newCenter });
    }
    case 'next':
      return next(state, event.takenCodes);
    case 'back':
      return back(state);
    case 'notSaved':
      return state.step === 'saving' ? { step: 'failed', answers: state.answers, error: event.error } : state;
  }
}

/** What the step still needs. */
export function missingAnswers(
  step: FirstRunState['step'],
  answers: Answers,
  takenCodes: readonly string[],
): readonly MissingAnswer[] {
  if (step === 'person') return isBlank(answers.name) ? ['name'] : [];
  if (step !== 'workspace') return [];
  if (answers.workspace === null) return ['workspace'];
  return answers.workspace.kind === 'new' ? missingOfCenter(answers.newCenter, takenCodes) : [];
}

/** The opening year, if it is one in which there could have been a center; the programme began in the 2000s. */
export function openingYearOf(text: string): number | null {
  const year = /^\s*(\d{4})\s*$/.exec(text)?.[1];
  const known = year === undefined ? null : Number(year);
  return known !== null && known >= 2000 && known <= 2100 ? known : null;
}

function missingOfCenter(center: NewCenterAnswer, takenCodes: readonly string[]): readonly MissingAnswer[] {
  const code = center.code.trim().toUpperCase();
  return [
    ...(isCountryCode(center.country) ? [] : (['country'] as const)),
    ...(openingYearOf(center.openingYear) === null ? (['openingYear'] as const) : []),
    ...(code === '' ? (['code'] as const) : []),
    ...(takenCodes.some((taken) => taken.toUpperCase() === code) ? (['codeTaken'] as const) : []),
  ];
}

function withCode(center: NewCenterAnswer): NewCenterAnswer {
  if (center.codeTyped) return center;
  const year = openingYearOf(center.openingYear);
  const end = year === null ? '' : String(year).slice(2);
  return { ...center, code: center.country === null ? '' : `${center.country}${end}` };
}

function withAnswers(state: FirstRunState, answers: Answers): FirstRunState {
  return state.step === 'saving' || state.step === 'failed' ? state : { ...state, answers };
}

function next(state: FirstRunState, takenCodes: readonly string[]): FirstRunState {
  const { answers } = state;
  const complete = missingAnswers(state.step, answers, takenCodes).length === 0;
  switch (state.step) {
    case 'language':
      return { step: 'person', answers, asked: false };
    case 'person':
      return complete ? { step: 'workspace', answers, asked: false } : { ...state, asked: true };
    case 'workspace':
      return complete ? { step: 'saving', answers } : { ...state, asked: true };
    case 'failed':
      return { step: 'saving', answers };
    case 'saving':
      return state;
  }
}

function back(state: FirstRunState): FirstRunState {
  const { answers } = state;
  switch (state.step) {
    case 'person':
      return { step: 'language', answers };
    case 'workspace':
      return { step: 'person', answers, asked: false };
    case 'failed':
      return { step: 'workspace', answers, asked: false };
    default:
      return state;
  }
}
