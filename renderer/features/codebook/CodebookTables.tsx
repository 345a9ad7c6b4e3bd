import { useId, type ReactNode } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Codebook } from '#shared/model/codebookSchema'
import { Kbd } from '../../ui/Kbd'
import { tagLook } from '../../ui/tagLook'
import styles from './Codebook.module.css'
import { phraseGroupLabel } from './codebookWords'
import { readable, type ShownCodebook } from './planCodebook'

const say = messagesOf('codebook')
const regionKeys = { 'head-neck': 'headNeck', upper: 'upper', lower: 'lower', other: 'other' } as const

interface CodebookTablesProps {
  codebook: Codebook
  shown: ShownCodebook
  isSearching: boolean
}

/** The entries of a codebook, part by part; while it is searched, parts without a find are left out. */
export function CodebookTables({ codebook, shown, isSearching }: CodebookTablesProps) {
  const clauses = new Map(codebook.clauses.map((clause) => [clause.id, clause]))
  const cited = (ids: readonly string[]) => ids.map((id) => clauses.get(id)?.citation ?? id).join(' · ')
  return (
    <>
      <Part title={say('tagKinds')} count={shown.tagKinds.length} heads={[say('key'), say('label'), say('description'), say('cites')]}>
        {shown.tagKinds.map((kind) => {
          const { tone, icon: Icon } = tagLook[kind.id]
          return (
            <tr key={kind.id}>
              <td>
                <Kbd keys={kind.key} />
              </td>
              <th scope="row" data-tone={tone}>
                <Icon aria-hidden className={styles['icon']} /> {kind.label}
              </th>
              <td>{kind.description}</td>
              <td className={styles['muted']}>{cited(kind.clauseIds)}</td>
            </tr>
          )
        })}
      </Part>
      <Part title={say('forceTypes')} count={shown.forceTypes.length} heads={[say('label'), say('counts'), say('details'), say('words')]}>
        {shown.forceTypes.map((type) => (
          <tr key={type.id}>
            <th scope="row">{type.label}</th>
            <td>{type.countsAsForce ? say('yes') : say('no')}</td>
            <td>{[...(type.needsBodyArea ? [say('bodyArea')] : []), say('countedIn', { noun: type.countNoun })].join(', ')}</td>
            <td className={styles['muted']}>{type.words.join(', ')}</td>
          </tr>
        ))}
      </Part>
      <Part title={say('bodyAreas')} count={shown.bodyAreas.length} heads={[say('label'), say('region'), say('words')]}>
        {shown.bodyAreas.map((area) => (
          <tr key={area.id}>
            <th scope="row">{area.label}</th>
            <td>{say(regionKeys[area.region])}</td>
            <td className={styles['muted']}>{area.words.join(', ')}</td>
          </tr>
        ))}
      </Part>
      <Part title={say('clauses')} count={shown.clauses.length} heads={[say('label'), say('citation'), say('text')]}>
        {shown.clauses.map((clause) => (
          <tr key={clause.id}>
            <th scope="row">{clause.label}</th>
            <td>{clause.citation}</td>
            <td className={styles['prose']} lang="en">
              {clause.text}
            </td>
          </tr>
        ))}
      </Part>
      <Part title={say('differenceKinds')} count={shown.differenceKinds.length} heads={[say('label'), say('rule')]}>
        {shown.differenceKinds.map((kind) => (
          <tr key={kind.id}>
            <th scope="row">{kind.label}</th>
            <td>{kind.rule}</td>
          </tr>
        ))}
      </Part>
      <Part title={say('reportTypes')} count={shown.reportTypes.length} heads={[say('label'), say('id')]}>
        {shown.reportTypes.map((type) => (
          <tr key={type.id}>
            <th scope="row">{type.label}</th>
            <td className={styles['muted']}>{type.id}</td>
          </tr>
        ))}
      </Part>
      {shown.lexicon.length > 0 && (
        <section className={styles['part']} aria-labelledby="codebook-lexicon">
          <h2 id="codebook-lexicon" className={styles['partTitle']}>
            {say('lexicon')} <span className={styles['count']}>{shown.lexicon.length}</span>
          </h2>
          <p className={styles['muted']}>{say('lexiconHint', { version: codebook.lexicon.version })}</p>
          <div className={styles['groups']}>
            {shown.lexicon.map((group) => (
              // Drawn anew when a search begins or ends: found words are shown at once, and a whole lexicon is folded.
              <details key={`${group.name} ${group.about ?? ''} ${String(isSearching)}`} open={isSearching} className={styles['group']}>
                <summary>
                  {phraseGroupLabel(group, codebook)}{' '}
                  <span className={styles['count']}>{say('phraseCount', { count: group.phrases.length })}</span>
                </summary>
                <ul lang="en" className={styles['phrases']}>
                  {group.phrases.map((phrase) => (
                    <li key={phrase}>{readable(phrase)}</li>
                  ))}
                </ul>
              </details>
            ))}
          </div>
        </section>
      )}
    </>
  )
}

function Part({ title, count, heads, children }: { title: string; count: number; heads: readonly string[]; children: ReactNode }) {
  const id = useId()
  if (count === 0) return null
  return (
    <section className={styles['part']} aria-labelledby={id}>
      <h2 id={id} className={styles['partTitle']}>
        {title} <span className={styles['count']}>{count}</span>
      </h2>
      <div className={styles['frame']}>
        <table className={styles['table']} aria-labelledby={id}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </section>
  )
}
