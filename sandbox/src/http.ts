/** A request as it reaches an emulated product: `path` is the part after the host, with its query. */
export interface ProductRequest {
  method: string;
  path: string;
  /** Lower-case header names. */
  headers: Record<string, string>;
  /** The text of the body, if there is one. */
  body?: string;
}

/** What an emulated product answers. `body` is a JSON value; absent means an empty body. A string in `text` is sent as it is. */
export interface ProductAnswer {
  status: number;
  /** Lower-case header names. */
  headers?: Record<string, string>;
  body?: unknown;
  text?: string;
}
