import { localeNames, localeSchema } from '#shared/messages/locale'
import { messagesOf } from '#shared/messages/messagesOf'
import { useOverlayStore } from '../../app/overlayStore'
import { useDeskStore } from '../../stores/deskStore'
import { useCaseStore } from '../../stores/caseStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { Checkbox } from '../../ui/Checkbox'
import { Page } from '../../ui/Page'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { KeyList } from './KeyList'
import styles from './SettingsScreen.module.css'

const say = messagesOf('settings')
const system = 'system'

/** How this user wants the app: language, look, what is blurred, and the key of every command. */
export function SettingsScreen() {
  const preferences = useDeskStore((state) => state.preferences)
  const { prefer } = useDeskStore.getState()
  const openOverlay = useOverlayStore((state) => state.open)
  return (
    <Page title={say('title')} actions={<BackToCase />}>
      <section className={styles['section']} aria-labelledby="settings-look">
        <h2 id="settings-look" className={styles['heading']}>
          {say('appearance')}
        </h2>
        <div className={styles['row']}>
          <span aria-hidden className={styles['label']}>
            {say('language')}
          </span>
          <SegmentedControl
            label={say('language')}
            value={preferences.locale ?? system}
            onValueChange={(chosen) => prefer({ locale: chosen === system ? null : chosen })}
            options={[
              { value: system, label: say('system') },
              ...localeSchema.options.map((locale) => ({ value: locale, label: <span lang={locale}>{localeNames[locale]}</span> }))
            ]}
          />
        </div>
        <div className={styles['row']}>
          <span aria-hidden className={styles['label']}>
            {say('theme')}
          </span>
          <SegmentedControl
            label={say('theme')}
            value={preferences.theme}
            onValueChange={(theme) => prefer({ theme })}
            options={[
              { value: 'dark', label: say('dark') },
              { value: 'light', label: say('light') }
            ]}
          />
        </div>
        <Checkbox
          label={say('blur')}
          hint={say('blurHint')}
          isChecked={preferences.isGraphicBlurred}
          onCheckedChange={(isGraphicBlurred) => prefer({ isGraphicBlurred })}
        />
        <div className={styles['row']}>
          <span className={styles['label']}>{say('tour')}</span>
          <span className={styles['hint']}>{say('tourHint')}</span>
          <Button size="small" onClick={() => openOverlay('tour')}>
            {say('takeTour')}
          </Button>
        </div>
      </section>
      <KeyList />
    </Page>
  )
}

/** The way back for who came from a case. */
function BackToCase() {
  const opened = useCaseStore((state) => state.case)
  if (opened === null) return null
  return (
    <Button onClick={() => useSessionStore.getState().go({ screen: 'case', caseId: opened.id, view: 'workbench' })}>
      {say('back', { incident: opened.incidentNumber })}
    </Button>
  )
}
