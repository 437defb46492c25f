export const STATUSES = ['Open', 'In Progress', 'Waiting for customer', 'Done'] as const;
export type StatusName = (typeof STATUSES)[number];

/** An issue as the site keeps it. */
export interface Issue {
  id: string;
  key: string;
  projectKey: string;
  summary: string;
  description?: string;
  type: 'Task' | 'Service Request';
  status: StatusName;
  /** Account ids; absent: nobody. */
  reporter?: string;
  creator?: string;
  assignee?: string;
  /** Milliseconds since 1970 UTC. */
  createdAt: number;
  updatedAt: number;
}
