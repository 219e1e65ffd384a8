import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { countryCodes, countryName } from '../../../../shared/core/countries.ts';
import { isRecordId } from '../../../../shared/core/ids.ts';
import type { Label } from '../../../../shared/core/language.ts';
import { textSimilarity } from '../../../../shared/core/similarity.ts';
import { definitionOf } from '../../../../shared/records/registry.ts';
import { isRequired } from '../../../../shared/schema/isRequired.ts';
import type { NameDecision } from '../../../../shared/workbook/foreign/mapping.ts';
import { decisionOf, type OpenName } from '../../../../shared/workbook/foreign/names.ts';
import { typesMadeFromNames } from '../../../../shared/workbook/foreign/startMapping.ts';
import { useLabel, useLanguage, useTexts } from '../../../i18n/useTexts.ts';
import { useFormServices } from '../../../stores/useFormServices.ts';
import { StateMark } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Page.tsx';
import classes from './Mapping.module.css';
import { nameKey, withName } from './mappingDraft.ts';
import { mappingTexts } from './mappingTexts.ts';
import type { Mapping } from './useMapping.ts';

/** More than this nobody looks through on one screen; the others take what is suggested. */
const mostShown = 100;

/** Names in reference columns that no one record bears, and what becomes of them. */
export function MappingNames({ mapping }: { readonly mapping: Mapping }) {
  const t = useTexts(mappingTexts);
  const names = [...mapping.views.values()].flatMap(({ openNames }) => openNames);
  const unique = [...new Map(names.map((name) => [nameKey(name), name])).values()];
  if (unique.length === 0) return null;
  return (
    <Section title={t('names')}>
      <p className={classes.help}>{t('namesHelp')}</p>
      <ul className={classes.names} aria-label={t('names')}>
        {unique.slice(0, mostShown).map((name) => (
          <NameItem key={nameKey(name)} name={name} mapping={mapping} />
        ))}
      </ul>
      {unique.length > mostShown ? (
        <p className={classes.help}>{t('moreNames', { count: unique.length - mostShown })}</p>
      ) : null}
    </Section>
  );
}

interface NameItemProps {
  readonly name: OpenName;
  readonly mapping: Mapping;
}

const asNew = 'new';
const asNothing = '';

function NameItem({ name, mapping }: NameItemProps) {
  const t = useTexts(mappingTexts);
  const label = useLabel();
  const { context } = mapping.base.knowledge;
  const decision = decisionOf(mapping.mapping.names, name.type, name.name, context);
  const definition = definitionOf(name.type);
  const decide = (next: NameDecision | null): void => mapping.change((draft) => withName(draft, name, next));
  return (
    <li className={classes.nameItem}>
      <div className={classes.nameHead}>
        <strong className={classes.text}>{name.name}</strong>
        <span className={classes.help}>
          {label(definition.label.one)} · {t('rowsRead', { count: name.uses })}
        </span>
        {name.known > 1 ? (
          <StateMark state="warn">{t('severalKnown', { count: name.known })}</StateMark>
        ) : decision === null ? (
          <StateMark state="warn">{t('notGiven')}</StateMark>
        ) : null}
      </div>
      <BecomesSelect name={name} decision={decision} mapping={mapping} onDecide={decide} />
      {decision?.means === 'new' ? <NewDetails decision={decision} onDecide={decide} /> : null}
    </li>
  );
}

interface BecomesSelectProps extends NameItemProps {
  readonly decision: NameDecision | null;
  readonly onDecide: (decision: NameDecision | null) => void;
}

function BecomesSelect({ name, decision, mapping, onDecide }: BecomesSelectProps) {
  const t = useTexts(mappingTexts);
  const { options } = useFormServices();
  const known = options(name.type);
  const [similar, others] = useMemo(() => {
    const scored = known.map((option) => ({ option, score: textSimilarity(option.label, name.name) }));
    const near = scored.filter(({ score }) => score >= 0.35).sort((a, b) => b.score - a.score);
    const top = near.slice(0, 5).map(({ option }) => option);
    return [top, known.filter((option) => !top.includes(option))];
  }, [known, name.name]);
  const value = decision === null ? asNothing : decision.means === 'new' ? asNew : decision.id;
  const { type } = name;
  const choose = (chosen: string): void => {
    if (isRecordId(chosen)) onDecide({ type, name: name.name, means: 'existing', id: chosen });
    else if (chosen === asNew)
      onDecide({ type, name: name.name, means: 'new', cells: newCells(mapping, type) });
    else onDecide(null);
  };
  return (
    <NativeSelect
      aria-label={t('becomesOf', { name: name.name })}
      value={value}
      data={[
        ...(typesMadeFromNames.includes(type) ? [{ value: asNew, label: t('newRecord') }] : []),
        { value: asNothing, label: t('nothing') },
        ...(similar.length === 0 ? [] : [{ group: t('similar'), items: [...similar] }]),
        ...(others.length === 0 ? [] : [{ group: t('others'), items: [...others] }]),
      ]}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    />
  );
}

function newCells({ base }: Mapping, type: string): Readonly<Record<string, string>> {
  return type === 'organization' ? { type: 'agency', country: base.country ?? '' } : {};
}

interface NewDetailsProps {
  readonly decision: Extract<NameDecision, { means: 'new' }>;
  readonly onDecide: (decision: NameDecision) => void;
}

interface NeededField {
  readonly key: string;
  readonly label: Label;
  readonly data: readonly { readonly value: string; readonly label: string }[];
}

/** What a new record needs besides its name. */
function NewDetails({ decision, onDecide }: NewDetailsProps) {
  const t = useTexts(mappingTexts);
  const label = useLabel();
  const language = useLanguage();
  const definition = definitionOf(decision.type);
  const countries = useMemo(
    () =>
      countryCodes
        .map((code) => ({ value: code, label: countryName(code, language) }))
        .sort((a, b) => a.label.localeCompare(b.label, language)),
    [language],
  );
  const needed = definition.fieldKeys.flatMap((key): readonly NeededField[] => {
    const spec = definition.spec(key);
    if (spec === null || !isRequired(spec)) return [];
    if (spec.kind === 'country') return [{ key, label: spec.label, data: countries }];
    if (spec.kind !== 'choice') return [];
    const data = spec.choices.map((one) => ({ value: one.value, label: label(one.label) }));
    return [{ key, label: spec.label, data }];
  });
  if (needed.length === 0) return null;
  return (
    <div className={classes.details}>
      {needed.map(({ key, label: field, data }) => (
        <NativeSelect
          key={key}
          aria-label={t('detailOf', { field: label(field), name: decision.name })}
          value={decision.cells[key] ?? ''}
          data={[{ value: '', label: t('choose') }, ...data]}
          onChange={({ currentTarget: { value } }) =>
            onDecide({ ...decision, cells: { ...decision.cells, [key]: value } })
          }
        />
      ))}
    </div>
  );
}
