import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { failureOf } from '../bridge/call-error';
import { issue as calls } from '../bridge/calls';
import { limits } from '../contract';
import { FieldRow } from '../fields/field-row';
import { emailProblem, nameProblem } from '../rules';
import { savingFailed } from '../texts/errors';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';

interface Props {
  /** As far as something is known already. */
  about: { name: string; email?: string };
  linking: boolean;
  onCreated: (contactId: string) => void;
  onCancel: () => void;
}

/** A contact with the least there is to say about it, made for this issue. Created once, however often linking it is tried. */
export default function CreateContact({ about, linking, onCreated, onCancel }: Props) {
  const [name, setName] = useState(about.name);
  const [email, setEmail] = useState(about.email ?? '');
  const [tried, setTried] = useState(false);
  const create = useMutation({ mutationFn: calls.createContactForIssue, onSuccess: ({ id }) => onCreated(id) });
  const wrongName = nameProblem(name) !== undefined;
  const wrongEmail = emailProblem(email) !== undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrongName || wrongEmail || create.isPending || linking) return;
    if (create.data !== undefined) return onCreated(create.data.id);
    const typed = email.trim();
    create.mutate({ contact: typed === '' ? { name: name.trim() } : { name: name.trim(), email: typed } });
  };

  return (
    <form
      className={`${layout.stack} ${layout.tight}`}
      onSubmit={submit}
      noValidate
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <FieldRow label={t('shared.name')} problem={tried && wrongName ? t('contacts.form.nameBlank') : undefined}>
        {({ id, describedBy }) => (
          <Textfield
            id={id}
            isCompact
            autoFocus
            dir="auto"
            value={name}
            maxLength={limits.nameLength}
            isInvalid={tried && wrongName}
            aria-describedby={describedBy}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </FieldRow>
      <FieldRow label={t('issue.email')} problem={tried && wrongEmail ? t('fields.problem.email') : undefined}>
        {({ id, describedBy }) => (
          <Textfield
            id={id}
            isCompact
            type="email"
            dir="ltr"
            value={email}
            maxLength={limits.emailLength}
            isInvalid={tried && wrongEmail}
            aria-describedby={describedBy}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        )}
      </FieldRow>
      {create.isError && <CreateFailed error={create.error} />}
      <div className={layout.row}>
        <Button spacing="compact" appearance="primary" type="submit" isLoading={create.isPending || linking}>
          {t('issue.createAndUse')}
        </Button>
        <Button spacing="compact" appearance="subtle" onClick={onCancel}>
          {t('shared.cancel')}
        </Button>
      </div>
    </form>
  );
}

function CreateFailed({ error }: { error: unknown }) {
  const failure = failureOf(error);
  const words = savingFailed(failure);
  return (
    <Notice look="error" title={words.title} announced>
      {failure.code === 'conflict' ? t('contacts.form.emailTaken') : words.body}
    </Notice>
  );
}
