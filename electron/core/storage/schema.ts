import type { Generated } from 'kysely'

/** The tables as Kysely sees them. Text holds JSON where a column is named data; times are ISO instants. */
export interface Database {
  records: { entity: string; id: string; case_id: string | null; data: string }
  ledger: {
    sequence: number
    case_id: string | null
    actor_id: string
    kind: string
    action: string
    label: string
    target_sequence: number | null
    data: string
    hash: string
  }
  jobs: { id: string; status: string; created_at: string; data: string; request: string | null }
  media: { id: string; data: string }
  settings: { name: string; data: string }
  case_counts: {
    case_id: string
    /** The last ledger entry that changed a record of the case. */
    changed_sequence: number
    /** The one that the counts were made at; they hold while the two are the same. */
    counted_sequence: number | null
    counted_by: string | null
    data: string | null
  }
  /** What can be found, a row for each; its words are in `search_words` under the same `row_id`. */
  search_entries: {
    row_id: Generated<number>
    entity: string
    record_id: string
    case_id: string
    /** The record that this one lies in, e.g. the footage of a tag. */
    parent_id: string | null
    /** Where in a report's text the words begin, in UTF-16 units; 0 of other records. */
    start: number
  }
  search_words: { rowid: number; title: string; body: string }
  /** Records that were withdrawn: neither they nor what lies in them is found. */
  search_hidden: { record_id: string }
}
