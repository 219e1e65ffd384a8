import type { ReactNode } from 'react';
import classes from './NumberButton.module.css';

export interface NumberButtonProps {
  /** What the number says and what opens: read out instead of the bare number. */
  readonly label: string;
  /** Undefined where nothing stands behind it: then it is no button. */
  readonly onClick: (() => void) | undefined;
  readonly children: ReactNode;
}

/** A number in a table that opens what it was counted from. */
export function NumberButton({ label, onClick, children }: NumberButtonProps) {
  if (onClick === undefined) return <span className={classes.plain}>{children}</span>;
  return (
    <button type="button" className={classes.button} aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}
