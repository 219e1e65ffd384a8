import { Spotlight, spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { defineTexts } from '../i18n/texts.ts';
import { useLanguage, useTexts } from '../i18n/useTexts.ts';
import { useRecordSet } from '../storage/StoreContext.tsx';
import { paths } from '../stores/paths.ts';
import { TypeIcon } from '../ui/TypeIcon.tsx';
import { findByTitle } from './findByTitle.ts';
import { matchesQuery } from './matchesQuery.ts';
import classes from './Shell.module.css';
import { usePaletteActions } from './usePaletteActions.tsx';

const texts = defineTexts('palette', {
  placeholder: {
    en: 'Type a page, an action or the name of a record',
    ko: '화면, 기능 또는 기록 이름을 입력하세요',
  },
  label: { en: 'Find or do', ko: '찾기·실행' },
  actions: { en: 'Pages and actions', ko: '화면과 기능' },
  records: { en: 'Records', ko: '기록' },
  nothing: {
    en: 'Nothing is called that. Try fewer letters, or search in a list, which looks into all texts.',
    ko: '일치하는 항목이 없습니다. 더 짧게 입력하거나 목록에서 검색하세요. 목록 검색은 모든 내용을 찾습니다.',
  },
});

const mostRecords = 12;

export const openPalette = (): void => spotlight.open();

/** Ctrl+K: goes to pages and records and does things by their names. */
export function Palette({ onKeyboardMap }: { readonly onKeyboardMap: () => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const navigate = useNavigate();
  const records = useRecordSet();
  const [query, setQuery] = useState('');
  const actions = usePaletteActions({ onKeyboardMap });
  const shownActions = actions.filter(({ label }) => matchesQuery(label, query));
  const shownRecords = useMemo(
    () => (query.trim() === '' ? [] : findByTitle(records, language, query, mostRecords)),
    [records, language, query],
  );
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={420}
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
    >
      <Spotlight.Search placeholder={t('placeholder')} aria-label={t('label')} />
      <Spotlight.ActionsList>
        {shownActions.length === 0 ? null : (
          <Spotlight.ActionsGroup label={t('actions')} className={classes.paletteGroup}>
            {shownActions.map(({ key, label, icon, run }) => (
              <Spotlight.Action key={key} label={label} leftSection={icon} onClick={run} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {shownRecords.length === 0 ? null : (
          <Spotlight.ActionsGroup label={t('records')} className={classes.paletteGroup}>
            {shownRecords.map(({ type, id, title, detail }) => (
              <Spotlight.Action
                key={id}
                label={title}
                description={detail}
                leftSection={<TypeIcon type={type} />}
                onClick={() => void navigate({ to: paths.record(type, id) })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {shownActions.length + shownRecords.length === 0 ? (
          <Spotlight.Empty>{t('nothing')}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
