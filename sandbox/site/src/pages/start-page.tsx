import Heading from '@atlaskit/heading';
import { Link } from '../shell/link';
import { addresses, adminPagesOf, modulesOf, useSite } from '../state/site';

export function StartPage() {
  const site = useSite();
  const { plain: admin } = adminPagesOf(site);
  const [contacts] = modulesOf(site, 'jira:globalPage');
  const name = site.me.name.split(' ')[0] ?? site.me.name;
  return (
    <div className="page narrow">
      <Heading as="h1" size="xlarge">
        Welcome, {name}
      </Heading>
      <p className="lead">
        This is a small Jira-like site on your own computer, with the app {site.app.name} installed. Nothing here leaves
        your computer, and nothing can break: try whatever you like.
      </p>
      <ol className="steps">
        <li>
          <h2>Turn on Jira user sync</h2>
          <p>
            As the Jira admin, open{' '}
            {admin === undefined ? (
              'the admin page'
            ) : (
              <Link to={addresses.module(site, admin)}>the {admin.title} settings</Link>
            )}{' '}
            and turn it on. Watch the site’s users become contacts.
          </p>
        </li>
        <li>
          <h2>Look at the contacts</h2>
          <p>
            They are under Apps, in{' '}
            {contacts === undefined ? 'the app' : <Link to={addresses.module(site, contacts)}>{contacts.title}</Link>},
            and beside <Link to={addresses.issues}>each help desk issue</Link>.
          </p>
        </li>
        <li>
          <h2>Change a user</h2>
          <p>
            In the control panel under <Link to={addresses.users}>Users</Link>, rename somebody or change their email,
            and see the contact follow. <Link to={addresses.activity}>What happens</Link> shows the events on their way.
          </p>
        </li>
        <li>
          <h2>Make trouble</h2>
          <p>
            <Link to={addresses.trouble}>Lose events, throttle Jira, crash a call</Link>, and see the app cope.
          </p>
        </li>
      </ol>
      <p className="quiet">
        At the top right you choose who you are: the admin, an agent, an account manager or a customer.
      </p>
    </div>
  );
}
