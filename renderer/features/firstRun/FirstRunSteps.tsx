import { Radio, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { isLanguage, type Language } from '../../../shared/core/language.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import classes from './FirstRun.module.css';
import { type Answers, personRoles } from './firstRunState.ts';
import { firstRunTexts } from './firstRunTexts.ts';

export interface StepProps {
  readonly answers: Answers;
  readonly onAnswer: (answers: Partial<Omit<Answers, 'newCenter'>>) => void;
}

/** The only question that is asked in both languages at once. */
export function LanguageStep({ answers, onAnswer }: StepProps) {
  const t = useTexts(firstRunTexts);
  return (
    <>
      <h2 className={classes.question} id="language-question">
        <span lang="en">Which language would you like to use?</span>
        <span lang="ko">어떤 언어를 사용하시겠습니까?</span>
      </h2>
      <Radio.Group
        value={answers.language}
        onChange={(value) => {
          if (isLanguage(value)) onAnswer({ language: value });
        }}
        aria-labelledby="language-question"
      >
        <div className={classes.choices}>
          {languageNames.map(({ language, name }) => (
            <ChoiceRow key={language}>
              <Radio
                value={language}
                label={<span lang={language}>{name}</span>}
                size="md"
                autoFocus={language === answers.language}
              />
            </ChoiceRow>
          ))}
        </div>
      </Radio.Group>
      <p className={classes.note}>{t('languageNote')}</p>
    </>
  );
}

const languageNames: readonly { readonly language: Language; readonly name: string }[] = [
  { language: 'en', name: 'English' },
  { language: 'ko', name: '한국어' },
];

export function PersonStep({
  answers,
  onAnswer,
  nameMissing,
}: StepProps & { readonly nameMissing: boolean }) {
  const t = useTexts(firstRunTexts);
  return (
    <>
      <h2 className={classes.question}>{t('personQuestion')}</h2>
      <TextInput
        label={t('name')}
        description={t('nameHelp')}
        value={answers.name}
        onChange={(event) => onAnswer({ name: event.currentTarget.value })}
        error={nameMissing ? t('nameMissing') : undefined}
        maxLength={120}
        // A browser keeps what was typed in a file of its own, in plain text.
        autoComplete="off"
        autoFocus
        required
        withAsterisk={false}
      />
      <Radio.Group
        label={t('role')}
        value={answers.role}
        onChange={(value) => {
          const role = personRoles.find((known) => known === value);
          if (role !== undefined) onAnswer({ role });
        }}
      >
        <div className={classes.choices}>
          {personRoles.map((role) => (
            <ChoiceRow key={role}>
              <Radio value={role} label={t(role)} description={t(`${role}Help`)} />
            </ChoiceRow>
          ))}
        </div>
      </Radio.Group>
    </>
  );
}

export function ChoiceRow({ children }: { readonly children: ReactNode }) {
  return <div className={classes.choice}>{children}</div>;
}
