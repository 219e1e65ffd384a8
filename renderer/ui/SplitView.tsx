import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { cx } from './cx.ts';
import classes from './SplitView.module.css';

export interface SplitViewProps {
  readonly first: ReactNode;
  /** Null leaves all the room to the first. */
  readonly second: ReactNode | null;
  /** Share of the width that the first part has, between `min` and `max`. */
  readonly share: number;
  readonly min: number;
  readonly max: number;
  readonly handleLabel: string;
  readonly onShare: (share: number) => void;
}

const keyStep = 0.03;
const leastForBoth = 720;

/** Two parts side by side; the line between them is moved with the mouse or the arrow keys. */
export function SplitView(props: SplitViewProps) {
  const { first, second, share, min, max, handleLabel, onShare } = props;
  const root = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width } = useElementSize<HTMLDivElement>();
  // Where there is no room for both, the second covers the first.
  const cover = width > 0 && width < leastForBoth;
  const [dragged, setDragged] = useState<number | null>(null);
  const clamp = (value: number): number => Math.min(max, Math.max(min, value));
  const current = dragged ?? clamp(share);
  const shareAt = (event: PointerEvent): number => {
    const box = root.current?.getBoundingClientRect();
    return box === undefined ? current : clamp((event.clientX - box.left) / box.width);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowLeft' ? -keyStep : event.key === 'ArrowRight' ? keyStep : 0;
    if (step === 0) return;
    event.preventDefault();
    onShare(clamp(current + step));
  };
  return (
    <div
      ref={useMergedRef(root, sizeRef)}
      className={cx(classes.split, cover && second !== null && classes.cover)}
    >
      <div className={classes.first}>{first}</div>
      {second === null ? null : (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved. */}
          <div
            role="separator"
            className={classes.handle}
            tabIndex={0}
            aria-label={handleLabel}
            aria-orientation="vertical"
            aria-valuemin={Math.round(min * 100)}
            aria-valuemax={Math.round(max * 100)}
            aria-valuenow={Math.round(current * 100)}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              setDragged(current);
            }}
            onPointerMove={(event) => {
              if (dragged !== null) setDragged(shareAt(event));
            }}
            onPointerUp={(event) => {
              if (dragged === null) return;
              setDragged(null);
              onShare(shareAt(event));
            }}
          />
          <div className={classes.second} style={cover ? {} : { flex: `0 0 ${(1 - current) * 100}%` }}>
            {second}
          </div>
        </>
      )}
    </div>
  );
}
