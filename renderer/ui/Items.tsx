import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './Items.module.css';

export interface ItemProps {
  readonly title: string;
  /** Where the title leads. */
  readonly to: string;
  /** What it is, whose it is: one line below the title. */
  readonly detail?: ReactNode;
  /** At the right: a date, a state. */
  readonly when?: ReactNode;
  /** Buttons, behind everything else. */
  readonly actions?: ReactNode;
  /** More of it, over the whole width. */
  readonly children?: ReactNode;
}

/** Records that a page names one below the other. */
export function Items({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <ul className={classes.items} aria-label={label}>
      {children}
    </ul>
  );
}

export function Item({ title, to, detail, when, actions, children }: ItemProps) {
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <div className={classes.what}>
          <Link to={to} className={classes.title}>
            {title}
          </Link>
          {detail === undefined ? null : <div className={classes.detail}>{detail}</div>}
        </div>
        {when === undefined ? null : <div className={classes.when}>{when}</div>}
        {actions === undefined ? null : <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </li>
  );
}
