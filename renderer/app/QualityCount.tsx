import { countBySeverity } from '../../shared/reports/quality/qualityItems.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { useQuality } from '../stores/useQuality.ts';
import { cx } from '../ui/cx.ts';
import classes from './Shell.module.css';
import { shellTexts } from './shellTexts.ts';

/** How much is to be mended, notes left out; nothing for none. */
export function QualityCount() {
  const t = useTexts(shellTexts);
  const format = useFormat();
  const { error, warning } = countBySeverity(useQuality());
  const count = error + warning;
  if (count === 0) return null;
  return (
    <span
      className={cx(classes.count, classes.quiet)}
      data-bad={error > 0}
      role="img"
      aria-label={t('toMend', { count })}
    >
      {format.number(count)}
    </span>
  );
}
