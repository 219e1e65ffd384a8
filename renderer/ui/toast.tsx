import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { CircleAlert, CircleCheck } from 'lucide-react';
import classes from './toast.module.css';

export interface ToastOptions {
  readonly message: string;
  /** A failure stays until it is closed. */
  readonly failed?: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** A short word on what just happened, with the way back. */
export function showToast({ message, failed = false, action }: ToastOptions): void {
  const id = `toast-${++count}`;
  // Only the last success can be taken back from here; a failure stays until it is read.
  if (!failed) {
    if (lastSuccess !== null) notifications.hide(lastSuccess);
    lastSuccess = id;
  }
  notifications.show({
    id,
    autoClose: failed ? false : 7000,
    withBorder: true,
    icon: failed ? <CircleAlert size={16} /> : <CircleCheck size={16} />,
    color: failed ? 'red' : 'green',
    role: failed ? 'alert' : 'status',
    message: (
      <div className={classes.toast}>
        <span className={classes.message}>{message}</span>
        {action === undefined ? null : (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              notifications.hide(id);
              action.run();
            }}
          >
            {action.label}
          </Button>
        )}
      </div>
    ),
  });
}

let count = 0;
let lastSuccess: string | null = null;
