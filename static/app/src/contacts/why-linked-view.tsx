import type { Contact } from '../contract';
import { useFormats } from '../page-provider';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import styles from './contact-page.module.css';
import { type LinkReason, whyLinked } from './why-linked';

/** Answers the question why these accounts belong to this contact, on demand. */
export function WhyLinked({ contact }: { contact: Contact }) {
  const formats = useFormats();
  const before = contact.nameBeforeSync !== undefined || contact.emailBeforeSync !== undefined;
  return (
    <details className={styles.why}>
      <summary>{t('contacts.why.question')}</summary>
      <div className={`${layout.stack} ${layout.tight}`}>
        <ul className={styles.reasons}>
          {whyLinked(contact).map((reason) => (
            <li key={reason.user.accountId} dir="auto">
              {reasonText(reason)}{' '}
              <time
                className={layout.small}
                dateTime={reason.user.linkedAt}
                title={formats.dateTime(reason.user.linkedAt)}
              >
                {t('contacts.why.since', { date: formats.date(reason.user.linkedAt) })}
              </time>
            </li>
          ))}
          {before && <li>{t('contacts.why.wasThere')}</li>}
        </ul>
        <p className={layout.small}>{t('contacts.why.rule')}</p>
      </div>
    </details>
  );
}

function reasonText(reason: LinkReason): string {
  const { name } = reason.user;
  switch (reason.why) {
    case 'same-email':
      return t('contacts.why.sameEmail', { name, email: reason.email });
    case 'other-email':
      return reason.locked
        ? t('contacts.why.emailTaken', { name, email: reason.email })
        : t('contacts.why.otherEmail', { name, email: reason.email });
    case 'no-email':
      return reason.alone ? t('contacts.why.noEmail', { name }) : t('contacts.why.emailNotKnown', { name });
  }
}
