import { Button } from '@mantine/core';
import { type ChangeEvent, type ComponentProps, useRef, useState } from 'react';
import { isBlank } from '../../../shared/core/text.ts';
import { textLanguages } from '../../../shared/schema/codecs/texts.ts';
import type { LocalizedText } from '../../../shared/schema/fieldSpec.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { cx } from '../../ui/cx.ts';
import boxes from '../../ui/inputs.module.css';
import type { FieldInput } from '../fieldInput.ts';
import { formTexts } from '../formTexts.ts';
import { type ControlProps, labelId } from './controlProps.ts';
import classes from './controls.module.css';

type Part = (typeof textLanguages)[number];
const nameKeyByPart = { ko: 'languageKo', en: 'languageEn', local: 'languageLocal' } as const;

/** One text in up to three languages: the screen's own first, the others when they are asked for. */
export function LocalizedTextControl(props: ControlProps<'localizedText'>) {
  const { id, spec, required, input, describedBy, invalid, onInput, onBlur } = props;
  const t = useTexts(formTexts);
  const language = useLanguage();
  const texts = textsOf(input);
  const order = orderFor(language);
  const [asked, setAsked] = useState<ReadonlySet<Part>>(new Set());
  const focusNext = useRef<Part | null>(null);
  const isShown = (part: Part, index: number): boolean =>
    index === 0 || asked.has(part) || texts[part] !== '';
  const shown = order.filter(isShown);
  const folded = order.filter((part, index) => !isShown(part, index));
  const change = (part: Part, text: string): void => onInput(inputOf({ ...texts, [part]: text }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need its legend here, which the row already has.
    <div className={classes.stack} role="group" aria-labelledby={labelId(id)} onBlur={onBlur}>
      {shown.map((part, index) => (
        <div key={part} className={classes.language} data-paragraphs={spec.paragraphs === true}>
          <span className={classes.languageName} id={`${id}-${part}`}>
            {t(nameKeyByPart[part])}
          </span>
          <PartBox
            paragraphs={spec.paragraphs === true}
            id={index === 0 ? id : undefined}
            lang={part === 'local' ? undefined : part}
            value={texts[part]}
            ref={(element) => {
              if (element === null || focusNext.current !== part) return;
              focusNext.current = null;
              element.focus();
            }}
            aria-labelledby={`${labelId(id)} ${id}-${part}`}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            aria-required={required && index === 0}
            onChange={(event) => change(part, event.currentTarget.value)}
          />
        </div>
      ))}
      {folded.length === 0 ? null : (
        <div className={boxes.line}>
          {folded.map((part) => (
            <Button
              key={part}
              variant="subtle"
              size="compact-xs"
              onClick={() => {
                focusNext.current = part;
                setAsked(new Set([...asked, part]));
              }}
            >
              {t('addLanguage', { language: t(nameKeyByPart[part]) })}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

type Box = HTMLInputElement | HTMLTextAreaElement;

interface PartBoxProps
  extends Pick<
    ComponentProps<'input'>,
    'id' | 'lang' | 'aria-labelledby' | 'aria-describedby' | 'aria-invalid' | 'aria-required'
  > {
  readonly paragraphs: boolean;
  readonly value: string;
  readonly ref: (element: Box | null) => void;
  readonly onChange: (event: ChangeEvent<Box>) => void;
}

/** One line, or room that grows with the text. */
function PartBox({ paragraphs, ...props }: PartBoxProps) {
  return paragraphs ? (
    <textarea {...props} className={cx(boxes.box, boxes.area)} rows={3} />
  ) : (
    <input {...props} className={boxes.box} autoComplete="off" />
  );
}

type PartTexts = Readonly<Record<Part, string>>;

const orderFor = (language: 'en' | 'ko'): readonly Part[] =>
  language === 'ko' ? ['ko', 'en', 'local'] : ['en', 'ko', 'local'];

function textsOf({ texts, value }: FieldInput): PartTexts {
  const stored: LocalizedText = isLocalized(value) ? value : {};
  const text = (part: Part): string => texts?.[textLanguages.indexOf(part)] ?? stored[part] ?? '';
  return { ko: text('ko'), en: text('en'), local: text('local') };
}

function inputOf(texts: PartTexts): FieldInput {
  const filled = textLanguages.filter((part) => !isBlank(texts[part]));
  return {
    texts: textLanguages.map((part) => texts[part]),
    value: filled.length === 0 ? undefined : Object.fromEntries(filled.map((part) => [part, texts[part]])),
  };
}

function isLocalized(value: FieldInput['value']): value is LocalizedText {
  return (
    typeof value === 'object' && !Array.isArray(value) && ('ko' in value || 'en' in value || 'local' in value)
  );
}
