import type { ProductAnswer } from '../../http';
import type { StorageRefusal } from './errors';

const headers = { 'content-type': 'application/json' };

/** An answer whose body is JSON text already. */
export function jsonText(text: string): ProductAnswer {
  return { status: 200, headers, text };
}

export const done: ProductAnswer = { status: 204 };

export function refusalAnswer({ status, code, message }: StorageRefusal): ProductAnswer {
  return { status, headers, text: JSON.stringify({ code, message }) };
}
