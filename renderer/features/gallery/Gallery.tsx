import type { ReactNode } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { Page } from '../../ui/Page'
import { ControlSamples } from './ControlSamples'
import styles from './Gallery.module.css'
import { MessageSamples } from './MessageSamples'
import { WordSamples } from './WordSamples'

const say = messagesOf('gallery')

/** Every part that screens are made of, in every state, once in each theme; for those who work on them, and for the visual tests. */
export function Gallery() {
  return (
    <Page title={say('title')} actions={null}>
      <div className={styles['themes']}>
        <Theme theme="dark" title={say('dark')}>
          <Samples />
        </Theme>
        <Theme theme="light" title={say('light')}>
          <Samples />
        </Theme>
      </div>
    </Page>
  )
}

function Theme({ theme, title, children }: { theme: 'dark' | 'light'; title: string; children: ReactNode }) {
  return (
    <section data-theme={theme} className={styles['theme']} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Samples() {
  return (
    <>
      <WordSamples />
      <ControlSamples />
      <MessageSamples />
    </>
  )
}
