import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import classes from './Page.module.css';

export interface PageProps {
  readonly title: string;
  /** One or two sentences under the title. */
  readonly lead?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** Pages that belong together with this one, above its title. */
  readonly tabs?: ReactNode;
  /** Text pages keep a readable width; tables use all of it. */
  readonly width?: 'column' | 'full';
  /** The body is a paper with a heading of its own: printed without the page's title. */
  readonly isPaper?: boolean;
  readonly children: ReactNode;
}

/** A page of the shell: its title stands still, its body scrolls. */
export function Page({ title, lead, actions, tabs, width = 'full', isPaper = false, children }: PageProps) {
  return (
    <div className={classes.page}>
      {tabs}
      <header className={classes.header} data-paper={isPaper}>
        <div className={classes.titles}>
          <h1 className={classes.title}>{title}</h1>
          {lead === undefined ? null : <p className={classes.lead}>{lead}</p>}
        </div>
        {actions === undefined ? null : <div className={classes.actions}>{actions}</div>}
      </header>
      <div className={classes.body}>
        <div className={cx(width === 'column' && classes.column)}>{children}</div>
      </div>
    </div>
  );
}

export interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page under a hairline. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.sectionHeader}>
        <h2 className={classes.sectionTitle}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
