import type { Area, ForceType, Telling } from './incident'
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
export const boxNames: Record<ForceType, string> = {
  strike: 'Punch / kick',
  push: 'Push',
  takedown: 'Takedown',
  'impact-weapon': 'Baton',
  'chemical-spray': 'OC spray',
  'ecw-discharged': 'Taser',
  'control-hold': 'Control hold'
}

function nameOf(person: number): string {
  return person === 3 ? `Mr. ${names[3]}` : `Ofc. ${names[person] ?? ''}`
}
