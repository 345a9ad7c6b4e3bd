import { CircleCheck } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { Diagnostics, Tool } from '#shared/rpc/diagnostics'
import type { Problem } from '#shared/rpc/problem'
import { saidAgain } from '#shared/messages/readBack'
import { connection } from '../../app/connection'
import { problemOf } from '../../stores/problemOf'
import { Button } from '../../ui/Button'
import { Page } from '../../ui/Page'
import { ProblemNote } from '../../ui/ProblemNote'
import { Waiting } from '../../ui/Waiting'
import styles from './DiagnosticsScreen.module.css'
import { FileChecks } from './FileChecks'
import { JobTable } from './JobTable'

const bytesPerGigabyte = 1e9

/** What runs here, what does not work and why, and the long work of the last day. */
export function DiagnosticsScreen() {
  const [diagnostics, setDiagnostics] = useState<Diagnostics | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const load = useCallback(async () => {
    try {
      setDiagnostics(await connection().client.app.diagnostics())
      setProblem(null)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }, [])
  useEffect(() => {
    const stop = connection().shell.onCoreRestarted(() => void load())
    const timer = setTimeout(() => void load())
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [load])

  return (
    <Page title="Diagnostics" actions={<Button onClick={() => void load()}>Look again</Button>}>
      {problem !== null && <ProblemNote problem={problem} />}
      {diagnostics === null && problem === null && <Waiting>Looking…</Waiting>}
      {diagnostics !== null && (
        <>
          <Limits limits={diagnostics.limits} />
          <Values diagnostics={diagnostics} />
        </>
      )}
      <h2 className={styles['subtitle']}>Files hashed again</h2>
      <FileChecks />
      <h2 className={styles['subtitle']}>Long work of the last day</h2>
      <JobTable />
    </Page>
  )
}

function Limits({ limits }: { limits: readonly string[] }) {
  if (limits.length === 0) {
    return (
      <p className={styles['fine']}>
        <CircleCheck aria-hidden className={styles['fineIcon']} />
        Everything works here.
      </p>
    )
  }
  return (
    <section className={styles['limits']} aria-labelledby="limits-title">
      <h2 id="limits-title">What does not work here</h2>
      <ul className={styles['limitList']}>
        {limits.map((limit) => (
          <li key={limit}>{saidAgain('limits', limit)}</li>
        ))}
      </ul>
    </section>
  )
}

function Values({ diagnostics }: { diagnostics: Diagnostics }) {
  const values: readonly (readonly [string, string])[] = [
    ['Countersign', diagnostics.appVersion],
    ['Runs in', `${diagnostics.host} on ${diagnostics.platform}`],
    ['Node', diagnostics.nodeVersion],
    ['SQLite', diagnostics.sqliteVersion],
    ['ffmpeg', toolWords(diagnostics.ffmpeg)],
    ['ffprobe', diagnostics.ffprobe === null ? 'not found · files are read with the library mediabunny' : toolWords(diagnostics.ffprobe)],
    ['Data folder', diagnostics.dataFolder],
    ['Free space', `${(diagnostics.freeBytes / bytesPerGigabyte).toFixed(1)} GB`],
    ['Data version', String(diagnostics.schemaVersion)],
    ['Ledger', `${diagnostics.ledgerEntryCount.toLocaleString('en')} entries`]
  ]
  return (
    <dl className={styles['values']}>
      {values.map(([name, value]) => (
        <div key={name} className={styles['value']}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const originWords = {
  FFMPEG_BIN: 'named by FFMPEG_BIN',
  'ffmpeg-static': 'from the package ffmpeg-static',
  path: 'found on the PATH',
  'npm-installer': 'from the package of an installer'
} satisfies Record<Tool['origin'], string>

function toolWords(tool: Tool | null): string {
  if (tool === null) return 'not found'
  const age = tool.isOldBuild ? ' · an old build: newer formats may not open' : ''
  return `${tool.version} · ${tool.path} · ${originWords[tool.origin]}${age}`
}
