import type { ReactNode } from 'react';
import { openContact } from '../bridge/calls';
import layout from '../ui/layout.module.css';

interface Props {
  id: string;
  onOpen: (opening: () => Promise<void>) => void;
  children: ReactNode;
}

/** A way to a contact on the contacts page. */
export function ContactLink({ id, onOpen, children }: Props) {
  return (
    <button type="button" className={layout.link} onClick={() => onOpen(() => openContact(id))}>
      {children}
    </button>
  );
}
