import { join } from 'node:path';
import { realClock } from '../clock/real-clock';
import { Translations } from '../forge/translations/translations';
import { generateDirectory, ROSTER } from '../jira';
import { createSandbox } from '../sandbox';
import type { Backend } from '../web/backend';
import { AVATAR_PATH } from '../web/choices';
import { createFrameServer } from '../web/frames/frame-server';
import { HeldPort, PortInUse } from '../web/listen';
import { originOf } from '../web/origins';
import { createSiteServer } from '../web/site/site-server';
import { openData, putAside } from './data-folder';
import { type DirectoryFile, readDirectoryFile } from './directory-file';
import type { StartOptions } from './options';
import { decideOrigin, rememberOrigin } from './site-origin';
import { StartProblem } from './start-problem';
import { UsageNumbers } from './usage-numbers';

/** New directories come from the same seed, so that everybody who starts Kith meets the same people. */
const DIRECTORY_SEED = 1;

/** Calls take about as long as in the cloud, so that what takes its time there can be watched here; tests need no patience. */
const CALL_PACE = 6;

export interface Started {
  address: string;
  users: number;
  isNew: boolean;
  /** What a person should know about the start. */
  notes: string[];
  stop(): Promise<void>;
}

/**
 * Starts the sandbox on this computer: its data, the app, and the two servers.
 *
 * @param phase is told when the database is about to be opened, and when it is open
 * @throws StartProblem
 */
export async function startSandbox(
  options: StartOptions,
  phase: (name: 'opening' | 'opened') => void,
): Promise<Started> {
  const notes: string[] = [];
  // Everything that can be refused without touching the saved site comes first.
  const file = options.directory === undefined ? undefined : readDirectoryFile(options.directory);
  const [sitePort, appPort] = await takePorts(options.port);
  const folder = options.data;
  const aside = options.fresh ? putAside(folder, new Date(realClock.now())) : undefined;
  if (aside !== undefined) notes.push(`The former site was put aside in ${aside}.`);

  phase('opening');
  const journal = openData(folder);
  phase('opened');
  const { origin, isNew } = decideOrigin(journal, options);
  if (isNew) notes.push(...(file?.notes ?? []));

  const origins = { site: originOf(sitePort.port), app: originOf(appPort.port) };
  const sandbox = await createSandbox({
    clock: realClock,
    // Another one at each start: with the same, the app would draw the same ids again.
    seed: realClock.now() >>> 0,
    manifestPath: join(options.root, 'manifest.yml'),
    journal,
    directory: () => newDirectory(origin, file),
    callPace: CALL_PACE,
    jira: { siteUrl: origins.site, avatarBase: origins.app + AVATAR_PATH },
  });
  if (isNew) {
    sandbox.install(ROSTER.admin);
    await journal.flush();
    rememberOrigin(journal, origin);
  }

  const { forge, jira } = sandbox;
  const numbers = new UsageNumbers(sandbox, realClock);
  const backend: Backend = {
    clock: realClock,
    manifest: forge.manifest,
    translations: new Translations(forge.manifest, options.root),
    installation: forge.installation,
    jira,
    activity: forge.activity,
    faults: sandbox.faults,
    numbers: () => numbers.read(),
    problems: () => sandbox.problems,
    invoke: ({ moduleKey, functionKey, payload, extension, accountId, locale }) =>
      sandbox.invoke(moduleKey, functionKey, payload, { accountId, locale, extension }),
    panelStatus: (moduleKey, issueKey, accountId) => sandbox.panelStatus(moduleKey, issueKey, accountId),
    runSchedules: () => {
      for (const schedule of forge.manifest.scheduledTriggers) void forge.schedules.tick(schedule);
    },
  };
  const built = join(options.root, 'sandbox');
  sitePort.serve(createSiteServer({ backend, origins, siteFolder: join(built, 'site', 'dist') }));
  appPort.serve(
    createFrameServer({ backend, origins, appFolder: options.root, frameFolder: join(built, 'dist', 'frame') }),
  );
  return {
    address: origins.site,
    users: jira.userCount,
    isNew,
    notes,
    stop: async () => {
      numbers.stop();
      await Promise.all([sitePort.close(), appPort.close()]);
      sandbox.dispose();
      await journal.close();
    },
  };
}

function newDirectory(origin: { users: number } | { directory: string }, file: DirectoryFile | undefined) {
  if ('users' in origin) return generateDirectory({ users: origin.users, seed: DIRECTORY_SEED });
  if (file === undefined) throw new Error('A site made from a file needs the file when it is new.');
  return file.directory;
}

async function takePorts(port: number): Promise<[HeldPort, HeldPort]> {
  try {
    const first = await HeldPort.take(port);
    return [first, await HeldPort.take(port === 0 ? 0 : port + 1)];
  } catch (error) {
    if (!(error instanceof PortInUse)) throw error;
    throw new StartProblem(
      `The port ${error.port} is used by another program on this computer, perhaps by another Kith. Stop that program, or ` +
        `choose another address with \`npm start -- --port ${port + 10 > 65534 ? port - 10 : port + 10}\` (Kith uses that port and the next one).`,
    );
  }
}
