import { fictionNotice } from './demonstrationScript'

/** The use-of-force report: the boxes of its form, and its narrative. */
export const riveraReport = {
  title: 'Use-of-Force Report',
  boxes: [
    ['Incident number', '24-118302'],
    ['Date and time', '10/12/2024, 2114 hours'],
    ['Place', 'Main Street, 400 block (demonstration)'],
    ['Reporting officer', 'Officer A. Rivera #2114'],
    ['Subject', 'M. Doe (fictional)'],
    ['Force used', 'Takedown; hand strike'],
    ['Resistance met', 'Assaultive'],
    ['Injury', 'Small cut above the eye'],
    ['Supervisor notified', 'Sgt. C. Haddad #1033'],
    ['Written', '10/12/2024, 2205 hours']
  ],
  narrative: [
    'On 10/12/2024 at 2114 hours I was on foot patrol on Main Street when I saw a male in an orange hooded sweatshirt, later identified as M. Doe, who matched the description from an earlier call for a disturbance. I asked him to stop and speak with me. I told him to put his hands behind his back and he did not comply.',
    'He swung at me with a closed fist. In response I took him to the ground. On the ground he kept pulling his arms under his body. I delivered one strike to his upper body, after which he complied. He was handcuffed with the help of Officer B. Novak #2087.',
    'I saw a small cut above his eye. I requested EMS at 2119 hours. EMS treated him at the scene. My body-worn camera was recording for the whole incident.'
  ]
} as const

/** The supplement by the second officer: who and when, and its narrative. */
export const novakReport = {
  title: 'INCIDENT REPORT - SUPPLEMENT',
  boxes: [
    ['Incident number', '24-118302'],
    ['Date of incident', '10/12/2024'],
    ['Officer', 'B. Novak #2087'],
    ['Written', '10/13/2024, 1030 hours']
  ],
  narrative: [
    'On 10/12/2024 I went to Main Street, 400 block, as back-up for Officer A. Rivera #2114. When I arrived, Officer Rivera had a male on the ground. I assisted with handcuffing. The male was then seated against the wall.',
    'I stood by until EMS arrived and then cleared the scene. I did not use force. My body-worn camera was on.'
  ]
} as const

/** The statement of the witness. */
export const parkReport = `${fictionNotice}

WITNESS STATEMENT
Incident number: 24-118302
Witness: L. Park
Taken: 10/12/2024, 9:50 pm, at the scene

I was across from the bakery on Main Street at about a quarter past nine. A man in an orange hoodie was talking with a police officer. The man had his hands up where everybody could see them. He did not swing at anybody.

The officer grabbed him and threw him to the ground. When he was already down I saw three punches to the head. A second officer in a yellow vest was right next to them, and the other officer just stood there. I called out that he was not doing anything.

About a minute later I heard the officer ask for an ambulance on the radio. I filmed a part of it on my phone.
`
