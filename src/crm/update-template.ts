import type * as z from 'zod/mini';
import { ok, type Result } from '../contract/result';
import type { contactsSchemas } from '../contract/schemas';
import type { Template, TemplateField, TemplateSection } from '../contract/template';
import { sameRecord } from '../domain/drafts';
import { arrangeTemplate } from './arrange-template';
import { commitDecision, type Decided } from './commit-decision';
import { readTemplate, withProgress } from './get-template';
import { firstValue, templateChanged, templateView } from './template-view';

export type TemplateUpdate = z.output<typeof contactsSchemas.updateTemplate>;

/** Arranges a template anew. An arrangement that is as it was changes nothing. */
export async function updateTemplate(update: TemplateUpdate): Promise<Result<Template>> {
  const updated = await commitDecision(() => decide(update));
  return updated.ok ? ok(await withProgress(updated.value)) : updated;
}

async function decide({ of, version, sections }: TemplateUpdate): Promise<Decided<Template>> {
  const { known, syncIsOn } = await readTemplate(of);
  const now = new Date().toISOString();
  const before = known.record?.value ?? firstValue;
  const arranged = arrangeTemplate(before, { of, sections: sections.map(asSection), now });
  if ('refusal' in arranged) return arranged.refusal;
  const presentVersion = known.record?.version ?? 0;
  if (presentVersion !== version) return templateChanged;
  if (sameRecord(arranged.value, before)) return { writes: [], value: templateView(of, known.record, syncIsOn) };
  const record = { version: version + 1, value: arranged.value, updatedAt: now };
  return {
    writes: [{ kind: 'template', key: of, rev: known.rev, record }],
    value: templateView(of, record, syncIsOn),
  };
}

type GivenSection = TemplateUpdate['sections'][number];

/** What is absent in a parsed payload may be there as undefined, by its type. */
function asSection(given: GivenSection): TemplateSection {
  return given.kind === 'synced' ? given : { ...given, fields: given.fields.map(asField) };
}

function asField(given: Extract<GivenSection, { kind: 'fields' }>['fields'][number]): TemplateField {
  const { help, options, onPanel, ...field } = given;
  return {
    ...field,
    ...(help === undefined ? {} : { help }),
    ...(options === undefined ? {} : { options }),
    ...(onPanel === undefined ? {} : { onPanel }),
  };
}
