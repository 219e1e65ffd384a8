import { useNavigate } from '@tanstack/react-router';
import { Compass, Keyboard, Languages, Moon, Plus, Sun, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { findDefinition } from '../../shared/records/registry.ts';
import { inSentence } from '../i18n/inSentence.ts';
import { defineTexts } from '../i18n/texts.ts';
import { useLabel, useLanguage, useTexts } from '../i18n/useTexts.ts';
import { paths } from '../stores/paths.ts';
import { useSettings, useUpdateSettings } from '../stores/services.tsx';
import { useUndo } from '../stores/useUndo.ts';
import { NavigationIcon } from './NavigationIcon.tsx';
import { innerLists, navigationGroups, settingsEntry } from './navigation.ts';

const texts = defineTexts('paletteActions', {
  add: { en: 'New {type}', ko: '새 {type}' },
  undo: { en: 'Undo the last change', ko: '마지막 변경 취소' },
  otherLanguage: { en: '한국어로 보기', ko: 'Show in English' },
  light: { en: 'Light theme', ko: '밝은 화면' },
  dark: { en: 'Dark theme', ko: '어두운 화면' },
  keyboard: { en: 'Keyboard map', ko: '단축키 보기' },
  tour: { en: 'Begin the tour', ko: '둘러보기 시작' },
});

export interface PaletteAction {
  readonly key: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly run: () => void;
}

const loggedTypes = [
  'consultation',
  'training',
  'event',
  'exchange',
  'project',
  'meeting',
  'decision',
  'budgetEntry',
  'person',
  'organization',
  'assignment',
  'counterpart',
  'story',
  'evidence',
];

export function usePaletteActions({
  onKeyboardMap,
}: {
  readonly onKeyboardMap: () => void;
}): readonly PaletteAction[] {
  const t = useTexts(texts);
  const label = useLabel();
  const language = useLanguage();
  const navigate = useNavigate();
  const { theme } = useSettings();
  const update = useUpdateSettings();
  const { undoLast } = useUndo();
  const pages = [...navigationGroups.flatMap(({ entries }) => entries), ...innerLists, settingsEntry];
  const definitions = loggedTypes.flatMap((type) => findDefinition(type) ?? []);
  return [
    ...definitions.map(({ type, label: { one } }) => ({
      key: `new:${type}`,
      label: t('add', { type: inSentence(one, language) }),
      icon: <Plus size={16} />,
      run: () => void navigate({ to: paths.newRecord(type) }),
    })),
    ...pages.map((page) => ({
      key: page.to,
      label: label(page.label),
      icon: <NavigationIcon icon={page.icon} />,
      run: () => void navigate({ to: page.to }),
    })),
    { key: 'undo', label: t('undo'), icon: <Undo2 size={16} />, run: () => void undoLast() },
    {
      key: 'language',
      label: t('otherLanguage'),
      icon: <Languages size={16} />,
      run: () => update({ language: language === 'ko' ? 'en' : 'ko' }),
    },
    {
      key: 'theme',
      label: t(theme === 'dark' ? 'light' : 'dark'),
      icon: theme === 'dark' ? <Sun size={16} /> : <Moon size={16} />,
      run: () => update({ theme: theme === 'dark' ? 'light' : 'dark' }),
    },
    { key: 'keyboard', label: t('keyboard'), icon: <Keyboard size={16} />, run: onKeyboardMap },
    { key: 'tour', label: t('tour'), icon: <Compass size={16} />, run: () => update({ tourStep: 0 }) },
  ];
}
