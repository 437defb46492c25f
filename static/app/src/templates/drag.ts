import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import {
  attachClosestEdge,
  type Edge,
  extractClosestEdge,
} from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Dragged, DropTarget } from './drop-place';

type Data = Record<string | symbol, unknown>;

/** Whether the item is being dragged, and at which of its edges another would be dropped. */
export interface DragState {
  dragging: boolean;
  edge: Edge | null;
  /** Something that goes into this item, not beside it, is over it. */
  over: boolean;
}

interface Item extends Dragged {
  /** The whole item: what others are dropped on, and what is seen while it is dragged. */
  element: RefObject<HTMLElement>;
  /** What the pointer takes hold of. */
  handle: RefObject<HTMLElement>;
}

const still: DragState = { dragging: false, edge: null, over: false };

/** Makes an item of the arrangement movable with the pointer. Fields are dropped beside fields or into sections. */
export function useDraggable({ kind, id, element, handle }: Item): DragState {
  const [state, setState] = useState(still);
  useEffect(() => {
    const item = element.current;
    const grip = handle.current;
    if (item === null || grip === null) return undefined;
    return combine(
      draggable({
        element: grip,
        getInitialData: () => ({ kind, id }),
        onGenerateDragPreview: ({ nativeSetDragImage }) => nativeSetDragImage?.(item, 16, 16),
        onDragStart: () => setState({ ...still, dragging: true }),
        onDrop: () => setState(still),
      }),
      dropTargetForElements({
        element: item,
        canDrop: ({ source }) => source.data.kind === 'field' || source.data.kind === kind,
        getData: ({ input }) =>
          attachClosestEdge({ kind, id }, { input, element: item, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self, source, location }) => {
          if (source.data.id === id) return;
          const innermost = location.current.dropTargets[0]?.element === item;
          const beside = source.data.kind === kind;
          const edge = beside && innermost ? extractClosestEdge(self.data) : null;
          setState({ dragging: false, edge, over: !beside && innermost });
        },
        onDragLeave: () => setState((known) => ({ ...known, edge: null, over: false })),
        onDrop: () => setState(still),
      }),
    );
  }, [kind, id, element, handle]);
  return state;
}

/** Tells what was dropped on what. */
export function useDrops(onDrop: (dragged: Dragged, target: DropTarget) => void): void {
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(
    () =>
      monitorForElements({
        onDrop: ({ source, location }) => {
          const dragged = draggedOf(source.data);
          if (dragged === undefined) return;
          const targets = location.current.dropTargets.map(({ data }) => data);
          const data = dragged.kind === 'field' ? targets[0] : targets.find(({ kind }) => kind === 'section');
          const target = data === undefined ? undefined : targetOf(data);
          if (target !== undefined) latest.current(dragged, target);
        },
      }),
    [],
  );
}

function draggedOf({ kind, id }: Data): Dragged | undefined {
  return (kind === 'field' || kind === 'section') && typeof id === 'string' ? { kind, id } : undefined;
}

function targetOf(data: Data): DropTarget | undefined {
  const item = draggedOf(data);
  const edge = extractClosestEdge(data);
  if (item === undefined) return undefined;
  return edge === 'top' || edge === 'bottom' ? { ...item, edge } : item;
}
