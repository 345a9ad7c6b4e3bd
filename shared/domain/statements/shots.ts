import type { Lexicon, Naming } from './lexicon'
import { findPhrases, type PhraseMatch } from './phrases'
import type { Reach } from './span'
import type { Token } from './tokens'

const firearm = 'firearm-discharged'
const projectile = 'less-lethal-projectile'
const firearmWords = /^(?:guns?|firearms?|pistol|handgun|rifles?|shotgun|weapons?|gunfire|gunned)$/
const otherGunWords = /^(?:riot|stun|paintball|bag|beanbag|lethal|foam)$/
const impactWeapon = 'impact-weapon'
const hitWords = /^(?:strik(?:e|es|ing)|struck|hit|hits|hitting)$/
const handWords = /^(?:batons?|fists?|shields?|bikes?|bicycles?|flashlight|club|sticks?|punch\w*|kick\w*|beat\w*)$/
const blowWords = /^(?:strik\w+|struck|hit|hits|hitting|beat\w*|blows?)$/
const bareHandWords = /^(?:fists?|hands?|punch\w*|kick\w*|knees?|elbows?|feet|foot)$/
const flyingWords =
  /^(?:rubber|foam|projectiles?|munitions?|bullets?|canisters?|pellets?|rounds?|grenades?|gas|flashbangs?|balls?|beanbags?|bean|taser|probes|tear|impact|pepper|shots|gunfire)$/
const mostWordsAfter = 8
const mostWordsToMeans = 8
const mostWordsBefore = 4

/** The force types of a sentence's phrases, with a bare "shot" or "fired" read as the weapon it speaks of. */
export interface Shots {
  /** The force type that the words mean, of a blow that of its weapon; null for force without one. */
  readonly typeOf: (match: PhraseMatch<Naming>) => string | null
  /** False for traps, and where the words tell what a projectile hit. */
  readonly isAct: (match: PhraseMatch<Naming>) => boolean
  /** The type that a bare shot in the sentences that follow goes on with; null for none named. */
  readonly lastLauncher: string | null
}

/** "Struck in the leg by a rubber bullet": the first means told after "by" or "with" is one that flies. */
const isHitByFlying = (tokens: readonly Token[], from: number): boolean => {
  let isTold = false
  for (let position = from + 1; position <= from + mostWordsToMeans; position++) {
    const token = tokens[position]
    if (token === undefined || /[;:]/.test(token.before)) return false
    if (/^(?:by|with)$/.test(token.word)) isTold = true
    else if (isTold && handWords.test(token.word)) return false
    else if (isTold && flyingWords.test(token.word)) return true
  }
  return false
}

/**
 * "I hit him with my baton", "struck by a nightstick", "two baton strikes": one act, and the weapon says which. With "baton and fists" it
 * is a strike of the hand too.
 */
const isHitWithWeapon = (tokens: readonly Token[], { first }: Reach, weapons: readonly Reach[]): boolean =>
  weapons.some((weapon) => {
    if (first > weapon.first) return first === weapon.last + 1 && !/[,;:()]/.test(tokens[first]?.before ?? '')
    const means = tokens.slice(first + 1, weapon.first)
    const lead = means.findLastIndex(({ word }) => /^(?:with|by|using)$/.test(word))
    return (
      lead >= 0 &&
      means.length <= mostWordsToMeans &&
      means.length - lead <= mostWordsBefore &&
      !means.some(({ before }) => /[;:]/.test(before)) &&
      ![...means.slice(lead), ...tokens.slice(weapon.last + 1, weapon.last + mostWordsBefore)].some(({ word }) => bareHandWords.test(word))
    )
  })

/**
 * "Police fired tear gas and shot her with a bean bag" names no firearm, and "they then shot at the crowd" goes on with the less-lethal
 * weapon last named. A weapon beside the word counts first; without any, a shot is a firearm's. What a projectile hits was not struck by
 * hand: "fired a foam round, striking him in the foot".
 */
export const resolveShots = (
  tokens: readonly Token[],
  matches: readonly PhraseMatch<Naming>[],
  lexicon: Lexicon,
  lastLauncher: string | null
): Shots => {
  const named = findPhrases(tokens, lexicon.launchers)
  const last = named.findLast(({ label }) => label !== 'ecw-discharged' && label !== 'chemical-spray')?.label ?? null
  const carried = last === null ? lastLauncher : last === firearm ? firearm : projectile
  const namesFirearm = ({ positions }: PhraseMatch<Naming>): boolean =>
    positions.some((position) => firearmWords.test(tokens[position]?.word ?? '') && !otherGunWords.test(tokens[position - 1]?.word ?? ''))
  const isShot = ({ label }: PhraseMatch<Naming>): boolean => label !== 'trap' && label.type === firearm
  const beside = (match: PhraseMatch<Naming>): string | null =>
    named.find(({ first }) => first >= match.first && first - match.last <= mostWordsAfter)?.label ??
    named.findLast((launcher) => launcher.last < match.first && match.first - launcher.last <= mostWordsBefore)?.label ??
    null
  const firstShotAt = Math.min(
    ...matches.filter(isShot).map(({ first }) => first),
    ...named.filter(({ label }) => label === projectile || label === 'tear-gas' || label === 'distraction-device').map(({ first }) => first)
  )
  const weapons = matches.filter(({ label }) => label !== 'trap' && label.type === impactWeapon)
  const byHand = tokens.some(({ word }) => handWords.test(word))
  // "She was hit in the leg": after sentences that tell of firing, what hit her flew.
  const isBareHit = ({ first }: PhraseMatch<Naming>): boolean =>
    lastLauncher !== null &&
    /^(?:hit|struck)$/.test(tokens[first]?.word ?? '') &&
    [first - 1, first - 2].some((position) => /^(?:was|were|is|are|been|being|got)$/.test(tokens[position]?.word ?? '')) &&
    !tokens.slice(first + 1, first + mostWordsToMeans).some(({ word }) => word === 'by' || word === 'with')
  return {
    typeOf: (match) => {
      if (match.label === 'trap') return null
      const isBlow = match.label.type === 'strike' && blowWords.test(tokens[match.first]?.word ?? '')
      if (isBlow && isHitWithWeapon(tokens, match, weapons)) return impactWeapon
      return isShot(match) && !namesFirearm(match) ? (beside(match) ?? carried ?? firearm) : match.label.type
    },
    isAct: (match) => {
      const { label, first } = match
      if (label === 'trap') return false
      const isHit = label.type === 'strike' && hitWords.test(tokens[first]?.word ?? '')
      return !(isHit && (isHitByFlying(tokens, first) || isBareHit(match) || (!byHand && first > firstShotAt)))
    },
    lastLauncher: carried
  }
}
