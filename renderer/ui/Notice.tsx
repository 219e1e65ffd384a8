import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './Notice.module.css';

/** Colour stands only for these, and always beside an icon and words. */
export type NoticeState = 'info' | 'ok' | 'warn' | 'bad';

const iconByState = { info: Info, ok: CircleCheck, warn: TriangleAlert, bad: CircleAlert } as const;

export interface NoticeProps {
  readonly state: NoticeState;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** `alert` is read out at once, `status` when there is a pause; default none. */
  readonly role?: 'alert' | 'status';
}

/** A sentence that a person should see, with what to do about it. */
export function Notice({ state, children, actions, role }: NoticeProps) {
  const Icon = iconByState[state];
  return (
    <div className={classes.notice} data-state={state} role={role}>
      <span className={classes.icon} data-state={state}>
        <Icon size={16} aria-hidden="true" />
      </span>
      <div className={classes.text}>{children}</div>
      {actions === undefined ? null : <div className={classes.actions}>{actions}</div>}
    </div>
  );
}

/** A state within a line: icon and word in the state's colour. */
export function StateMark({
  state,
  children,
}: {
  readonly state: NoticeState;
  readonly children: ReactNode;
}) {
  const Icon = iconByState[state];
  return (
    <span className={classes.mark} data-state={state}>
      <Icon size={14} aria-hidden="true" />
      {children}
    </span>
  );
}
