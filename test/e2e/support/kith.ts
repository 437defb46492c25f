import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SiteApi } from './site-api';

const root = join(__dirname, '..', '..', '..');
const startTimeoutMs = 60_000;

/** The commands that start Kith: the one that people type, and the script behind it, which is quicker. */
const commands = {
  npm: ['npm', 'start', '--'],
  script: [process.execPath, join(root, 'scripts', 'start.mjs')],
} as const;

export interface StartOptions {
  /** A folder for the saved site; without one it gets a folder of its own that goes when Kith stops. */
  data?: string;
  with?: keyof typeof commands;
  /** Further options, as people type them. */
  options?: readonly string[];
}

export interface Ending {
  /** The exit code; null when a signal ended the process. */
  code: number | null;
  stdout: string;
  stderr: string;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'kith-e2e-'));

/** Kith, started by its command, as a process group of its own: what Ctrl+C in a terminal reaches. */
export class RunningKith {
  private constructor(
    readonly address: string,
    readonly data: string,
    private readonly command: Command,
    private readonly dataIsOurs: boolean,
  ) {}

  /** @throws Error with all that was printed, when no address is */
  static async start({ data, with: by = 'script', options = [] }: StartOptions = {}): Promise<RunningKith> {
    const folder = data ?? newFolder();
    const command = new Command(by, ['--port', '0', '--data', folder, ...options]);
    const address = await command.printed(/http:\/\/127\.0\.0\.1:\d+/);
    return new RunningKith(address, folder, command, data === undefined);
  }

  get output(): string {
    return this.command.stdout;
  }

  /** The site's own API, as the browser uses it. */
  get api(): SiteApi {
    return new SiteApi(this.address);
  }

  /** What Ctrl+C does. Safe to repeat. */
  async stop(): Promise<Ending> {
    const ending = await this.command.interrupt();
    if (this.dataIsOurs) rmSync(this.data, { recursive: true, force: true });
    return ending;
  }
}

/** Runs the start script to its end, which comes by itself when it refuses to start. */
export function runToItsEnd(options: readonly string[]): Promise<Ending> {
  return new Command('script', options).ended;
}

class Command {
  /** Those that have not ended: none outlives the tests. */
  static readonly all = new Set<Command>();

  stdout = '';
  private stderr = '';
  private readonly child: ChildProcess;
  readonly ended: Promise<Ending>;

  constructor(by: keyof typeof commands, options: readonly string[]) {
    const [program, ...args] = commands[by];
    this.child = spawn(program, [...args, ...options], {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: withoutNpm(process.env),
    });
    this.child.stdout?.on('data', (chunk) => {
      this.stdout += chunk;
    });
    this.child.stderr?.on('data', (chunk) => {
      this.stderr += chunk;
    });
    this.ended = new Promise((resolve, reject) => {
      this.child.on('error', reject);
      this.child.on('close', (code) => {
        Command.all.delete(this);
        resolve({ code, stdout: this.stdout, stderr: this.stderr.trim() });
      });
    });
    Command.all.add(this);
  }

  /** Waits until the text is on standard output. */
  async printed(text: RegExp): Promise<string> {
    const found = new Promise<string>((resolve) => {
      const look = (): void => {
        const match = text.exec(this.stdout)?.[0];
        if (match !== undefined) resolve(match);
      };
      this.child.stdout?.on('data', look);
    });
    const tooLate = AbortSignal.timeout(startTimeoutMs);
    const giveUp = new Promise<undefined>((resolve) => {
      tooLate.addEventListener('abort', () => resolve(undefined));
    });
    const match = await Promise.race([found, this.ended.then(() => undefined), giveUp]);
    if (match !== undefined) return match;
    await this.interrupt();
    throw new Error(`Kith printed no address.\n${this.stdout}\n${this.stderr}`);
  }

  interrupt(): Promise<Ending> {
    this.signal('SIGINT');
    return this.ended;
  }

  signal(signal: NodeJS.Signals): void {
    const { pid, exitCode, signalCode } = this.child;
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    try {
      process.kill(-pid, signal);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}

process.once('exit', () => {
  for (const command of Command.all) command.signal('SIGKILL');
});

/** What npm tells the scripts that it runs is not passed on: the command is typed anew. */
function withoutNpm(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(npm_|INIT_CWD$|NODE_ENV$|CI$)/.test(name)));
}
