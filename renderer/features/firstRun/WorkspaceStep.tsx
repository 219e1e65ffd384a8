import { Checkbox, Radio, Select, TextInput } from '@mantine/core';
import { countryCodes, countryName } from '../../../shared/core/countries.ts';
import { isRecordId } from '../../../shared/core/ids.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import classes from './FirstRun.module.css';
import { ChoiceRow, type StepProps } from './FirstRunSteps.tsx';
import {
  type MissingAnswer,
  type NewCenterAnswer,
  sampleAnswers,
  type WorkspaceAnswer,
} from './firstRunState.ts';
import { firstRunTexts } from './firstRunTexts.ts';
import type { CenterChoice } from './useCenterChoices.ts';

export interface WorkspaceStepProps extends StepProps {
  readonly centers: readonly CenterChoice[];
  readonly missing: readonly MissingAnswer[];
  readonly onNewCenter: (answer: Partial<NewCenterAnswer>) => void;
}

export function WorkspaceStep(props: WorkspaceStepProps) {
  const t = useTexts(firstRunTexts);
  const { answers, onAnswer } = props;
  return (
    <>
      <h2 className={classes.question} id="workspace-question">
        {t('workspaceQuestion')}
      </h2>
      <p className={classes.note}>{t('workspaceHelp')}</p>
      <WorkspaceChoice {...props} />
      <SampleChoice answers={answers} onAnswer={onAnswer} />
      <Checkbox
        label={t('encrypts')}
        description={t('encryptsHelp')}
        checked={answers.encrypts}
        onChange={(event) => onAnswer({ encrypts: event.currentTarget.checked })}
      />
    </>
  );
}

/** A center of those that there are, a new one, or headquarters; its heading has the id `workspace-question`. */
export function WorkspaceChoice({ answers, centers, missing, onAnswer, onNewCenter }: WorkspaceStepProps) {
  const t = useTexts(firstRunTexts);
  return (
    <Radio.Group
      value={answers.workspace === null ? null : workspaceToText(answers.workspace)}
      onChange={(text) => onAnswer({ workspace: workspaceFromText(text) })}
      aria-labelledby="workspace-question"
      error={missing.includes('workspace') ? t('workspaceMissing') : undefined}
    >
      <p className={classes.groupTitle}>{t('centers')}</p>
      <div className={classes.centers}>
        {centers.map(({ id, title, note }, index) => (
          <ChoiceRow key={id}>
            <Radio value={id} label={title} description={note} autoFocus={index === 0} />
          </ChoiceRow>
        ))}
      </div>
      <div className={classes.choices}>
        <ChoiceRow>
          <Radio value="new" label={t('otherCenter')} description={t('otherCenterHelp')} />
          {answers.workspace?.kind === 'new' ? (
            <NewCenterFields answer={answers.newCenter} missing={missing} onAnswer={onNewCenter} />
          ) : null}
        </ChoiceRow>
        <ChoiceRow>
          <Radio value="headquarters" label={t('headquarters')} description={t('headquartersHelp')} />
        </ChoiceRow>
      </div>
    </Radio.Group>
  );
}

function SampleChoice({ answers, onAnswer }: StepProps) {
  const t = useTexts(firstRunTexts);
  const isHeadquarters = answers.workspace?.kind === 'headquarters';
  return (
    <Radio.Group
      label={t('sampleQuestion')}
      description={t('sampleHelp')}
      value={answers.sample}
      onChange={(value) => {
        const sample = sampleAnswers.find((one) => one === value);
        if (sample !== undefined) onAnswer({ sample });
      }}
    >
      <div className={classes.choices}>
        <ChoiceRow>
          <Radio value="none" label={t('sampleNone')} />
        </ChoiceRow>
        <ChoiceRow>
          <Radio value="tour" label={t('sampleTour')} />
        </ChoiceRow>
        <ChoiceRow>
          <Radio value="full" label={t(isHeadquarters ? 'sampleFullProgramme' : 'sampleFullCenter')} />
        </ChoiceRow>
      </div>
    </Radio.Group>
  );
}

interface NewCenterFieldsProps {
  readonly answer: NewCenterAnswer;
  readonly missing: readonly MissingAnswer[];
  readonly onAnswer: (answer: Partial<NewCenterAnswer>) => void;
}

function NewCenterFields({ answer, missing, onAnswer }: NewCenterFieldsProps) {
  const t = useTexts(firstRunTexts);
  const language = useLanguage();
  const countries = countryCodes
    .filter((code) => code !== 'KR')
    .map((code) => ({ value: code, label: countryName(code, language) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
  const codeError = missing.includes('code')
    ? t('codeMissing')
    : missing.includes('codeTaken')
      ? t('codeTaken')
      : undefined;
  return (
    <fieldset className={classes.fields}>
      <legend className={classes.legend}>{t('newCenterQuestion')}</legend>
      <Select
        label={t('country')}
        data={countries}
        value={answer.country}
        onChange={(country) => onAnswer({ country })}
        error={missing.includes('country') ? t('countryMissing') : undefined}
        nothingFoundMessage={t('countryNone')}
        searchable
        limit={80}
      />
      <TextInput
        label={t('openingYear')}
        description={t('openingYearHelp')}
        value={answer.openingYear}
        onChange={(event) => onAnswer({ openingYear: event.currentTarget.value })}
        error={missing.includes('openingYear') ? t('openingYearMissing') : undefined}
        inputMode="numeric"
        maxLength={4}
      />
      <TextInput
        label={t('code')}
        description={t('codeHelp')}
        value={answer.code}
        onChange={(event) => onAnswer({ code: event.currentTarget.value, codeTyped: true })}
        error={codeError}
        maxLength={12}
      />
    </fieldset>
  );
}

function workspaceToText(workspace: WorkspaceAnswer): string {
  return workspace.kind === 'published' ? workspace.centerId : workspace.kind;
}

function workspaceFromText(text: string): WorkspaceAnswer | null {
  if (text === 'new' || text === 'headquarters') return { kind: text };
  return isRecordId(text) ? { kind: 'published', centerId: text } : null;
}
