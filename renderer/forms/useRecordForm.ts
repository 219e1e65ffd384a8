import { useCallback, useMemo, useReducer, useRef } from 'react';
import type { RecordId } from '../../shared/core/ids.ts';
import type { JsonObject } from '../../shared/core/json.ts';
import type { AnyRecordDefinition } from '../../shared/schema/defineRecord.ts';
import type { AnyValues } from '../../shared/schema/fieldSpec.ts';
import type { Finding } from '../../shared/schema/validate.ts';
import { useLanguage } from '../i18n/useTexts.ts';
import {
  changedKeys,
  type FieldInput,
  type FormInputs,
  inputsFromDraft,
  inputsFromValues,
  inputsToDraft,
  valuesOfInputs,
} from './fieldInput.ts';
import { formFindings, groupFindings } from './formFindings.ts';
import type { FormServices } from './formServices.ts';
import { type Proposed, withProposals } from './proposals.ts';

export interface RecordFormOptions {
  readonly definition: AnyRecordDefinition;
  /** Null for a new record. */
  readonly id: RecordId | null;
  /** The record's values, or what a new one starts with. */
  readonly base: AnyValues;
  readonly services: FormServices;
  /** Input of an earlier time that was not saved. */
  readonly draft: JsonObject | null;
  readonly onDraft: (draft: JsonObject | null) => void;
}

export interface RecordFormState {
  readonly inputs: FormInputs;
  readonly values: AnyValues;
  readonly changed: readonly string[];
  /** To be shown now: everything about visited fields, warnings of a stored record, all after an attempt to save. */
  readonly shownFindings: ReadonlyMap<string, readonly Finding[]>;
  readonly errors: readonly Finding[];
  readonly attempted: boolean;
  setInput(field: string, input: FieldInput): void;
  visit(field: string): void;
  attempt(): void;
  /** Back to the base, the draft forgotten. */
  reset(): void;
}

interface State {
  readonly inputs: FormInputs;
  readonly visited: ReadonlySet<string>;
  readonly attempted: boolean;
}

type Action =
  | { readonly kind: 'input'; readonly inputs: FormInputs }
  | { readonly kind: 'visit'; readonly field: string }
  | { readonly kind: 'attempt' }
  | { readonly kind: 'reset'; readonly inputs: FormInputs };

/** The state of one form; where the record changes underneath, mount a new one by `key`. */
export function useRecordForm(options: RecordFormOptions): RecordFormState {
  const { definition, id, base, services, draft, onDraft } = options;
  const language = useLanguage();
  const [state, dispatch] = useReducer(reduce, null, () => ({
    inputs:
      draft === null
        ? inputsFromValues(definition, base)
        : inputsFromDraft(definition, base, draft, language, services.references),
    visited: new Set<string>(),
    attempted: false,
  }));
  const latest = useRef(state.inputs);
  latest.current = state.inputs;
  const proposed = useRef<Proposed>(new Map());

  const findings = useMemo(
    () => formFindings(definition, state.inputs, services.lookup, id),
    [definition, state.inputs, services.lookup, id],
  );
  const previous = useRef<ReadonlyMap<string, readonly Finding[]>>(new Map());
  const shownFindings = useMemo(() => {
    const isStored = id !== null;
    const shown = findings.filter(
      ({ field, level }) => state.attempted || state.visited.has(field) || (isStored && level === 'warning'),
    );
    previous.current = groupFindings(shown, previous.current);
    return previous.current;
  }, [findings, state.attempted, state.visited, id]);

  const setInput = useCallback(
    (field: string, input: FieldInput): void => {
      const given = { ...latest.current, [field]: input };
      const inputs = withProposals(definition, given, field, proposed.current);
      latest.current = inputs;
      dispatch({ kind: 'input', inputs });
      const next = inputsToDraft(inputs, base);
      onDraft(Object.keys(next).length === 0 ? null : next);
    },
    [definition, base, onDraft],
  );
  const reset = useCallback((): void => {
    latest.current = inputsFromValues(definition, base);
    dispatch({ kind: 'reset', inputs: latest.current });
    onDraft(null);
  }, [definition, base, onDraft]);

  return {
    inputs: state.inputs,
    values: useMemo(() => valuesOfInputs(state.inputs), [state.inputs]),
    changed: useMemo(() => changedKeys(state.inputs, base), [state.inputs, base]),
    shownFindings,
    errors: findings.filter(({ level }) => level === 'error'),
    attempted: state.attempted,
    setInput,
    visit: useCallback((field: string) => dispatch({ kind: 'visit', field }), []),
    attempt: useCallback(() => dispatch({ kind: 'attempt' }), []),
    reset,
  };
}

function reduce(state: State, action: Action): State {
  switch (action.kind) {
    case 'input':
      return { ...state, inputs: action.inputs };
    case 'visit':
      return state.visited.has(action.field)
        ? state
        : { ...state, visited: new Set([...state.visited, action.field]) };
    case 'attempt':
      return { ...state, attempted: true };
    case 'reset':
      return { inputs: action.inputs, visited: new Set(), attempted: false };
  }
}
