import { TextInput } from '@mantine/core';
import { ChevronDown, ChevronUp, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../i18n/useTexts.ts';
import classes from './PdfView.module.css';
import { pdfTexts } from './pdfTexts.ts';
import { pageTyped, zoomBeside } from './pdfZoom.ts';
import { Tool } from './Tool.tsx';

export interface PdfToolsProps {
  readonly page: number;
  readonly pages: number;
  readonly zoom: number;
  readonly goTo: (page: number) => void;
  readonly zoomBy: (step: 1 | -1) => void;
}

/** Which page is shown, and how large. */
export function PdfTools({ page, pages, zoom, goTo, zoomBy }: PdfToolsProps) {
  const t = useTexts(pdfTexts);
  const percent = Math.round(zoom * 100);
  return (
    <div className={classes.tools}>
      <div className={classes.group}>
        <Tool label={t('previousPage')} onClick={() => goTo(page - 1)} disabled={page <= 1}>
          <ChevronUp size={16} />
        </Tool>
        <Tool label={t('nextPage')} onClick={() => goTo(page + 1)} disabled={page >= pages}>
          <ChevronDown size={16} />
        </Tool>
        <PageNumber key={page} page={page} pages={pages} goTo={goTo} />
        <span className="fb-figures">{t('ofPages', { pages })}</span>
      </div>
      <div className={classes.group}>
        <Tool label={t('smaller')} onClick={() => zoomBy(-1)} disabled={zoomBeside(zoom, -1) === zoom}>
          <ZoomOut size={16} />
        </Tool>
        <span className={`fb-figures ${classes.zoom}`} title={t('zoom', { percent })}>
          {percent}%
        </span>
        <Tool label={t('larger')} onClick={() => zoomBy(1)} disabled={zoomBeside(zoom, 1) === zoom}>
          <ZoomIn size={16} />
        </Tool>
      </div>
    </div>
  );
}

type PageNumberProps = Pick<PdfToolsProps, 'page' | 'pages' | 'goTo'>;

/** The number of the page, to be typed over; what is no page becomes the number again. */
function PageNumber({ page, pages, goTo }: PageNumberProps) {
  const t = useTexts(pdfTexts);
  const [typed, setTyped] = useState(String(page));
  const take = (): void => {
    const wanted = pageTyped(typed, pages);
    if (wanted === null || wanted === page) setTyped(String(page));
    else goTo(wanted);
  };
  return (
    <TextInput
      className={classes.pageNumber ?? ''}
      size="xs"
      aria-label={t('pageNumber')}
      inputMode="numeric"
      value={typed}
      disabled={pages === 1}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={take}
      onKeyDown={(event) => {
        // Arrows move within the number, not to the next file.
        if (event.key.startsWith('Arrow')) event.stopPropagation();
        if (event.key === 'Enter') take();
      }}
    />
  );
}
