import type {
  FaultAction,
  FaultSettings,
  InvokeRequest,
  IssueChange,
  IssuePage,
  Locale,
  NewIssue,
  NewUser,
  PanelAnswer,
  ProductFetchAnswer,
  ProductFetchRequest,
  SiteInfo,
  SiteIssue,
  SiteUser,
  UserChange,
  UserPage,
} from '../../../src/web/api-types';

/** The server said no, or could not be reached; the message is meant for people. */
export class ApiError extends Error {
  override name = 'ApiError';
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/sandbox-api${path}`, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
  } catch {
    throw new ApiError('The sandbox does not answer. Is `npm start` still running?', 0);
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new ApiError(messageOf(answer, response.status), response.status);
  return answer as T;
}

function messageOf(answer: unknown, status: number): string {
  if (typeof answer === 'object' && answer !== null && 'message' in answer) return String(answer.message);
  return `The sandbox answered with status ${status}.`;
}

const query = (values: Record<string, string | number>): string =>
  new URLSearchParams(Object.entries(values).map(([key, value]) => [key, String(value)])).toString();

export const api = {
  site: () => request<SiteInfo>('GET', '/site'),
  signIn: (accountId: string) => request<object>('POST', '/session', { accountId }),
  setLanguage: (locale: Locale) => request<object>('POST', '/language', { locale }),
  users: (search: string, startAt: number, limit: number) =>
    request<UserPage>('GET', `/users?${query({ search, startAt, limit })}`),
  user: (accountId: string) => request<SiteUser>('GET', `/users/${encodeURIComponent(accountId)}`),
  createUser: (user: NewUser) => request<SiteUser>('POST', '/users', user),
  changeUser: (accountId: string, change: UserChange) =>
    request<SiteUser>('POST', `/users/${encodeURIComponent(accountId)}/changes`, change),
  issues: (reporterId: string, startAt: number, limit: number) =>
    request<IssuePage>('GET', `/issues?${query({ reporterId, startAt, limit })}`),
  issue: (key: string) => request<SiteIssue>('GET', `/issues/${encodeURIComponent(key)}`),
  createIssue: (issue: NewIssue) => request<SiteIssue>('POST', '/issues', issue),
  changeIssue: (key: string, change: IssueChange) =>
    request<SiteIssue>('POST', `/issues/${encodeURIComponent(key)}/changes`, change),
  search: (jql: string, startAt: number, limit: number) =>
    request<IssuePage>('GET', `/search?${query({ jql, startAt, limit })}`),
  panel: (issueKey: string, moduleKey: string) =>
    request<PanelAnswer>('GET', `/issues/${encodeURIComponent(issueKey)}/panels/${encodeURIComponent(moduleKey)}`),
  faults: () => request<FaultSettings>('GET', '/faults'),
  setFaults: (faults: FaultSettings) => request<FaultSettings>('PUT', '/faults', faults),
  faultAction: (action: FaultAction) => request<object>('POST', '/faults/actions', { action }),
  invoke: (call: InvokeRequest) => request<{ result?: unknown }>('POST', '/invoke', call),
  fetchProduct: (call: ProductFetchRequest) => request<ProductFetchAnswer>('POST', '/fetch-product', call),
  reportViolation: (text: string) => request<object>('POST', '/violations', { text }),
};
