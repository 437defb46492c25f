import { lazy, Suspense } from 'react';
import type { Contact, TemplateField } from '../contract';
import fieldStyles from '../fields/fields.module.css';
import { t } from '../texts/t';
import type { CompanyChoice } from './company-choice';
import { useContactEditing } from './contact-editing';
import { emailProblemText, nameProblemText } from './contact-problems';
import { InlineValue } from './inline-value';
import { PlaceLink } from './navigation';
import { TemplateValueRow } from './template-value-row';
import { TextValueRow } from './text-value-row';
import { useBase } from './use-base';
import { ValueRow } from './value-row';

const CompanyPicker = lazy(() => import('./company-picker').then((module) => ({ default: module.CompanyPicker })));

export function NameValue() {
  const { contact, mayEdit, change } = useContactEditing();
  const label = t('shared.name');
  return (
    <TextValueRow<Contact>
      label={label}
      record={contact}
      textOf={({ name }) => name}
      mayEdit={mayEdit && contact.locked !== true}
      problemOf={nameProblemText}
      save={(name, base) => change({ base, changes: { name }, label })}
    />
  );
}

export function EmailValue() {
  const { contact, mayEdit, change } = useContactEditing();
  const label = t('shared.email');
  return (
    <TextValueRow<Contact>
      label={label}
      record={contact}
      textOf={({ email }) => email ?? ''}
      none={t('shared.noEmail')}
      isEmail
      mayEdit={mayEdit && contact.locked !== true}
      problemOf={emailProblemText}
      save={(email, base) => change({ base, changes: { email: email === '' ? null : email }, label })}
    />
  );
}

export function CompanyValue() {
  const { contact, mayEdit, change } = useContactEditing();
  const { base, begin } = useBase(contact);
  const label = t('shared.company');
  const { companyId } = contact;
  return (
    <ValueRow label={label}>
      <InlineValue<CompanyChoice | null>
        label={label}
        shown={
          companyId === undefined ? undefined : (
            <PlaceLink to={{ page: 'company', id: companyId }}>
              <bdi>{contact.companyName ?? companyId}</bdi>
            </PlaceLink>
          )
        }
        none={t('shared.noCompany')}
        withLink
        mayEdit={mayEdit}
        start={() => {
          const { companyId: id, companyName } = begin();
          return id === undefined ? null : { value: id, label: companyName ?? id };
        }}
        problemOf={() => undefined}
        save={(draft) =>
          change({ base: base(), changes: { companyId: draft?.value ?? null }, label, companyName: draft?.label })
        }
        control={({ id, draft, onChoose, ariaLabel }) => (
          <Suspense fallback={<div className={fieldStyles.placeholder} />}>
            <CompanyPicker inputId={id} ariaLabel={ariaLabel} value={draft} onChange={onChoose} mayCreate autoFocus />
          </Suspense>
        )}
      />
    </ValueRow>
  );
}

export function ContactFieldValue({ field }: { field: TemplateField }) {
  const { contact, mayEdit, change } = useContactEditing();
  return (
    <TemplateValueRow<Contact>
      field={field}
      record={contact}
      mayEdit={mayEdit}
      save={(value, base) => change({ base, changes: { fields: { [field.id]: value } }, label: field.label })}
    />
  );
}
