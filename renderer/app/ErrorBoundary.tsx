import { Component, type ReactNode } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { problemOf } from '../stores/problemOf'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { ProblemNote } from '../ui/ProblemNote'

const say = messagesOf('app')

interface Props {
  /** Names what is shown; another name lets it try anew. */
  resetKey: string
  children: ReactNode
}

interface State {
  error: unknown
}

/** Keeps the rest of the window when one screen fails to draw. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override componentDidUpdate(previous: Props) {
    if (previous.resetKey !== this.props.resetKey && this.state.error !== null) this.setState({ error: null })
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return (
      <EmptyState title={say('notDrawn')} action={<Button onClick={() => this.setState({ error: null })}>{say('tryAgain')}</Button>}>
        <ProblemNote problem={problemOf(this.state.error)} />
      </EmptyState>
    )
  }
}
