import type { Clothing } from './figure'

/** Dark blue uniform. */
export const riveraClothing: Clothing = {
  ...{ skin: [176, 128, 98], hair: [34, 26, 24], top: [36, 46, 82], sleeves: [40, 52, 92], trousers: [26, 32, 56], shoes: [14, 14, 16] },
  band: null
}

/** Dark blue uniform under a yellow vest. */
export const novakClothing: Clothing = {
  ...{
    skin: [214, 170, 142],
    hair: [112, 82, 50],
    top: [206, 208, 62],
    sleeves: [42, 54, 94],
    trousers: [26, 32, 56],
    shoes: [14, 14, 16]
  },
  band: [236, 238, 232]
}

/** Orange hooded sweatshirt, grey trousers. */
export const doeClothing: Clothing = {
  ...{
    skin: [150, 104, 78],
    hair: [204, 96, 34],
    top: [222, 112, 42],
    sleeves: [228, 118, 46],
    trousers: [104, 106, 114],
    shoes: [206, 206, 204]
  },
  band: null
}

/** Green coat. */
export const parkClothing: Clothing = {
  ...{ skin: [206, 162, 130], hair: [26, 22, 22], top: [52, 112, 76], sleeves: [56, 118, 80], trousers: [62, 52, 50], shoes: [40, 30, 26] },
  band: null
}
