import { useState } from 'react';
import type { Contact, Template } from '../contract';
import { fieldsOf } from '../fields/field-draft';
import { useFormats } from '../page-provider';
import { useTemplate } from '../state/use-template';
import { t } from '../texts/t';
import { conflictTexts } from './contact-conflict';
import { type ContactDraft, draftOf, isContactWritten } from './contact-draft';
import { ContactFields } from './contact-fields';
import { problemsOfContact } from './contact-problems';
import { useNavigation } from './navigation';
import { RecordDialog } from './record-dialog';
import { type Problems, useSaveContact } from './use-save-contact';
import { WaitingDialog } from './waiting-dialog';

interface Props {
  contact?: Contact;
  onClose: () => void;
}

/** Creates a contact, or changes the given one. Laid out by the template. */
export default function ContactDialog({ contact, onClose }: Props) {
  const template = useTemplate('contact');
  const [base, setBase] = useState(contact);
  const title = contact === undefined ? t('contacts.create') : t('contacts.form.edit');
  if (template.data === undefined) return <WaitingDialog title={title} template={template} onClose={onClose} />;
  return (
    <ContactEditor
      key={base?.version ?? 0}
      title={title}
      base={base}
      template={template.data}
      onReload={setBase}
      onClose={onClose}
    />
  );
}

interface EditorProps {
  title: string;
  base: Contact | undefined;
  template: Template;
  onReload: (contact: Contact) => void;
  onClose: () => void;
}

function ContactEditor({ title, base, template, onReload, onClose }: EditorProps) {
  const { go } = useNavigation();
  const formats = useFormats();
  const fields = fieldsOf(template.sections);
  const [draft, setDraft] = useState<ContactDraft>(() => draftOf(base, fields));
  const [problems, setProblems] = useState<Problems>({});
  const [complaints, setComplaints] = useState(0);
  const { save, keepMine, reconsider, saving, error, locked, conflict } = useSaveContact(base, fields, (saved) => {
    onClose();
    if (base === undefined) go({ page: 'contact', id: saved.id });
  });

  const show = (found: Problems) => {
    setProblems(found);
    if (Object.keys(found).length > 0) setComplaints((before) => before + 1);
  };
  const submit = async () => {
    const found = problemsOfContact(base, draft, fields);
    show(Object.keys(found).length > 0 ? found : await save(draft));
  };
  const versions = conflict && { ...conflict, companyName: draft.companyName };

  return (
    <RecordDialog
      title={title}
      submit={base === undefined ? t('contacts.create') : t('shared.save')}
      saving={saving}
      error={error}
      complaints={complaints}
      written={isContactWritten(base, draft, fields)}
      conflict={
        versions && {
          title: t('contacts.conflict.title'),
          ...conflictTexts(versions, fields, formats),
          onBack: reconsider,
          onTheirs: () => onReload(versions.theirs),
          onMine: () => void keepMine(draft).then(show),
        }
      }
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <ContactFields
        draft={draft}
        onDraft={(change) => {
          setDraft(change);
          setProblems({});
        }}
        sections={template.sections}
        problems={problems}
        locked={locked}
        synced={base?.synced === true}
        isNew={base === undefined}
      />
    </RecordDialog>
  );
}
