import Textfield from '@atlaskit/textfield';
import { lazy, type ReactNode, Suspense, useRef } from 'react';
import type { Contact, TemplateField } from '../contract';
import { FieldControl } from '../fields/field-control';
import { draftOfValue, type FieldDraft, fieldProblem, sameValue, valueOfDraft } from '../fields/field-draft';
import { labelsOf, problemText } from '../fields/field-text';
import { FieldView } from '../fields/field-view';
import fieldStyles from '../fields/fields.module.css';
import { t } from '../texts/t';
import type { ContactChanges } from './contact-changes';
import { useContactEditing } from './contact-editing';
import styles from './contact-page.module.css';
import { emailProblemText, nameProblemText } from './contact-problems';
import { InlineValue } from './inline-value';
import { PlaceLink } from './navigation';

const CompanyPicker = lazy(() => import('./company-picker').then((module) => ({ default: module.CompanyPicker })));

function Row({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? styles.wide : undefined}>
      <dt className={styles.term}>
        <bdi>{label}</bdi>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Remembers the contact as it was when editing began. */
function useBase(): { base: () => Contact; begin: () => Contact } {
  const { contact } = useContactEditing();
  const base = useRef(contact);
  return {
    base: () => base.current,
    begin: () => {
      base.current = contact;
      return contact;
    },
  };
}

export function NameValue() {
  const { contact, mayEdit, change } = useContactEditing();
  const { base, begin } = useBase();
  const label = t('shared.name');
  return (
    <Row label={label}>
      <InlineValue<string>
        label={label}
        shown={<bdi>{contact.name}</bdi>}
        mayEdit={mayEdit && contact.locked !== true}
        start={() => begin().name}
        problemOf={nameProblemText}
        save={(draft) => change({ base: base(), changes: { name: draft.trim() }, label })}
        control={({ id, draft, onChange, invalid, describedBy, ariaLabel }) => (
          <Textfield
            id={id}
            autoFocus
            dir="auto"
            autoComplete="off"
            value={draft}
            isInvalid={invalid}
            aria-label={ariaLabel}
            aria-describedby={describedBy}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
      />
    </Row>
  );
}

export function EmailValue() {
  const { contact, mayEdit, change } = useContactEditing();
  const { base, begin } = useBase();
  const label = t('shared.email');
  return (
    <Row label={label}>
      <InlineValue<string>
        label={label}
        shown={contact.email === undefined ? undefined : <bdi>{contact.email}</bdi>}
        none={t('shared.noEmail')}
        mayEdit={mayEdit && contact.locked !== true}
        start={() => begin().email ?? ''}
        problemOf={emailProblemText}
        save={(draft) => {
          const email = draft.trim();
          return change({ base: base(), changes: { email: email === '' ? null : email }, label });
        }}
        control={({ id, draft, onChange, invalid, describedBy, ariaLabel }) => (
          <Textfield
            id={id}
            autoFocus
            type="email"
            dir="ltr"
            autoComplete="off"
            value={draft}
            isInvalid={invalid}
            aria-label={ariaLabel}
            aria-describedby={describedBy}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
      />
    </Row>
  );
}

interface Company {
  value: string;
  label: string;
}

export function CompanyValue() {
  const { contact, mayEdit, change } = useContactEditing();
  const { base, begin } = useBase();
  const label = t('shared.company');
  const { companyId } = contact;
  return (
    <Row label={label}>
      <InlineValue<Company | null>
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
    </Row>
  );
}

/** A field of the template. */
export function TemplateValue({ field }: { field: TemplateField }) {
  const { contact, mayEdit, change } = useContactEditing();
  const { base, begin } = useBase();
  const value = contact.fields[field.id];
  const isShown = value !== undefined && (!hasOptions(field) || labelsOf(field, [value].flat().map(String)).length > 0);
  const save = (draft: FieldDraft) => {
    const wanted = valueOfDraft(field, draft);
    const changes: ContactChanges = sameValue(wanted, base().fields[field.id])
      ? {}
      : { fields: { [field.id]: wanted } };
    return change({ base: base(), changes, label: field.label });
  };
  const problemOf = (draft: FieldDraft) => {
    const problem = fieldProblem(field, draft);
    return problem === undefined ? undefined : problemText(field, problem);
  };
  return (
    <Row label={field.label} wide={field.kind === 'long-text'}>
      <InlineValue<FieldDraft>
        label={field.label}
        shown={isShown ? <FieldView field={field} value={value} /> : undefined}
        withLink={field.kind === 'link'}
        manyLines={field.kind === 'long-text'}
        mayEdit={mayEdit}
        help={field.help}
        start={() => draftOfValue(field, begin().fields[field.id])}
        problemOf={problemOf}
        save={save}
        control={({ id, draft, onChange, onChoose, invalid, describedBy, ariaLabel }) => (
          <FieldControl
            field={field}
            id={id}
            draft={draft}
            onChange={field.kind === 'choice' || field.kind === 'yes-no' ? onChoose : onChange}
            invalid={invalid}
            describedBy={describedBy}
            ariaLabel={ariaLabel}
            autoFocus
          />
        )}
      />
    </Row>
  );
}

/** Options that are no longer in the template are not shown. */
function hasOptions({ kind }: TemplateField): boolean {
  return kind === 'choice' || kind === 'choices';
}
