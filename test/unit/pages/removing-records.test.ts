import type { ErrorCode } from '../../../src/contract';
import { CallError } from '../../../static/app/src/bridge/call-error';
import { removeRecord } from '../../../static/app/src/contacts/remove-record';

/** What was done, in order, when the app refuses with that code. */
async function removing(code?: ErrorCode): Promise<string[]> {
  const done: string[] = [];
  try {
    await removeRecord(
      async () => {
        if (code !== undefined) throw new CallError({ code, message: '' });
        done.push('removed');
      },
      async () => {
        done.push('read again');
      },
    );
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    done.push(`refused: ${error.failure.code}`);
  }
  return done;
}

describe('removing a contact or a company', () => {
  it('is done when the app says so', async () => {
    expect(await removing()).toEqual(['removed']);
  });

  it('is done as well when the record is gone: an earlier answer got lost, or somebody else was first', async () => {
    expect(await removing('not-found')).toEqual([]);
  });

  it('reads the record again when somebody changed it, so that the next attempt is about that', async () => {
    expect(await removing('conflict')).toEqual(['read again', 'refused: conflict']);
  });

  it.each(['forbidden', 'locked', 'rate-limited', 'unavailable'] as const)('passes on why not: %s', async (code) => {
    expect(await removing(code)).toEqual([`refused: ${code}`]);
  });
});
