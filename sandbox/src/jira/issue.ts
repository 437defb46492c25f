export const STATUSES = ['Open', 'In Progress', 'Waiting for customer', 'Done'] as const;
export type StatusName = (typeof STATUSES)[number];

export const ISSUE_TYPES = ['Task', 'Service Request'] as const;

/** An issue as the site keeps it. */
export interface Issue {
  id: string;
  key: string;
  projectKey: string;
  summary: string;
  description?: string;
  type: (typeof ISSUE_TYPES)[number];
  status: StatusName;
  /** Account ids; absent: nobody. */
  reporter?: string;
  creator?: string;
  assignee?: string;
  /** Service requests: account ids of further people, and ids of organizations, that follow it. */
  participants?: string[];
  organizations?: string[];
  /** Milliseconds since 1970 UTC. */
  createdAt: number;
  updatedAt: number;
}

export interface StatusCategory {
  id: number;
  key: 'new' | 'indeterminate' | 'done';
  name: 'To Do' | 'In Progress' | 'Done';
}

export function statusCategoryOf(status: StatusName): StatusCategory {
  if (status === 'Done') return { id: 3, key: 'done', name: 'Done' };
  return status === 'Open'
    ? { id: 2, key: 'new', name: 'To Do' }
    : { id: 4, key: 'indeterminate', name: 'In Progress' };
}

/** Issues are resolved by their last status; absent: they are not. */
export const resolutionOf = (status: StatusName): 'Done' | undefined => (status === 'Done' ? 'Done' : undefined);
