import { useState } from 'react';

/** Opens something outside the page; `refused` after the site or the person said no. */
export function useOpener(): { open: (opening: () => Promise<void>) => void; refused: boolean } {
  const [refused, setRefused] = useState(false);
  return {
    refused,
    open: (opening) => {
      setRefused(false);
      opening().catch(() => setRefused(true));
    },
  };
}
