import { ModalTransition } from '@atlaskit/modal-dialog';
import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useState } from 'react';
import type { Company } from '../contract';

const CompanyDialog = lazy(() => import('./company-dialog'));

/** Answers when the dialog is gone, and the focus back where it was; undefined when no company was created. */
type AskForCompany = (name: string) => Promise<Company | undefined>;

interface Asked {
  name: string;
  onSaved: (company: Company) => void;
  onClosed: () => void;
}

const CreationContext = createContext<AskForCompany | undefined>(undefined);

/** Asks for all that a company of that name needs, wherever on the page it is being chosen. */
export function useAskForCompany(): AskForCompany {
  const ask = useContext(CreationContext);
  if (ask === undefined) throw new Error('There is no dialog for companies here.');
  return ask;
}

/** The dialog stands outside of the forms in which companies are chosen, so that what is pressed in it does nothing in them. */
export function CompanyCreation({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked>();
  const ask = useCallback<AskForCompany>(
    (name) =>
      new Promise((resolve) => {
        let created: Company | undefined;
        setAsked({
          name,
          onSaved: (company) => {
            created = company;
          },
          onClosed: () => resolve(created),
        });
      }),
    [],
  );
  return (
    <CreationContext.Provider value={ask}>
      {children}
      <ModalTransition>
        {asked !== undefined && (
          <Suspense fallback={null}>
            <CompanyDialog {...asked} onClose={() => setAsked(undefined)} />
          </Suspense>
        )}
      </ModalTransition>
    </CreationContext.Provider>
  );
}
