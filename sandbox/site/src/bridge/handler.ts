import type { AppModule, SiteInfo } from '../../../src/web/api-types';
import type { FrameLocation } from '../frame/protocol';
import { api } from '../state/api';
import { colorMode } from '../state/color-mode';
import { closeFlag, showFlag } from '../state/flags';
import { go } from '../state/route';
import { appEvents } from './app-events';
import { calls, type FlagCall, type ModalCall } from './calls';
import { type CallHandler, isCallbackRef } from './frame-port';
import { addressOfTarget, pathOnSite } from './links';

/** What one frame needs from the page around it. */
export interface FrameSurroundings {
  site: SiteInfo;
  module: AppModule;
  extension: Record<string, unknown>;
  location(): FrameLocation;
  changeLocation(location: Pick<FrameLocation, 'pathname' | 'search' | 'hash' | 'state'>, replace: boolean): void;
  callBack(ref: number, argument: unknown): void;
  openModal(modal: ModalCall): void;
  /** Closes the modal dialog that the frame is in; false when it is in none. */
  close(payload: unknown): boolean;
  /** Called when the dialog around the frame closes; false when there is none. */
  onClose(listener: () => void): boolean;
  reload(): void;
  mayLeaveFor(url: URL): Promise<boolean>;
}

/** Answers the calls of `@forge/bridge`. What is not built is refused by name, so that nobody takes silence for success. */
export function createCallHandler(around: FrameSurroundings): CallHandler {
  const { site, module } = around;
  const subscribe = (data: unknown, prefix = ''): number => {
    const { event, callback } = calls.on.parse(data);
    return appEvents.on(prefix + event, (payload) => around.callBack(callback.__callback, payload));
  };
  const emit = (data: unknown, prefix = ''): void => {
    const { event, payload } = calls.emit.parse(data);
    appEvents.emit(prefix + event, payload);
  };

  const handlers: Record<string, (data: unknown) => unknown> = {
    invoke: (data) => invoke(around, data),
    fetchProduct,
    getContext: () => fullContext(around),
    createHistory: () => around.location(),
    historyChange: (data) => {
      const { location, action } = calls.historyChange.parse(data);
      around.changeLocation(location, action === 'REPLACE');
    },
    historyGo: (data) => window.history.go(calls.historyGo.parse(data).steps),
    navigate: (data) => navigate(around, data),
    getUrl: (data) => new URL(addressOfTarget(site, data as Record<string, unknown>), window.location.origin).href,
    reload: () => around.reload(),
    showFlag: (data) => showAppFlag(calls.flag.parse(data), around),
    closeFlag: (data) => closeFlag(appFlagId(calls.closeFlag.parse(data).id)),
    openModal: (data) => openModal(around, data),
    close: (data) => around.close(data),
    onClose: (data) =>
      around.onClose(() => {
        if (isCallbackRef(data)) around.callBack(data.__callback, undefined);
      }),
    // Pages of this site have nothing to open, submit or refresh; the bridge turns `false` into its own error.
    open: () => false,
    submit: () => false,
    refresh: () => false,
    enableTheming: () => colorMode(),
    changeWindowTitle: (title) => {
      document.title = String(title);
    },
    emitReadyEvent: () => undefined,
    on: (data) => subscribe(data),
    emit: (data) => emit(data),
    onPublic: (data) => subscribe(data, 'public:'),
    emitPublic: (data) => emit(data, 'public:'),
    off: (id) => appEvents.off(Number(id)),
  };

  return async (name, data) => {
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (handler === undefined) throw new Error(`The bridge call "${name}" is not built in the Kith sandbox.`);
    return handler(data);
  };

  function fetchProduct(data: unknown): Promise<unknown> {
    const { product, restPath, fetchRequestInit, isMultipartFormData } = calls.fetchProduct.parse(data);
    if (product !== 'jira')
      throw new Error(`requestJira works here; requests to ${product} are not built in the Kith sandbox.`);
    if (isMultipartFormData) throw new Error('Uploads through requestJira are not built in the Kith sandbox.');
    const { method = 'GET', body = null, headers } = fetchRequestInit;
    return api.fetchProduct({ restPath, method, headers, body });
  }

  function fullContext({ extension }: FrameSurroundings): Record<string, unknown> {
    return {
      accountId: site.me.accountId,
      cloudId: site.cloudId,
      siteUrl: site.siteUrl,
      environmentId: site.app.environmentId,
      environmentType: 'DEVELOPMENT',
      localId: `ari:cloud:ecosystem::extension/${site.app.id}/${site.app.environmentId}/static/${module.key}`,
      moduleKey: module.key,
      locale: site.locale,
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      theme: { colorMode: colorMode(), light: 'light', dark: 'dark', spacing: 'spacing', typography: 'typography' },
      surfaceColor: null,
      extension,
    };
  }
}

async function invoke({ module, extension }: FrameSurroundings, data: unknown): Promise<unknown> {
  const { functionKey, payload, metadata } = calls.invoke.parse(data);
  if (metadata !== undefined) throw new Error('invoke() with metadata is not built in the Kith sandbox.');
  const { result } = await api.invoke({ moduleKey: module.key, functionKey, payload, extension });
  // A missing result arrives as an empty object.
  return result ?? {};
}

function openModal({ module, openModal: open }: FrameSurroundings, data: unknown): void {
  const modal = calls.openModal.parse(data);
  if ((modal.resource ?? module.resource) !== module.resource) {
    throw new Error(
      `A modal with the resource ${modal.resource} is not built in the Kith sandbox; its own resource is.`,
    );
  }
  open(modal);
}

async function navigate(around: FrameSurroundings, data: unknown): Promise<void> {
  const { url, type, ...location } = calls.navigate.parse(data);
  const target = new URL(url ?? addressOfTarget(around.site, location), window.location.origin);
  const path = pathOnSite(target);
  if (path === undefined && !(await around.mayLeaveFor(target))) {
    throw new Error(`The user chose not to leave for ${target.href}.`);
  }
  if (type === 'new-tab') window.open(target.href, '_blank', 'noopener');
  else if (path !== undefined) go(path);
  else window.location.assign(target.href);
}

const appFlagId = (id: string | number): string => `app-${id}`;

const FLAG_TYPES = ['info', 'success', 'warning', 'error'] as const;

function showAppFlag(flag: FlagCall, around: FrameSurroundings): void {
  const { title = '', description } = flag;
  showFlag({
    id: appFlagId(flag.id),
    title,
    ...(description === undefined ? {} : { description }),
    type: FLAG_TYPES.find((type) => type === flag.type) ?? 'info',
    autoDismiss: flag.isAutoDismiss ?? false,
    actions: (flag.actions ?? []).map(({ text, onClick }) => ({
      text,
      onClick: () => {
        if (isCallbackRef(onClick)) around.callBack(onClick.__callback, undefined);
      },
    })),
  });
}
