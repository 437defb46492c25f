import Spinner from '@atlaskit/spinner';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { AppModule } from '../../../src/web/api-types';
import { api } from '../state/api';
import { useColorMode } from '../state/color-mode';
import { useSite } from '../state/site';
import { AppModal, type OpenModal } from './app-modal';
import { FramePort } from './frame-port';
import { createCallHandler } from './handler';
import { useLeaveQuestion } from './leave-question';
import { useFrameLocation } from './use-frame-location';

export interface AppFrameProps {
  module: AppModule;
  /** The part of the app's context that says where it is shown. */
  extension: Record<string, unknown>;
  /** The page's address, for apps that own the addresses below it. */
  base?: string;
  /** Pixels that the frame has at least. */
  minHeight: number;
  /** For a frame inside a modal dialog. */
  dialog?: { close(payload: unknown): void; onClose(listener: () => void): void };
}

/** An app's page in its frame: from another origin, with Forge's sandbox attributes, wired to the bridge. */
export function AppFrame({ module, extension, base, minHeight, dialog }: AppFrameProps) {
  const site = useSite();
  const mode = useColorMode();
  const frame = useRef<HTMLIFrameElement>(null);
  const port = useRef<FramePort>(undefined);
  const [height, setHeight] = useState(0);
  const [loaded, setLoaded] = useState(false);
  const [generation, setGeneration] = useState(0);
  const [modal, setModal] = useState<OpenModal>();
  const { question, mayLeaveFor } = useLeaveQuestion(module.title);
  const whereabouts = useFrameLocation(base);
  const surroundings = useRef({ extension, dialog });
  surroundings.current = { extension, dialog };

  const call = useMemo(
    () =>
      createCallHandler({
        site,
        module,
        get extension() {
          return surroundings.current.extension;
        },
        location: whereabouts.current,
        changeLocation: whereabouts.change,
        callBack: (ref, argument) => port.current?.callBack(ref, argument),
        openModal: (request) => setModal({ request, callBack: (ref, payload) => port.current?.callBack(ref, payload) }),
        close: (payload) => {
          surroundings.current.dialog?.close(payload);
          return surroundings.current.dialog !== undefined;
        },
        onClose: (listener) => {
          surroundings.current.dialog?.onClose(listener);
          return surroundings.current.dialog !== undefined;
        },
        reload: () => setGeneration((count) => count + 1),
        mayLeaveFor,
      }),
    [site, module, whereabouts, mayLeaveFor],
  );

  useEffect(() => {
    const opened = new FramePort(() => frame.current?.contentWindow ?? null, site.appOrigin, {
      call,
      resize: setHeight,
      violation: (text) => void api.reportViolation(text),
    });
    port.current = opened;
    const stop = whereabouts.listen((location) => opened.send({ type: 'location', location, action: 'POP' }));
    return () => {
      stop();
      opened.close();
    };
  }, [site.appOrigin, call, whereabouts]);

  useEffect(() => port.current?.send({ type: 'theme', colorMode: mode }), [mode]);

  return (
    <div className="app-frame" style={{ minHeight }}>
      {loaded ? null : (
        <div className="app-frame-loading">
          <Spinner label={`Loading ${module.title}`} size="large" />
        </div>
      )}
      <iframe
        key={generation}
        ref={frame}
        title={module.title}
        src={module.frameUrl}
        sandbox={site.frameSandbox}
        allow="clipboard-write"
        onLoad={() => setLoaded(true)}
        style={{ height: Math.max(height, minHeight) }}
      />
      {question}
      {modal === undefined ? null : (
        <AppModal open={modal} module={module} extension={extension} onClosed={() => setModal(undefined)} />
      )}
    </div>
  );
}
