import Lozenge from '@atlaskit/lozenge';
import type { SiteIssue } from '../../../src/web/api-types';
import { Link } from '../shell/link';
import { addresses } from '../state/site';

/** The columns of every list of issues. */
export const issueHead = {
  cells: [
    { key: 'key', content: 'Key', width: 10 },
    { key: 'summary', content: 'Summary', width: 45 },
    { key: 'reporter', content: 'Reporter', width: 25 },
    { key: 'status', content: 'Status', width: 20 },
  ],
};

/** An issue as a row of such a list. */
export const issueRow = (issue: SiteIssue) => ({
  key: issue.id,
  cells: [
    { key: 'key', content: <Link to={addresses.issue(issue.key)}>{issue.key}</Link> },
    {
      key: 'summary',
      content: (
        <Link to={addresses.issue(issue.key)} className="plain-link">
          {issue.summary}
        </Link>
      ),
    },
    { key: 'reporter', content: issue.reporter?.name ?? <span className="quiet">nobody</span> },
    { key: 'status', content: <Lozenge>{issue.status}</Lozenge> },
  ],
});
