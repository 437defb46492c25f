import { type ContentPermissions, CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio/slim';
import type { Manifest } from '../../forge/manifest/model';
import { POLICY_REPORT_PATH, SITE_MAY_FRAME_THE_APP } from '../choices';
import type { Origins } from '../origins';

const processing = new CSPProcessingService({ info: () => undefined }, load);
const injection = new CSPInjectionService();

/**
 * The Content Security Policy that production sends with an app's page, computed by `@forge/csp` from the page as built and
 * the manifest's permissions. For what differs see `choices.ts`.
 */
export function contentSecurityPolicy(html: string, content: Manifest['content'], origins: Origins): string {
  const directives = injection.getInjectableCSP({
    existingCSPDetails: processing.getCspDetails(html, {
      // Written as in the manifest; the service itself drops values that it does not know.
      content: content as ContentPermissions,
    }),
    microsEnv: 'prod',
    ...(SITE_MAY_FRAME_THE_APP ? { parentEmbeddingDomain: origins.site } : {}),
  });
  return directives
    .map((directive) => (directive.startsWith('report-uri ') ? `report-uri ${POLICY_REPORT_PATH}` : directive))
    .join('; ');
}

/** The value of the frame's `sandbox` attribute: what production's policy says in its directive of that name. */
export function frameSandbox(): string {
  const directives = injection.getInjectableCSP({
    existingCSPDetails: processing.getCspDetails('', {}),
    microsEnv: 'prod',
  });
  const sandbox = directives.find((directive) => directive.startsWith('sandbox '));
  if (sandbox === undefined) throw new Error('@forge/csp no longer names the sandbox attributes of frames.');
  return sandbox.slice('sandbox '.length);
}
