import type { Template, TemplateOf, TemplateSection } from '../contract';

/** What the editor asks of the app, on whichever page it stands. Each rejects with a `CallError`. */
export interface TemplateCalls {
  getTemplate: (of: TemplateOf) => Promise<Template>;
  updateTemplate: (payload: { of: TemplateOf; version: number; sections: TemplateSection[] }) => Promise<Template>;
  emptyRemovedField: (payload: { of: TemplateOf; fieldId: string }) => Promise<Template>;
}
