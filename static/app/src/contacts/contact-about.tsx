import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import { useFormats } from '../page-provider';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { useContactEditing } from './contact-editing';
import styles from './contact-page.module.css';
import { CompanyValue, EmailValue, NameValue } from './contact-values';

/** What every contact has, whatever the template. */
export function ContactAbout({ mayDelete }: { mayDelete: boolean }) {
  const { contact, mayEdit } = useContactEditing();
  const formats = useFormats();
  const headingId = useId();
  const moment = (at: string) => (
    <time dateTime={at} title={formats.dateTime(at)}>
      {formats.date(at)}
    </time>
  );
  return (
    <section className={layout.card} aria-labelledby={headingId}>
      <div className={layout.stack}>
        <h2 className={layout.h2} id={headingId}>
          {t('contacts.contact')}
        </h2>
        <dl className={styles.values}>
          <NameValue />
          <EmailValue />
          <CompanyValue />
          {!contact.synced && <BeforeSync part="name" value={contact.nameBeforeSync} />}
          {!contact.synced && <BeforeSync part="email" value={contact.emailBeforeSync} />}
          <div>
            <dt className={styles.term}>{t('contacts.created')}</dt>
            <dd className={styles.fact}>{moment(contact.createdAt)}</dd>
          </div>
          <div>
            <dt className={styles.term}>{t('contacts.updated')}</dt>
            <dd className={styles.fact}>{moment(contact.updatedAt)}</dd>
          </div>
        </dl>
        {!contact.synced && <p className={layout.small}>{t('contacts.synced.regular')}</p>}
        {contact.locked === true && mayEdit && <p className={layout.small}>{t('contacts.form.lockedNow')}</p>}
        {contact.synced && mayDelete && <p className={layout.small}>{t('contacts.deleteLocked')}</p>}
      </div>
    </section>
  );
}

/** What a person had written before sync replaced it; with sync off, it can come back. */
function BeforeSync({ part, value }: { part: 'name' | 'email'; value: string | undefined }) {
  const { contact, mayEdit, change } = useContactEditing();
  const [restoring, setRestoring] = useState(false);
  const [problem, setProblem] = useState<string>();
  if (value === undefined) return null;

  const restore = async () => {
    setRestoring(true);
    setProblem(await change({ base: contact, changes: { [part]: value }, label: t(`shared.${part}`) }));
    setRestoring(false);
  };
  return (
    <div>
      <dt className={styles.term}>{t(`contacts.before.${part}`)}</dt>
      <dd className={`${styles.fact} ${styles.past}`}>
        <bdi>{value}</bdi>
        {mayEdit && (
          <Button spacing="compact" onClick={() => void restore()} isLoading={restoring}>
            {t(`contacts.before.restore.${part}`)}
          </Button>
        )}
        {problem !== undefined && (
          <Notice look="error" announced>
            {problem}
          </Notice>
        )}
      </dd>
    </div>
  );
}
