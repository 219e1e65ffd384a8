import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';

/** A button that is an icon; its words are read out, and shown by a mouse that rests on it. */
export function Tool(props: {
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={props.label}
      title={props.label}
      disabled={props.disabled ?? false}
      onClick={props.onClick}
    >
      {props.children}
    </ActionIcon>
  );
}
