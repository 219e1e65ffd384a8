import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  /** What belongs here. */
  readonly title: string;
  /** How to begin. */
  readonly text: ReactNode;
  readonly actions?: ReactNode;
}

export function EmptyState({ icon, title, text, actions }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      {icon === undefined ? null : (
        <div className={classes.icon} aria-hidden="true">
          {icon}
        </div>
      )}
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>{text}</p>
      {actions === undefined ? null : <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
