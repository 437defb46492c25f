import Button from '@atlaskit/button/new';
import { Component, type ReactNode } from 'react';
import { t } from '../texts/t';
import { isLoadFailure } from './load-failure';
import { Notice } from './notice';
import { reloadPage } from './reload-page';

interface State {
  crashed: boolean;
  /** Trying again has not helped, or cannot. */
  forGood: boolean;
}

/** Shows a plain message in place of a page that threw while rendering. */
export class CrashGuard extends Component<{ children: ReactNode }, State> {
  override state: State = { crashed: false, forGood: false };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return isLoadFailure(error) ? { crashed: true, forGood: true } : { crashed: true };
  }

  /** If it comes to this again, another try will not help either. */
  private readonly tryAgain = () => this.setState({ crashed: false, forGood: true });

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <Notice
        look="error"
        title={t('shared.crashed.title')}
        announced
        actions={
          this.state.forGood ? (
            <Button onClick={() => void reloadPage()}>{t('shared.crashed.reload')}</Button>
          ) : (
            <Button onClick={this.tryAgain}>{t('shared.tryAgain')}</Button>
          )
        }
      >
        {t('shared.crashed.body')}
      </Notice>
    );
  }
}
