import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { systemErrorCode } from '../system-error';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

export interface StaticFile {
  type: string;
  content: Buffer;
}

/** A file below `folder`, or nothing: when there is none, or when the path tries to leave the folder. */
export async function findStaticFile(folder: string, path: string): Promise<StaticFile | undefined> {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep) || path.includes('\0')) return undefined;
  try {
    return { type: TYPES[extname(file)] ?? 'application/octet-stream', content: await readFile(file) };
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

export const fileResponse = ({ type, content }: StaticFile, headers: Record<string, string> = {}): Response =>
  new Response(new Uint8Array(content), { headers: { 'content-type': type, ...headers } });
