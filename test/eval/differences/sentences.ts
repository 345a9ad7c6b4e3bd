import type { Area, BoxSubject, ForceType, Remark, RemarkSubject, Telling } from './incident'
import type { Random } from './createRandom'

/** How the officers and the subject of a generated incident are called, by their numbers. */
export const names = ['Adams', 'Barnes', 'Cole', 'Reyes'] as const

const areas: Record<Area, string> = {
  head: 'in the head',
  face: 'in the face',
  chest: 'in the chest',
  abdomen: 'in the stomach',
  back: 'in the back',
  leg: 'on the leg'
}

const acts: Record<ForceType, readonly [string, string][]> = {
  strike: [
    ['punched', 'punch'],
    ['kicked', 'kick']
  ],
  push: [
    ['shoved', 'shove'],
    ['pushed', 'push']
  ],
  takedown: [
    ['tackled', 'tackle'],
    ['took down', 'take down']
  ],
  'impact-weapon': [['hit with a baton', 'hit with a baton']],
  'chemical-spray': [['pepper sprayed', 'pepper spray']],
  'ecw-discharged': [['tased', 'tase']],
  'control-hold': [['put an arm bar on', 'put an arm bar on']]
}

const numbers = ['', 'once', 'twice', 'three times', 'four times']

/** What a telling says, without time and full stop, as its author would write it. */
export function clauseOf(telling: Telling, author: number, random: Random): string {
  const actor = telling.actor === null ? 'an officer' : telling.actor === author ? 'I' : nameOf(telling.actor)
  const subject = `Mr. ${names[3]}`
  switch (telling.kind) {
    case 'force': {
      const [past, plain] = random.pick(acts[telling.type])
      const verb = telling.isDenied ? `did not ${plain}` : past
      const [head, ...tail] = verb.split(' with ')
      const object = tail.length > 0 ? `${head} ${subject} with ${tail.join(' with ')}` : `${verb} ${subject}`
      return [actor, object, telling.area === null ? '' : areas[telling.area], telling.count === null ? '' : (numbers[telling.count] ?? '')]
        .filter(Boolean)
        .join(' ')
    }
    case 'warning':
      return `${actor} ordered ${subject} to get on the ground`
    case 'resistance':
      return telling.actor === 3 ? `${subject} swung at officers and pulled away` : `${subject} was fighting with officers`
    case 'medical-aid':
      return `${actor} called EMS for ${subject}`
    case 'intervention':
      return `${actor} stepped in and pulled the other officer away from ${subject}`
  }
}

/** Words between the events, of which nothing follows. */
export const asides: readonly string[] = [
  'The weather was clear.',
  'The area is lit by street lamps.',
  'Traffic was light.',
  'Several bystanders were on the sidewalk.'
]

/** How a form names its boxes. */
export const boxNames: Record<BoxSubject, readonly string[]> = {
  strike: ['Punch / kick'],
  push: ['Push'],
  takedown: ['Takedown'],
  'impact-weapon': ['Baton'],
  'chemical-spray': ['OC spray'],
  'ecw-discharged': ['Taser'],
  'control-hold': ['Control hold'],
  warning: ['Verbal commands', 'Commands given'],
  resistance: ['Subject resisted', 'Active resistance'],
  intervention: ['Officer intervened', 'Intervention by an officer'],
  'medical-aid': ['Medical aid provided', 'Ambulance called'],
  frisk: ['Frisked', 'Pat-frisk', 'Person searched'],
  'vehicle-search': ['Vehicle searched', 'Search of vehicle'],
  injury: ['Subject injured', 'Injury to subject'],
  camera: ['Body camera activated', 'BWC on'],
  'de-escalation': ['De-escalation used', 'De-escalation techniques'],
  threat: ['Verbal threats', 'Threatened officers']
}

const remarks: Record<RemarkSubject, { affirmed: readonly string[]; denied: readonly string[] }> = {
  frisk: {
    affirmed: [
      'I frisked Mr. Reyes for weapons.',
      'I patted Mr. Reyes down.',
      'I conducted a pat frisk of Mr. Reyes.',
      'I searched his pockets.'
    ],
    denied: ['I did not frisk Mr. Reyes.', 'Mr. Reyes was not patted down.']
  },
  'vehicle-search': {
    affirmed: ['I searched his vehicle.', 'The car was searched.', 'I conducted a search of the trunk.'],
    denied: ['I did not search the car.', 'The vehicle was not searched.']
  },
  injury: {
    affirmed: ['Mr. Reyes had a laceration on his arm.', 'Mr. Reyes complained of pain in his wrist.', 'His lip was bleeding.'],
    denied: ['Mr. Reyes was not injured.', 'I saw no injuries on Mr. Reyes.']
  },
  camera: {
    affirmed: ['I activated my body camera.', 'My body-worn camera was recording.'],
    denied: ['I did not activate my body camera.', 'My body camera was not recording.']
  },
  'de-escalation': {
    affirmed: ['I tried to calm Mr. Reyes down.', 'I used de-escalation techniques.', 'I tried to reason with Mr. Reyes.'],
    denied: ['I did not attempt to de-escalate.']
  },
  threat: {
    affirmed: ['Mr. Reyes threatened to kill me.', 'Mr. Reyes made threats against the officers.'],
    denied: ['Mr. Reyes made no threats.', 'Mr. Reyes did not threaten anyone.']
  }
}

/** The sentence of a remark, with its full stop. */
export function sentenceOf({ about, isDenied }: Remark, random: Random): string {
  return random.pick(remarks[about][isDenied ? 'denied' : 'affirmed'])
}

function nameOf(person: number): string {
  return person === 3 ? `Mr. ${names[3]}` : `Ofc. ${names[person] ?? ''}`
}
