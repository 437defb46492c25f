import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import Spinner from '@atlaskit/spinner';

export function Loading({ what }: { what: string }) {
  return (
    <div className="state">
      <Spinner size="large" label={`Loading ${what}`} />
    </div>
  );
}

export function Failed({ what, error, retry }: { what: string; error: unknown; retry: () => void }) {
  return (
    <EmptyState
      headingLevel={1}
      header={`${what} could not be loaded`}
      description={error instanceof Error ? error.message : String(error)}
      primaryAction={<Button onClick={retry}>Try again</Button>}
    />
  );
}
