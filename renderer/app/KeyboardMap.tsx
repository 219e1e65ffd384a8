import { Kbd, Modal } from '@mantine/core';
import { defineTexts } from '../i18n/texts.ts';
import { useTexts } from '../i18n/useTexts.ts';
import classes from './KeyboardMap.module.css';

const texts = defineTexts('keyboardMap', {
  title: { en: 'Keyboard', ko: '단축키' },
  close: { en: 'Close', ko: '닫기' },
  palette: { en: 'Find a page, an action or a record', ko: '화면·기능·기록 찾기' },
  quickLog: {
    en: 'Log a consultation (in a browser tab: Alt+N)',
    ko: '컨설팅 기록하기(브라우저 탭에서는 Alt+N)',
  },
  undo: { en: 'Undo the last change', ko: '마지막 변경 취소' },
  search: { en: 'Search in the list', ko: '목록에서 검색' },
  save: { en: 'Save the form', ko: '입력 내용 저장' },
  move: { en: 'Go from row to row of a list', ko: '목록에서 행 이동' },
  open: { en: 'Open the row', ko: '행 열기' },
  escape: { en: 'Close what lies on top', ko: '맨 위의 창 닫기' },
  lock: { en: 'Lock encrypted data', ko: '암호화된 데이터 잠그기' },
  map: { en: 'This map', ko: '단축키 보기' },
});

const rows = [
  { keys: ['Ctrl', 'K'], text: 'palette' },
  { keys: ['Ctrl', 'N'], text: 'quickLog' },
  { keys: ['Ctrl', 'Z'], text: 'undo' },
  { keys: ['Ctrl', 'F'], text: 'search' },
  { keys: ['Ctrl', 'Enter'], text: 'save' },
  { keys: ['↑', '↓'], text: 'move' },
  { keys: ['Enter'], text: 'open' },
  { keys: ['Esc'], text: 'escape' },
  { keys: ['Ctrl', 'L'], text: 'lock' },
  { keys: ['?'], text: 'map' },
] as const;

export interface KeyboardMapProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function KeyboardMap({ opened, onClose }: KeyboardMapProps) {
  const t = useTexts(texts);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <dl className={classes.map}>
        {rows.map(({ keys, text }) => (
          <div key={text} className={classes.row}>
            <dt className={classes.keys}>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd className={classes.text}>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
