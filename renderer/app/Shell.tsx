import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { Check, Menu, Search } from 'lucide-react';
import { useState } from 'react';
import type { SettingsCondition } from '../../shared/ipc/host.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { useSettings, useUpdateSettings } from '../stores/services.tsx';
import { Banners } from './Banners.tsx';
import { KeyboardMap } from './KeyboardMap.tsx';
import { LockKeeper } from './LockKeeper.tsx';
import { openPalette, Palette } from './Palette.tsx';
import classes from './Shell.module.css';
import { Sidebar } from './Sidebar.tsx';
import { shellTexts } from './shellTexts.ts';
import { Tour } from './Tour.tsx';
import { useGlobalKeys } from './useGlobalKeys.ts';
import { useSavedText } from './useSavedText.ts';

/** Navigation beside the page; on narrow windows behind a menu button. */
export function Shell({ settingsCondition }: { readonly settingsCondition: SettingsCondition }) {
  const t = useTexts(shellTexts);
  const { navigationCollapsed } = useSettings();
  const update = useUpdateSettings();
  const isNarrow = useMediaQuery('(max-width: 899px)', false, { getInitialValueInEffect: false });
  const [menuOpen, setMenuOpen] = useState(false);
  const [mapOpen, setMapOpen] = useState(false);
  useGlobalKeys({ onKeyboardMap: () => setMapOpen(true) });
  const isCollapsed = isNarrow || navigationCollapsed;
  const closeMenu = () => setMenuOpen(false);
  return (
    <div className={classes.shell} data-collapsed={isCollapsed} data-menu={isCollapsed && menuOpen}>
      <button type="button" className={classes.skip} onClick={focusContent}>
        {t('skip')}
      </button>
      <Sidebar
        floating={isCollapsed}
        onHide={() => (isCollapsed ? closeMenu() : update({ navigationCollapsed: true }))}
        onPin={() => {
          closeMenu();
          update({ navigationCollapsed: false });
        }}
        onNavigate={closeMenu}
      />
      {isCollapsed && menuOpen ? (
        <button type="button" className={classes.veil} aria-label={t('closeMenu')} onClick={closeMenu} />
      ) : null}
      <div className={classes.main}>
        {isCollapsed ? <Topbar onMenu={() => setMenuOpen(true)} /> : null}
        <Banners settingsCondition={settingsCondition} />
        <main className={classes.content} id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Palette onKeyboardMap={() => setMapOpen(true)} />
      <LockKeeper />
      <Tour />
      <KeyboardMap opened={mapOpen} onClose={() => setMapOpen(false)} />
    </div>
  );
}

function Topbar({ onMenu }: { readonly onMenu: () => void }) {
  const t = useTexts(shellTexts);
  const saved = useSavedText();
  return (
    <div className={classes.topbar}>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Menu size={16} />}
        aria-controls="navigation"
        onClick={onMenu}
      >
        {t('menu')}
      </Button>
      <span className={classes.topbarName} />
      <span className={classes.topbarState} data-saved={saved.isSaved}>
        {saved.isSaved ? <Check size={12} aria-hidden="true" className={classes.factSaved} /> : null}
        {saved.text}
      </span>
      <Button variant="subtle" size="compact-sm" leftSection={<Search size={16} />} onClick={openPalette}>
        {t('find')}
      </Button>
    </div>
  );
}

function focusContent(): void {
  document.getElementById('content')?.focus();
}
