export type PageName = 'admin' | 'contacts' | 'issue';

const byModule: Readonly<Record<string, PageName>> = {
  'kith-admin': 'admin',
  'kith-configure': 'admin',
  'kith-contacts': 'contacts',
  'kith-issue-contact': 'issue',
};

const byExtensionType: Readonly<Record<string, PageName>> = {
  'jira:adminPage': 'admin',
  'jira:globalPage': 'contacts',
  'jira:issueContext': 'issue',
};

/** The page to show for a module of the manifest; the kind of module decides when its key is not known. */
export function pageOf(moduleKey: string, extensionType?: string): PageName | undefined {
  if (Object.hasOwn(byModule, moduleKey)) return byModule[moduleKey];
  if (extensionType !== undefined && Object.hasOwn(byExtensionType, extensionType)) {
    return byExtensionType[extensionType];
  }
  return undefined;
}
