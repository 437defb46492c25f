import Button from '@atlaskit/button/new';
import { Component, type ReactNode } from 'react';
import { shared } from '../texts/en/shared';
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
        title={shared.crashed.title}
        announced
        actions={<Button onClick={() => this.setState({ crashed: false })}>{shared.tryAgain}</Button>}
      >
        {shared.crashed.body}
      </Notice>
    );
  }
}
