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
}
