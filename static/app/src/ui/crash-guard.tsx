import Button from '@atlaskit/button/new';
import { Component, type ReactNode } from 'react';
import { t } from '../texts/t';
import { Notice } from './notice';

interface State {
  crashed: boolean;
}

/** Shows a plain message in place of a page that threw while rendering. */
export class CrashGuard extends Component<{ children: ReactNode }, State> {
  override state: State = { crashed: false };

  static getDerivedStateFromError(): State {
    return { crashed: true };
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <Notice
        look="error"
        title={t('shared.crashed.title')}
        announced
        actions={<Button onClick={() => this.setState({ crashed: false })}>{t('shared.tryAgain')}</Button>}
      >
        {t('shared.crashed.body')}
      </Notice>
    );
  }
}
