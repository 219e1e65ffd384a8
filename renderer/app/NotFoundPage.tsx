import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { defineTexts } from '../i18n/texts.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { paths } from '../stores/paths.ts';
import { EmptyState } from '../ui/EmptyState.tsx';

const texts = defineTexts('notFound', {
  title: { en: 'There is no such page', ko: '없는 화면입니다' },
  text: {
    en: 'The address may be mistyped, or the page belongs to a newer version. Nothing is lost.',
    ko: '주소가 잘못되었거나 더 새로운 버전의 화면입니다. 데이터에는 영향이 없습니다.',
  },
  home: { en: 'Go to Today', ko: '오늘 화면으로 이동' },
});

export function NotFoundPage() {
  const t = useTexts(texts);
  return (
    <EmptyState
      title={t('title')}
      text={t('text')}
      actions={
        <Button component={Link} to={paths.home}>
          {t('home')}
        </Button>
      }
    />
  );
}
