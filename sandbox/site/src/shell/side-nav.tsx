import AppsIcon from '@atlaskit/icon/core/apps';
import PulseIcon from '@atlaskit/icon/core/feed';
import FlaskIcon from '@atlaskit/icon/core/flask';
import HomeIcon from '@atlaskit/icon/core/home';
import ListIcon from '@atlaskit/icon/core/list-bulleted';
import PeopleIcon from '@atlaskit/icon/core/people-group';
import SearchIcon from '@atlaskit/icon/core/search';
import SettingsIcon from '@atlaskit/icon/core/settings';
import type { ComponentType, ReactNode } from 'react';
import { useRoute } from '../state/route';
import { addresses, adminPagesOf, modulesOf, useSite } from '../state/site';
import { Link } from './link';

type Icon = ComponentType<{ label: string; color?: 'currentColor' }>;

interface EntryProps {
  to: string;
  icon: Icon;
  /** Addresses below it belong to this entry too. */
  withBelow?: boolean;
  children: ReactNode;
}

function Entry({ to, icon: EntryIcon, withBelow = false, children }: EntryProps) {
  const { pathname } = useRoute();
  const current = pathname === to || (withBelow && pathname.startsWith(`${to}/`));
  return (
    <li>
      <Link to={to} current={current} className="nav-entry">
        <EntryIcon label="" color="currentColor" />
        <span>{children}</span>
      </Link>
    </li>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h2 className="nav-title">{title}</h2>
      <ul>{children}</ul>
    </>
  );
}

export function SideNav() {
  const site = useSite();
  const customer = site.me.role === 'customer';
  const { plain: admin } = adminPagesOf(site);
  return (
    <nav className="side-nav" aria-label="Site">
      <Section title="Site">
        <Entry to={addresses.start} icon={HomeIcon}>
          Start
        </Entry>
        <Entry to={addresses.issues} icon={ListIcon}>
          {customer ? 'My requests' : 'Help desk issues'}
        </Entry>
        {customer ? null : (
          <Entry to={addresses.search} icon={SearchIcon}>
            Search issues
          </Entry>
        )}
      </Section>
      <Section title="Apps">
        {modulesOf(site, 'jira:globalPage').map((module) => (
          <Entry key={module.key} to={addresses.module(site, module)} icon={AppsIcon} withBelow>
            {module.title}
          </Entry>
        ))}
      </Section>
      <Section title="Settings">
        <Entry to={addresses.apps} icon={SettingsIcon}>
          Manage apps
        </Entry>
        {admin === undefined ? null : (
          <Entry to={addresses.module(site, admin)} icon={PeopleIcon} withBelow>
            {admin.title}
          </Entry>
        )}
      </Section>
      <div className="nav-control">
        <Section title="Sandbox control panel">
          <Entry to={addresses.users} icon={PeopleIcon}>
            Users
          </Entry>
          <Entry to={addresses.activity} icon={PulseIcon}>
            What happens
          </Entry>
          <Entry to={addresses.trouble} icon={FlaskIcon}>
            Make trouble
          </Entry>
        </Section>
      </div>
    </nav>
  );
}
