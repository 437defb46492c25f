import { readStartOptions } from './start/options';
import { StartProblem } from './start/start-problem';
import { type Started, startSandbox } from './start/start-sandbox';

/** Exit code for what nobody foresaw; 1 means that the message said all there is to say. */
const UNFORESEEN = 70;

const tellPhase = (phase: string): void => {
  process.send?.({ phase });
};

function welcome({ address, users, isNew, notes }: Started): string {
  const site = `${isNew ? 'A new site' : 'Your saved site'} with ${new Intl.NumberFormat('en').format(users)} accounts is ready.`;
  return [
    '',
    ...notes,
    `  ${site}`,
    '',
    `  Open it in your browser:  ${address}`,
    '',
    '  Stop it with Ctrl+C; everything is kept for the next `npm start`.',
    '',
  ].join('\n');
}

async function main(): Promise<void> {
  const started = await startSandbox(readStartOptions(process.argv[2]), tellPhase);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await started.stop();
    console.log('\nKith has stopped; everything is kept.');
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  // The start script is gone: nobody could stop this process any more.
  process.on('disconnect', () => void stop());
  console.log(welcome(started));
  tellPhase('ready');
}

const fail = (error: unknown): never => {
  if (error instanceof StartProblem) {
    console.error(`\n${error.message}\n`);
    process.exit(1);
  }
  console.error(error);
  process.exit(UNFORESEEN);
};

process.on('uncaughtException', fail);
main().catch(fail);
