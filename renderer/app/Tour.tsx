import { Button, CloseButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTexts } from '../i18n/useTexts.ts';
import { useSettings, useUpdateSettings } from '../stores/services.tsx';
import classes from './Tour.module.css';
import { type TourStep, tourSteps, tourTexts } from './tourSteps.ts';

/** A card beside the pages that leads through them, step by step; it can be left and begun again. */
export function Tour() {
  const { tourStep } = useSettings();
  const step = tourStep === null ? undefined : tourSteps[tourStep];
  return tourStep === null || step === undefined ? null : <TourCard index={tourStep} step={step} />;
}

function TourCard({ index, step: { to, title } }: { readonly index: number; readonly step: TourStep }) {
  const t = useTexts(tourTexts);
  const navigate = useNavigate();
  const update = useUpdateSettings();
  const heading = useRef<HTMLHeadingElement>(null);
  const isLast = index === tourSteps.length - 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is opened once for each step; one may look around.
  useEffect(() => {
    void navigate({ to });
    heading.current?.focus();
  }, [index]);
  useEffect(() => markEntry(to), [to]);
  const leave = (): void => update({ tourStep: null });
  const move = (by: 1 | -1): void => {
    const next = index + by;
    if (next === tourSteps.length) leave();
    else if (next >= 0) update({ tourStep: next });
  };
  const onKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') leave();
    else if (key === 'ArrowRight' && !isLast) move(1);
    else if (key === 'ArrowLeft') move(-1);
  };
  return (
    <section className={classes.card} aria-label={t('tour')} onKeyDown={onKey}>
      <div className={classes.head}>
        <span className={classes.place}>{t('place', { step: index + 1, count: tourSteps.length })}</span>
        <CloseButton size="sm" aria-label={t('leave')} title={t('leave')} onClick={leave} />
      </div>
      <h2 className={classes.title} ref={heading} tabIndex={-1}>
        {t(title)}
      </h2>
      <p className={classes.text}>{t(`${title}Text`)}</p>
      <div className={classes.buttons}>
        <Button variant="default" size="compact-md" disabled={index === 0} onClick={() => move(-1)}>
          {t('back')}
        </Button>
        <Button size="compact-md" onClick={() => move(1)}>
          {t(isLast ? 'finish' : 'next')}
        </Button>
        <span className={classes.keys}>{t('keys')}</span>
      </div>
    </section>
  );
}

/** Frames the page's entry in the navigation; the answer takes the frame away. */
function markEntry(to: string): () => void {
  const entry = document.querySelector(`#navigation a[href$="#${to}"]`);
  entry?.setAttribute('data-tour', '');
  entry?.scrollIntoView({ block: 'nearest' });
  return () => entry?.removeAttribute('data-tour');
}
