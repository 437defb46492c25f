import { failureOf } from '../bridge/call-error';
import { savingFailed } from '../texts/errors';
import { Notice } from '../ui/notice';

/** Why saving or deleting did not work, in plain words. */
export function SaveFailed({ error }: { error: unknown }) {
  const failure = failureOf(error);
  const words = savingFailed(failure);
  return (
    <Notice look={failure.code === 'unavailable' ? 'warning' : 'error'} title={words.title} announced>
      {words.body}
    </Notice>
  );
}
