import { IconButton } from '@atlaskit/button/new';
import ThemeIcon from '@atlaskit/icon/core/theme';
import { setColorMode, useColorMode } from '../state/color-mode';
import { addresses } from '../state/site';
import { LanguageSwitch } from './language-switch';
import { Link } from './link';
import { PersonSwitch } from './person-switch';

export function TopBar() {
  const mode = useColorMode();
  const other = mode === 'dark' ? 'light' : 'dark';
  return (
    <header className="top-bar">
      <Link to={addresses.start} className="brand">
        <img src="/favicon.svg" alt="" width={28} height={28} />
        Harbour Light
      </Link>
      <span className="sandbox-note">a sandbox site on your computer</span>
      <div className="top-bar-end">
        <IconButton
          icon={ThemeIcon}
          label={`Switch to ${other} colours`}
          appearance="subtle"
          onClick={() => setColorMode(other)}
        />
        <LanguageSwitch />
        <PersonSwitch />
      </div>
    </header>
  );
}
