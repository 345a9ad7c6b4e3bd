import { novakReport, parkReport, riveraReport } from '#core/demonstration/reportTexts'

const boilerplate = `INCIDENT REPORT 24-118302

On 10/12/2024 at approximately 2114 hours I was dispatched to 412 Main Street. I identified myself as a police officer. I gave a verbal command. He did not comply. I drew my ECW and pointed it at him.

I gave a verbal command. He did not comply. I deployed one cycle of the ECW for 5 seconds. It had no effect. I gave a verbal command. He complied.

I identified myself as a police officer. I gave a verbal command. I gave a verbal command. I gave a verbal command. He did not comply. I delivered one strike to his upper body. I delivered one strike to his upper body. I delivered two strikes to his left thigh.

Officer Novak stated that he "did not see a strike". EMS was called at 2119 hours. EMS was called at 2124 hours. My body-worn camera was on.
`

const form = `USE OF FORCE REPORT
Officer: A. Rivera #2114
Subject 1: M. Doe
Force used: strike
Resistance: active
Injury: none
Subject 2: J. Roe
Force used: strike
Resistance: active
Injury: none
Subject 3: R. Poe
Force used: takedown
Resistance: active
Injury: cut above the eye
Supervisor notified: Sgt. Haddad at 2130 hours. Supervisor responded: yes.
`

const ofScript = ({ title, boxes, narrative }: typeof riveraReport | typeof novakReport): string =>
  [title, ...boxes.map(([name, value]) => `${name}: ${value}`), ...narrative].join('\n')

/** The accounts that are edited: narratives, a form, and one that says the same again and again. */
export const editedTexts: readonly string[] = [ofScript(riveraReport), ofScript(novakReport), parkReport, boilerplate, form]
