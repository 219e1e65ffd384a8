import { ActionIcon } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { PanelLeft, X } from 'lucide-react';
import { useLabel, useTexts } from '../i18n/useTexts.ts';
import { paths } from '../stores/paths.ts';
import { NavigationIcon } from './NavigationIcon.tsx';
import { type NavigationEntry, navigationGroups, settingsEntry } from './navigation.ts';
import { OpenConflictCount } from './OpenConflictCount.tsx';
import { QualityCount } from './QualityCount.tsx';
import classes from './Shell.module.css';
import { StateFacts } from './StateFacts.tsx';
import { shellTexts } from './shellTexts.ts';
import { useWorkspaceName } from './useWorkspaceName.ts';

export interface SidebarProps {
  /** Lies over the page instead of beside it. */
  readonly floating: boolean;
  readonly onHide: () => void;
  readonly onPin: () => void;
  readonly onNavigate: () => void;
}

export function Sidebar({ floating, onHide, onPin, onNavigate }: SidebarProps) {
  const t = useTexts(shellTexts);
  const label = useLabel();
  const place = useWorkspaceName();
  return (
    <aside className={classes.sidebar} id="navigation">
      <div className={classes.brand}>
        <span className={classes.brandName}>
          {t('product')}
          <span className={classes.brandPlace} title={place}>
            {place}
          </span>
        </span>
        {floating ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('showMenu')}
            title={t('showMenu')}
            onClick={onPin}
          >
            <PanelLeft size={16} />
          </ActionIcon>
        ) : null}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={floating ? t('closeMenu') : t('hideMenu')}
          title={floating ? t('closeMenu') : t('hideMenu')}
          onClick={onHide}
        >
          {floating ? <X size={16} /> : <PanelLeft size={16} />}
        </ActionIcon>
      </div>
      <nav className={classes.nav} aria-label={t('navigation')}>
        {navigationGroups.map((group) => (
          <section key={group.key} aria-label={group.label === null ? undefined : label(group.label)}>
            {group.label === null ? null : <p className={classes.groupLabel}>{label(group.label)}</p>}
            <ul className={classes.list}>
              {group.entries.map((entry) => (
                <li key={entry.to}>
                  <NavigationLink entry={entry} onNavigate={onNavigate} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <div className={classes.foot}>
        <StateFacts />
        <NavigationLink entry={settingsEntry} onNavigate={onNavigate} />
      </div>
    </aside>
  );
}

function NavigationLink({
  entry,
  onNavigate,
}: {
  readonly entry: NavigationEntry;
  readonly onNavigate: () => void;
}) {
  const label = useLabel();
  const { pathname } = useLocation();
  const isInside = entry.also?.some((path) => pathname === path || pathname.startsWith(`${path}/`)) === true;
  return (
    <Link
      className={classes.link}
      to={entry.to}
      activeOptions={{ exact: entry.to === paths.home }}
      activeProps={{ 'aria-current': 'page' }}
      onClick={onNavigate}
      {...(isInside ? { 'aria-current': 'page' as const } : {})}
    >
      <NavigationIcon icon={entry.icon} />
      {label(entry.label)}
      {entry.to === paths.conflicts ? <OpenConflictCount /> : null}
      {entry.to === paths.quality ? <QualityCount /> : null}
    </Link>
  );
}
