import type { DifferenceKind } from '#shared/model/comparison'
import { createRandom, type Random } from './createRandom'

/** What happened, before anybody tells of it. People are numbers: 0 and 1 write reports, 2 stands by, 3 is the subject. */
export interface Event {
  kind: 'warning' | 'resistance' | 'force' | 'medical-aid' | 'intervention'
  /** Seconds after the camera began. */
  fromS: number
  toS: number
  type: ForceType
  area: Area | null
  count: number
  actor: number
}

/** What a report says of an event, or of one that never was (`event` is null). */
export interface Telling {
  event: Event | null
  kind: Event['kind']
  type: ForceType
  area: Area | null
  count: number | null
  actor: number | null
  /** Seconds after the camera began; null where no time is told. */
  statedS: number | null
  isDenied: boolean
  /** Whether it stands in one sentence with the telling before it. */
  isJoined: boolean
}

/** What a report tells besides the events, of which no tag and no statement is made. */
export interface Remark {
  about: RemarkSubject
  isDenied: boolean
}

export interface Box {
  about: BoxSubject
  isTicked: boolean
}

export interface Account {
  author: number
  tellings: Telling[]
  remarks: Remark[]
  /** Events that the report says nothing of. */
  omitted: Event[]
  /** Seconds after the camera began. */
  writtenS: number
  /** The boxes of a form; null where the report is no form. */
  boxes: Box[] | null
}

/** A difference that is truly there, by what it must name. */
export interface Truth {
  kind: DifferenceKind
  events: Event[]
  tellings: Telling[]
  accounts: Account[]
  person: number | null
  box: Box | null
}

export interface Incident {
  events: Event[]
  accounts: Account[]
  /** From when the need to intervene was apparent, with who was present; null where there was none. */
  needed: { fromS: number; toS: number; present: number[]; about: Event } | null
  /** Seconds after the camera began, while its sound was off; null where it was on throughout. */
  mutedS: { from: number; to: number } | null
  /** Pairs that nobody has looked at: from them nothing follows. */
  unseen: { event: Event; account: Account }[]
  truths: Truth[]
}

export const cameraLengthS = 900
export const shiftEndS = 3 * 3600

const forceTypes = ['strike', 'push', 'takedown', 'impact-weapon', 'chemical-spray', 'ecw-discharged', 'control-hold'] as const
export type ForceType = (typeof forceTypes)[number]
const remarkSubjects = ['frisk', 'vehicle-search', 'injury', 'camera', 'de-escalation', 'threat'] as const
export type RemarkSubject = (typeof remarkSubjects)[number]
const otherSubjects = ['warning', 'resistance', 'intervention', 'medical-aid', ...remarkSubjects] as const
export type BoxSubject = ForceType | (typeof otherSubjects)[number]
const regions = { above: ['head', 'face'], middle: ['chest', 'abdomen', 'back'], below: ['leg'] } as const
export type Area = (typeof regions)[keyof typeof regions][number]
const regionNames = ['above', 'middle', 'below'] as const

const toleranceS = 120

/** One incident with from none to three mistakes in its accounts, and every difference that follows from them. */
export function planIncident(seed: number): Incident {
  const random = createRandom(seed)
  const events = planEvents(random)
  const accounts = [0, 1].map((author): Account => planAccount(author, events, random))
  const incident: Incident = {
    ...{ events, accounts, needed: null, mutedS: null, unseen: [], truths: [] }
  }
  const mistakes = random.pick([0, 1, 1, 2, 2, 3])
  for (let made = 0; made < mistakes; made += 1) random.pick(allMistakes)(incident, random)
  for (const account of accounts) if (random.chance(0.3)) account.boxes ??= honestBoxes(account, random)
  addNeed(incident, random)
  if (random.chance(0.15)) leaveUnseen(incident, random)
  incident.truths.push(...betweenAccounts(incident), ...incident.accounts.flatMap(withinAccount), ...incident.accounts.flatMap(unfounded))
  return incident
}

function planEvents(random: Random): Event[] {
  const kinds: Event['kind'][] = [
    ...(random.chance(0.7) ? (['warning'] as const) : []),
    ...(random.chance(0.7) ? (['resistance'] as const) : []),
    ...Array.from({ length: random.whole(1, 4) }, () => 'force' as const),
    ...(random.chance(0.3) ? (['intervention'] as const) : []),
    ...(random.chance(0.6) ? (['medical-aid'] as const) : [])
  ]
  let atS = random.whole(20, 60)
  const used = new Set<ForceType>()
  return kinds.map((kind) => {
    const fromS = atS
    const toS = fromS + random.whole(0, 8)
    atS = toS + random.whole(5, 40)
    const type = random.pick(forceTypes.filter((one) => !used.has(one)))
    if (kind === 'force') used.add(type)
    return {
      ...{ kind, fromS, toS, type },
      area:
        kind === 'force' && ['strike', 'impact-weapon'].includes(type) && random.chance(0.8)
          ? random.pick(regions[random.pick(regionNames)])
          : null,
      count: kind === 'force' ? random.pick([1, 1, 2, 3]) : 1,
      actor: kind === 'resistance' ? 3 : random.pick(kind === 'intervention' ? [1, 2] : [0, 0, 1])
    }
  })
}

/** A true account: it may leave open what it does not know, name a neighbouring part of the body, and be a little off in time. */
function planAccount(author: number, events: readonly Event[], random: Random): Account {
  const tellings = events.map((event, at): Telling => ({
    ...{ event, kind: event.kind, type: event.type, isDenied: false },
    area: event.area === null || random.chance(0.2) ? null : random.pick(regions[regionOf(event.area)]),
    count: random.chance(0.3) ? null : event.count,
    actor: random.chance(0.15) ? null : event.actor,
    statedS: random.chance(0.3) ? event.fromS + random.whole(-50, 50) : null,
    isJoined: at > 0 && event.kind === 'force' && events[at - 1]?.kind === 'force' && random.chance(0.25)
  }))
  const remarks = remarkSubjects.flatMap((about): Remark[] => (random.chance(0.3) ? [{ about, isDenied: random.chance(0.25) }] : []))
  return { author, tellings, remarks, omitted: [], writtenS: random.whole(3600, shiftEndS - 600), boxes: null }
}

type Mistake = (incident: Incident, random: Random) => void

const truth = (kind: DifferenceKind, rest: Partial<Truth>): Truth => ({
  kind,
  events: [],
  tellings: [],
  accounts: [],
  person: null,
  box: null,
  ...rest
})

/** A telling of an event that no mistake has touched yet. */
function pickTelling(incident: Incident, random: Random, isFit: (telling: Telling, event: Event) => boolean) {
  const touched = new Set(incident.truths.flatMap(({ tellings }) => tellings))
  const fit = incident.accounts.flatMap((account) =>
    account.tellings.flatMap((telling) =>
      telling.event !== null && !touched.has(telling) && isFit(telling, telling.event) ? [{ account, telling, event: telling.event }] : []
    )
  )
  return fit.length === 0 ? null : random.pick(fit)
}

const onForce = (
  change: (telling: Telling, event: Event, random: Random) => void,
  kind: DifferenceKind,
  isFit: (event: Event) => boolean
): Mistake =>
  function mistake(incident, random) {
    const picked = pickTelling(incident, random, (telling, event) => event.kind === 'force' && isFit(event) && !telling.isDenied)
    if (picked === null) return
    change(picked.telling, picked.event, random)
    incident.truths.push(truth(kind, { events: [picked.event], tellings: [picked.telling], accounts: [picked.account] }))
  }

const omit: Mistake = (incident, random) => {
  const picked = pickTelling(incident, random, (_, { kind }) => kind === 'force' || kind === 'intervention')
  if (picked === null) return
  const { account, telling, event } = picked
  const at = account.tellings.indexOf(telling)
  const next = account.tellings[at + 1]
  if (next !== undefined) next.isJoined = false
  account.tellings.splice(at, 1)
  account.omitted.push(event)
  incident.truths.push(truth('not-in-report', { events: [event], accounts: [account] }))
}

const wrongType = onForce(
  (telling, event, random) => {
    telling.type = random.pick(forceTypes.filter((type) => type !== event.type))
  },
  'force-type',
  () => true
)

const wrongArea = onForce(
  (telling, event, random) => {
    telling.area = random.pick(regions[random.pick(regionNames.filter((region) => event.area !== null && region !== regionOf(event.area)))])
  },
  'force-type',
  ({ area }) => area !== null
)

const denied = onForce(
  (telling) => Object.assign(telling, { isDenied: true, statedS: null, isJoined: false }),
  'force-type',
  () => true
)

const wrongCount = onForce(
  (telling, event, random) => {
    telling.count = event.count === 1 ? random.whole(2, 4) : event.count - 1
  },
  'count',
  () => true
)

const wrongPerson: Mistake = (incident, random) => {
  const picked = pickTelling(incident, random, (_, { kind }) => kind === 'force' || kind === 'medical-aid')
  if (picked === null) return
  const { account, telling, event } = picked
  telling.actor = random.pick([0, 1, 2].filter((person) => person !== event.actor))
  incident.truths.push(truth('person', { events: [event], tellings: [telling], accounts: [account] }))
}

const wrongTime: Mistake = (incident, random) => {
  const picked = pickTelling(incident, random, () => true)
  if (picked === null) return
  const { account, telling, event } = picked
  // Told to the minute, so a minute is lost beside the tolerance.
  const offS = toleranceS + 60 + random.whole(5, 600)
  telling.statedS = random.chance(0.5) ? event.toS + offS : event.fromS - offS
  incident.truths.push(truth('time', { events: [event], tellings: [telling], accounts: [account] }))
}

const wrongOrder: Mistake = (incident, random) => {
  const account = random.pick(incident.accounts)
  const isSwapped = incident.truths.some(({ kind, accounts }) => kind === 'order' && accounts.includes(account))
  const places = account.tellings.flatMap((telling, at) => {
    const next = account.tellings[at + 1]
    const isApart = next !== undefined && !telling.isJoined && !next.isJoined && account.tellings[at + 2]?.isJoined !== true
    return isApart && telling.event !== null && next.event !== null && !telling.isDenied && !next.isDenied ? [at] : []
  })
  if (isSwapped || places.length === 0) return
  const at = random.pick(places)
  const swapped = account.tellings.splice(at, 2).reverse()
  account.tellings.splice(at, 0, ...swapped)
  incident.truths.push(truth('order', { events: swapped.flatMap(({ event }) => event ?? []), tellings: swapped, accounts: [account] }))
}

const invented = (kind: Telling['kind'], statedS: number | null, random: Random): Telling => ({
  ...{ event: null, kind, type: random.pick(forceTypes), area: null, count: null, actor: kind === 'resistance' ? 3 : 0, statedS },
  ...{ isDenied: false, isJoined: false }
})

const inventReason: Mistake = (incident, random) => {
  const account = random.pick(incident.accounts)
  const places = account.tellings.flatMap(({ kind, event, isJoined }, at) => (kind === 'force' && event !== null && !isJoined ? [at] : []))
  if (places.length === 0) return
  const telling = invented(random.pick(['resistance', 'warning']), null, random)
  account.tellings.splice(random.pick(places), 0, telling)
  incident.truths.push(truth('not-on-footage', { tellings: [telling], accounts: [account] }))
}

const inventForce: Mistake = (incident, random) => {
  const account = random.pick(incident.accounts)
  const telling = invented(random.pick(['force', 'medical-aid']), random.chance(0.5) ? random.whole(60, cameraLengthS - 120) : null, random)
  account.tellings.push(telling)
  incident.truths.push(truth('not-on-footage', { tellings: [telling], accounts: [account] }))
}

const outOfSight: Mistake = (incident, random) => {
  const account = random.pick(incident.accounts)
  const isMuted = random.chance(0.5)
  if (isMuted) incident.mutedS ??= { from: 700, to: cameraLengthS }
  const statedS = isMuted ? random.whole(760, cameraLengthS - 60) : cameraLengthS + random.whole(120, 900)
  const telling = invented(isMuted ? 'warning' : random.pick(['force', 'resistance', 'medical-aid', 'warning']), statedS, random)
  account.tellings.push(telling)
  incident.truths.push(truth('coverage', { tellings: [telling], accounts: [account] }))
}

const wrongBoxes: Mistake = (incident, random) => {
  const account = random.pick(incident.accounts)
  if (account.boxes !== null) return
  account.boxes = honestBoxes(account, random)
  const wrong = new Set([random.pick(account.boxes), random.pick(account.boxes)])
  for (const box of wrong) box.isTicked = !box.isTicked
}

const allMistakes: readonly Mistake[] = [
  ...[omit, omit, wrongType, wrongArea, denied, wrongCount, wrongCount, wrongPerson, wrongTime, wrongOrder, wrongOrder],
  ...[inventReason, inventForce, outOfSight, wrongBoxes]
]

function honestBoxes(account: Account, random: Random): Box[] {
  const told = toldIn(account)
  const box = (about: BoxSubject): Box => ({ about, isTicked: told.has(about) })
  return [
    ...forceTypes.flatMap((type) => (told.has(type) || random.chance(0.6) ? [box(type)] : [])),
    ...otherSubjects.flatMap((about) => (random.chance(0.6) ? [box(about)] : []))
  ]
}

const toldIn = ({ tellings, remarks }: Account): Set<BoxSubject> =>
  new Set([
    ...tellings.flatMap(({ kind, type, isDenied }) => (isDenied ? [] : [kind === 'force' ? type : kind])),
    ...remarks.flatMap(({ about, isDenied }) => (isDenied ? [] : [about]))
  ])

/** In half of the cases somebody should have stepped in; the officers present then report in time, late, not at all, or silently. */
function addNeed(incident: Incident, random: Random): void {
  const about = incident.events.find(({ kind }) => kind === 'force')
  if (about === undefined || random.chance(0.5)) return
  const present = random.pick([[1], [1, 2], [2], [1]])
  incident.needed = { fromS: about.fromS, toS: about.toS + 3, present, about }
  const mine = incident.accounts[1]
  if (present.includes(2)) incident.truths.push(truth('duty-to-intervene', { person: 2 }))
  if (!present.includes(1) || mine === undefined) return
  if (random.chance(0.3)) {
    mine.writtenS = shiftEndS + random.whole(60, 50_000)
    incident.truths.push(truth('duty-to-intervene', { person: 1 }))
  } else if (mine.omitted.includes(about)) {
    incident.truths.push(truth('duty-to-intervene', { person: 1 }))
  }
}

/** One omission that nobody has looked for: then it is not compared, and nothing is to be found. */
function leaveUnseen(incident: Incident, random: Random): void {
  const account = random.pick(incident.accounts)
  const event = account.omitted[0]
  if (event === undefined || (incident.needed?.about === event && account.author === 1)) return
  incident.unseen.push({ event, account })
  incident.truths = incident.truths.filter(
    (one) => !(one.kind === 'not-in-report' && one.events[0] === event && one.accounts[0] === account)
  )
}

/** Both accounts tell of one event, and what they say cannot both be. */
function betweenAccounts({ accounts: [first, second] }: Incident): Truth[] {
  if (first === undefined || second === undefined) return []
  return first.tellings.flatMap((one) =>
    second.tellings.flatMap((other) => {
      if (one.event === null || one.event !== other.event) return []
      const isApart = one.isDenied || other.isDenied ? one.isDenied !== other.isDenied : areApart(one, other)
      return isApart ? [truth('between-reports', { events: [one.event], tellings: [one, other], accounts: [first, second] })] : []
    })
  )
}

/** A form with a box that is not as its own narrative is. */
function withinAccount(account: Account): Truth[] {
  const told = toldIn(account)
  return (account.boxes ?? []).flatMap((box) =>
    box.isTicked === told.has(box.about) ? [] : [truth('within-a-report', { accounts: [account], box })]
  )
}

/** Resistance or a warning that never was, told before force that was. */
function unfounded(account: Account): Truth[] {
  return account.tellings.flatMap((telling, at) => {
    const isReason = telling.event === null && telling.statedS === null && ['resistance', 'warning'].includes(telling.kind)
    const isBeforeForce = account.tellings.slice(at + 1).some(({ kind, event }) => kind === 'force' && event !== null)
    return isReason && isBeforeForce ? [truth('justification', { tellings: [telling], accounts: [account] })] : []
  })
}

function areApart(one: Telling, other: Telling): boolean {
  const isForce = one.kind === 'force'
  return (
    (isForce && one.type !== other.type) ||
    (one.area !== null && other.area !== null && regionOf(one.area) !== regionOf(other.area)) ||
    (isForce && one.count !== null && other.count !== null && one.count !== other.count) ||
    (one.actor !== null && other.actor !== null && one.actor !== other.actor)
  )
}

function regionOf(area: Area): (typeof regionNames)[number] {
  return regionNames.find((name) => regions[name].some((one) => one === area)) ?? 'middle'
}
