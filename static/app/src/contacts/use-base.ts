import { useRef } from 'react';

/** Remembers a record as it was when editing began. */
export function useBase<R>(record: R): { base: () => R; begin: () => R } {
  const base = useRef(record);
  return {
    base: () => base.current,
    begin: () => {
      base.current = record;
      return record;
    },
  };
}
