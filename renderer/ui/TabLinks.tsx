import { Link } from '@tanstack/react-router';
import type { Label } from '../../shared/core/language.ts';
import { useLabel } from '../i18n/useTexts.ts';
import classes from './TabLinks.module.css';

export interface TabLinksProps {
  readonly label: Label;
  readonly tabs: readonly { readonly to: string; readonly label: Label }[];
  /** The address of the tab that is shown. */
  readonly current: string;
}

/** Pages that belong together, as tabs with addresses of their own. */
export function TabLinks({ label: name, tabs, current }: TabLinksProps) {
  const label = useLabel();
  return (
    <nav className={classes.tabs} aria-label={label(name)}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          className={classes.tab}
          to={tab.to}
          // The address of one tab may begin with that of another.
          activeOptions={{ exact: true }}
          {...(tab.to === current ? { 'aria-current': 'page' as const } : {})}
        >
          {label(tab.label)}
        </Link>
      ))}
    </nav>
  );
}
