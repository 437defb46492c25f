import { lazy, Suspense, useEffect } from 'react';
import { contacts as calls } from '../bridge/calls';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Loading } from '../ui/page-states';
import { PlaceHeading, useNavigation } from './navigation';
import { Sections } from './sections';

const TemplateEditor = lazy(() => import('../templates/template-editor'));

/** Where those who may arrange templates do so. */
export function TemplatesPage() {
  const { setUnsaved } = useNavigation();
  useEffect(() => () => setUnsaved(false), [setUnsaved]);
  return (
    <>
      <header className={layout.header}>
        <div className={layout.headerText}>
          <PlaceHeading>{t('templates.heading')}</PlaceHeading>
        </div>
      </header>
      <Sections />
      <Suspense fallback={<Loading lines={8} />}>
        <TemplateEditor titled calls={calls} forbidden={t('rights.notConfigure')} onDirty={setUnsaved} />
      </Suspense>
    </>
  );
}
