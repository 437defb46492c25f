import { useMyRights } from '../state/use-my-rights';
import { t } from '../texts/t';
import tabs from '../ui/place-tabs.module.css';
import { PlaceLink, useNavigation } from './navigation';

/** The ways to the lists, and to the templates for those who may arrange them. */
export function Sections() {
  const { route } = useNavigation();
  const { see, configure } = useMyRights();
  return (
    <nav className={tabs.tabs} aria-label={t('contacts.sections')}>
      {see && (
        <>
          <PlaceLink to={{ page: 'contacts' }} className={tabs.tab} current={route.page === 'contacts'}>
            {t('contacts.title')}
          </PlaceLink>
          <PlaceLink to={{ page: 'companies' }} className={tabs.tab} current={route.page === 'companies'}>
            {t('contacts.companies')}
          </PlaceLink>
        </>
      )}
      {configure && (
        <PlaceLink to={{ page: 'templates' }} className={tabs.tab} current={route.page === 'templates'}>
          {t('templates.heading')}
        </PlaceLink>
      )}
    </nav>
  );
}
