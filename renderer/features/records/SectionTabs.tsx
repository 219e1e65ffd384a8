import { Link } from '@tanstack/react-router';
import { definitionOf } from '../../../shared/records/registry.ts';
import { useLabel } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import classes from './Records.module.css';
import { sectionOf } from './recordSections.ts';

/** The lists that belong together with this one; nothing where it stands alone. */
export function SectionTabs({ type }: { readonly type: string }) {
  const label = useLabel();
  const section = sectionOf(type);
  if (section === null) return null;
  return (
    <nav className={classes.tabs} aria-label={label(section.label)}>
      {section.types.map((member) => (
        <Link
          key={member}
          className={classes.tab}
          to={paths.records(member)}
          {...(member === type ? { 'aria-current': 'page' as const } : {})}
        >
          {label(definitionOf(member).label.many)}
        </Link>
      ))}
    </nav>
  );
}
