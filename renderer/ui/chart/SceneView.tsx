import { type KeyboardEvent, useRef, useState } from 'react';
import classes from './Chart.module.css';
import type { Scene, SceneMark, SceneTarget } from './scene.ts';

export interface SceneViewProps {
  readonly scene: Scene;
  /** What the drawing is called. */
  readonly label: string;
  /** What a number says and what opens with it. */
  readonly describe: (target: SceneTarget) => string;
  /** Undefined where nothing stands behind the number. */
  readonly opener: (target: SceneTarget) => (() => void) | undefined;
}

/**
 * A scene on the screen. All its numbers are one stop of the Tab key; the arrow keys go from one to the next, so that
 * a page of many charts can be walked through.
 */
export function SceneView({ scene, label, describe, opener }: SceneViewProps) {
  const { width, height, marks, targets } = scene;
  const [current, setCurrent] = useState(0);
  const group = useRef<SVGGElement>(null);
  const move = (event: KeyboardEvent): void => {
    const next = nextTarget(event.key, Math.min(current, targets.length - 1), targets.length);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    const element = group.current?.children[next];
    if (element instanceof SVGElement) element.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: HTML's groups do not exist for a drawing
    <svg
      className={classes.scene}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={label}
      preserveAspectRatio="xMinYMid"
    >
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing of the drawing can have the focus */}
      <g aria-hidden="true">
        {marks.map((mark, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: marks have no identity, and are drawn anew as a whole
          <Mark key={index} mark={mark} />
        ))}
      </g>
      <g ref={group}>
        {targets.map((target, index) => (
          <Target
            key={`${target.series} ${target.category}`}
            target={target}
            label={describe(target)}
            tabIndex={index === Math.min(current, targets.length - 1) ? 0 : -1}
            onFocus={() => setCurrent(index)}
            onArrow={move}
            onOpen={opener(target)}
          />
        ))}
      </g>
    </svg>
  );
}

/** Where an arrow key leads among so many; null for other keys. */
export function nextTarget(key: string, current: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(count - 1, current + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, current - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

interface TargetProps {
  readonly target: SceneTarget;
  readonly label: string;
  readonly tabIndex: number;
  readonly onFocus: () => void;
  readonly onArrow: (event: KeyboardEvent) => void;
  readonly onOpen: (() => void) | undefined;
}

function Target({ target, label, tabIndex, onFocus, onArrow, onOpen }: TargetProps) {
  const { x, y, width, height } = target;
  return (
    // biome-ignore lint/a11y/useSemanticElements: HTML's buttons do not exist within a drawing
    <rect
      className={classes.target}
      {...{ x, y, width, height, rx: 2 }}
      role="button"
      aria-label={label}
      aria-disabled={onOpen === undefined}
      tabIndex={tabIndex}
      onFocus={onFocus}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return onArrow(event);
        event.preventDefault();
        onOpen?.();
      }}
    >
      <title>{label}</title>
    </rect>
  );
}

function Mark({ mark }: { readonly mark: SceneMark }) {
  switch (mark.kind) {
    case 'rect': {
      const { x, y, width, height, fill, stroke } = mark;
      return <rect {...{ x, y, width, height }} data-fill={fill ?? 'none'} data-stroke={stroke} />;
    }
    case 'line':
      return (
        <polyline
          points={mark.points.map((point) => point.join(',')).join(' ')}
          data-fill="none"
          data-stroke={mark.stroke}
          strokeWidth={mark.width ?? 1}
          strokeDasharray={mark.dash?.join(' ')}
        />
      );
    case 'path':
      return (
        <path
          d={mark.d}
          data-fill={mark.fill ?? 'none'}
          data-stroke={mark.stroke}
          strokeWidth={mark.strokeWidth ?? 1}
        />
      );
    case 'text':
      return (
        <text
          x={mark.x}
          y={mark.y}
          textAnchor={mark.anchor ?? 'start'}
          fontSize={mark.size ?? 12}
          fontWeight={mark.bold === true ? 600 : 400}
          data-fill={mark.paint}
          data-halo={mark.halo === true}
        >
          {mark.text}
        </text>
      );
    case 'group':
      return (
        <g transform={`translate(${mark.x} ${mark.y})`}>
          {mark.marks.map((inner, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Mark key={index} mark={inner} />
          ))}
        </g>
      );
  }
}
