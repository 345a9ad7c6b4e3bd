import { Download } from 'lucide-react'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Diagnostics } from '#shared/rpc/diagnostics'
import type { Problem } from '#shared/rpc/problem'
import { useCommands, type Command } from '../../app/commands'
import { connection } from '../../app/connection'
import { problemOf } from '../../stores/problemOf'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import styles from './Codebook.module.css'
import { CodebookSource } from './CodebookSource'
import { CodebookTables } from './CodebookTables'
import { phraseGroupLabel } from './codebookWords'
import { planCodebook } from './planCodebook'
import { PolicyPart } from './PolicyPart'

const say = messagesOf('codebook')

/** The codebook in force, to read and to search; where it comes from, and how an agency makes it its own. */
export function CodebookScreen() {
  const codebook = useSessionStore((state) => state.codebook)
  const { source, problem, load } = useCodebookSource()
  const [query, setQuery] = useState('')
  const search = useRef<HTMLDivElement>(null)
  const wanted = useDeferredValue(query)
  const shown = useMemo(() => planCodebook(codebook, wanted, (group) => phraseGroupLabel(group, codebook)), [codebook, wanted])
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'codebook.search', run: () => search.current?.querySelector('input')?.focus() },
      { id: 'codebook.save', run: saveShipped }
    ],
    []
  )
  useCommands(commands)
  const isSearching = wanted.trim() !== ''

  return (
    <div className={styles['screen']}>
      <div className={styles['page']}>
        <header className={styles['head']}>
          <div className={styles['headWords']}>
            <h1 className={styles['title']}>{say('title')}</h1>
            <p className={styles['muted']}>
              {codebook.title} · {say('versionOf', { agency: codebook.agency, version: codebook.version })}
            </p>
          </div>
          <Button icon={Download} onClick={() => void saveShipped()}>
            {say('save')}
          </Button>
        </header>
        <div ref={search} className={styles['search']}>
          <TextField
            label={say('search')}
            type="search"
            placeholder={say('searchHint')}
            value={query}
            onValueChange={setQuery}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && query !== '') setQuery('')
            }}
          />
          <p role="status" className={styles['found']}>
            {isSearching && say('found', { count: shown.count, query: wanted.trim() })}
          </p>
          {isSearching && (
            <Button size="small" onClick={() => setQuery('')}>
              {say('clear')}
            </Button>
          )}
        </div>
        {!isSearching && (
          <>
            <CodebookSource source={source} problem={problem} onRetry={() => void load()} />
            <PolicyPart codebook={codebook} />
          </>
        )}
        <CodebookTables codebook={codebook} shown={shown} isSearching={isSearching} />
      </div>
    </div>
  )
}

async function saveShipped(): Promise<void> {
  const { client, shell } = connection()
  await useSessionStore.getState().write(async () => {
    const { mediaId } = await client.exports.codebook()
    await shell.openExport(mediaId)
  })
}

function useCodebookSource() {
  const [source, setSource] = useState<Diagnostics['codebook'] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const load = useCallback(async () => {
    try {
      const { codebook } = await connection().client.app.diagnostics()
      setSource(codebook)
      setProblem(null)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }, [])
  useEffect(() => {
    const timer = setTimeout(() => void load())
    return () => clearTimeout(timer)
  }, [load])
  return { source, problem, load }
}
