import Flag, { AutoDismissFlag, FlagGroup } from '@atlaskit/flag';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import InformationIcon from '@atlaskit/icon/core/status-information';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { token } from '@atlaskit/tokens';
import { closeFlag, type SiteFlag, useFlags } from '../state/flags';

const ICONS: Record<SiteFlag['type'], React.ReactElement> = {
  info: <InformationIcon label="Information" color={token('color.icon.information')} />,
  success: <SuccessIcon label="Success" color={token('color.icon.success')} />,
  warning: <WarningIcon label="Warning" color={token('color.icon.warning')} />,
  error: <ErrorIcon label="Error" color={token('color.icon.danger')} />,
};

export function Flags() {
  const flags = useFlags();
  return (
    <FlagGroup onDismissed={closeFlag}>
      {flags.map(({ id, title, description, type, autoDismiss, actions }) => {
        const Shown = autoDismiss ? AutoDismissFlag : Flag;
        return (
          <Shown
            key={id}
            id={id}
            icon={ICONS[type]}
            title={title}
            description={description}
            actions={actions.map(({ text, onClick }) => ({ content: text, onClick }))}
          />
        );
      })}
    </FlagGroup>
  );
}
