import type { ErrorCode, Failure } from '../../contract';

export interface ErrorWords {
  title: string;
  body: string;
}

const reading: Record<ErrorCode, ErrorWords> = {
  forbidden: {
    title: 'You may not see this',
    body: 'Your Jira account does not have the permission for it. Ask a Jira admin if you need it.',
  },
  invalid: { title: 'This could not be asked', body: 'The app did not understand the question.' },
  'not-found': { title: 'Not found', body: 'It no longer exists, or you may not see it.' },
  locked: { title: 'This is locked', body: 'It follows a Jira user and cannot be changed here.' },
  conflict: { title: 'This has changed', body: 'Somebody changed it in the meantime.' },
  'rate-limited': { title: 'Too many requests', body: 'Jira asked Kith to wait a little. Try again in a minute.' },
  unavailable: {
    title: 'No answer',
    body: 'Jira or its storage did not answer. This usually passes quickly; try again in a moment.',
  },
};

const saving: Record<ErrorCode, ErrorWords> = {
  forbidden: {
    title: 'You may not do this',
    body: 'Your Jira account does not have the permission for it. Nothing was saved.',
  },
  invalid: { title: 'Something is not right yet', body: 'Nothing was saved. Correct it and save again.' },
  'not-found': { title: 'It no longer exists', body: 'Somebody removed it in the meantime. Nothing was saved.' },
  locked: {
    title: 'Name and email follow the Jira user',
    body: 'They are kept in step with the Jira account and cannot be changed here. Nothing was saved.',
  },
  conflict: { title: 'Not saved: there is a conflict', body: 'Somebody else changed it, or something like it exists.' },
  'rate-limited': {
    title: 'Not saved: too many requests',
    body: 'Jira asked Kith to wait a little. Save again in a minute.',
  },
  unavailable: {
    title: 'It is not certain that this was done',
    body: 'The answer got lost on the way. Look at what is there now before you try again.',
  },
};

/** What to tell a person when something could not be read. */
export function readingFailed({ code }: Failure): ErrorWords {
  return reading[code] ?? reading.unavailable;
}

/** What to tell a person when something could not be saved or done. The app's own message says more where it names a field. */
export function savingFailed({ code, message, field }: Failure): ErrorWords {
  const words = saving[code] ?? saving.unavailable;
  if (code === 'invalid' && field !== undefined) return { ...words, body: `${message} Nothing was saved.` };
  if (code === 'conflict' && message !== '') return { ...words, body: message };
  return words;
}

/** Whether asking again can have another answer. */
export function canTryAgain({ code }: Failure): boolean {
  return code !== 'forbidden' && code !== 'not-found';
}
