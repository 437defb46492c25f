import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useCursorPages } from '../state/use-cursor-pages';
import { typingPause, useDebounced } from '../state/use-debounced';
import { useMyRights } from '../state/use-my-rights';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Loading } from '../ui/page-states';
import { CompanyCreation } from './company-creation';
import { CompanyList } from './company-list';
import { CompanyPage } from './company-page';
import { ContactList } from './contact-list';
import { ContactPage } from './contact-page';
import { NavigationProvider, PlaceHeading, PlaceLink, useNavigation } from './navigation';
import { RightsGate } from './rights-gate';
import { RightsNote } from './rights-note';
import { Sections } from './sections';
import { TemplatesPage } from './templates-page';
import { useContactList } from './use-contact-list';

const ContactDialog = lazy(() => import('./contact-dialog'));
const CompanyDialog = lazy(() => import('./company-dialog'));
const OrganizationsPage = lazy(() => import('../organizations/organizations-page'));

/** The account manager's page: contacts and companies. */
export default function ContactsApp() {
  return (
    <main className={layout.page} aria-label={t('contacts.title')}>
      <RightsGate>
        <NavigationProvider waiting={<Loading lines={8} />}>
          <CompanyCreation>
            <Places />
          </CompanyCreation>
        </NavigationProvider>
      </RightsGate>
    </main>
  );
}

/** The filters live here, so that coming back to a list finds it as it was left. */
function Places() {
  const { route, go } = useNavigation();
  const contactList = useContactList();
  const [companySearch, setCompanySearch] = useState('');
  const companyListed = useDebounced(companySearch.trim(), typingPause);
  const companyPages = useCursorPages(companyListed);
  const { see, edit } = useMyRights();

  if (!see || route.page === 'templates') return <TemplatesPage />;
  switch (route.page) {
    case 'contact':
      return <ContactPage key={route.id} id={route.id} />;
    case 'company':
      return <CompanyPage key={route.id} id={route.id} />;
    case 'companies':
      return (
        <Overview
          key="companies"
          title={t('contacts.companies')}
          create={t('contacts.company.create')}
          dialog={(close) => <CompanyDialog onClose={close} onSaved={({ id }) => go({ page: 'company', id })} />}
        >
          <CompanyList
            search={companySearch}
            onSearch={setCompanySearch}
            settled={companyListed}
            pages={companyPages}
          />
          {edit && <PlaceLink to={{ page: 'organizations' }}>{t('organizations.heading')}</PlaceLink>}
        </Overview>
      );
    case 'organizations':
      return (
        <Suspense fallback={<Loading lines={8} />}>
          <OrganizationsPage />
        </Suspense>
      );
    case 'contacts':
      return (
        <Overview
          key="contacts"
          title={t('contacts.title')}
          create={t('contacts.create')}
          dialog={(close) => <ContactDialog onClose={close} />}
        >
          <ContactList {...contactList} />
        </Overview>
      );
  }
}

interface OverviewProps {
  title: string;
  create: string;
  dialog: (close: () => void) => ReactNode;
  children: ReactNode;
}

function Overview({ title, create, dialog, children }: OverviewProps) {
  const { edit } = useMyRights();
  const [creating, setCreating] = useState(false);
  return (
    <>
      <header className={layout.header}>
        <div className={layout.headerText}>
          <PlaceHeading>{title}</PlaceHeading>
          <RightsNote />
        </div>
        {edit && (
          <Button appearance="primary" onClick={() => setCreating(true)}>
            {create}
          </Button>
        )}
      </header>
      <Sections />
      {children}
      <ModalTransition>
        {creating && <Suspense fallback={null}>{dialog(() => setCreating(false))}</Suspense>}
      </ModalTransition>
    </>
  );
}
