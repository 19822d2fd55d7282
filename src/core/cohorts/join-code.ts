import { randomInt } from 'node:crypto'

/** Words that are easy to read out and to spell. */
const WORDS = `
  acorn amber anchor apple apron arrow aspen atlas autumn badge bagel baker bamboo banjo barley barn basil basket
  bazaar beacon beaver bench berry bicycle birch biscuit blanket blossom bonnet bottle bramble brass bread breeze
  brick bridge bright bronze brook brush bubble bucket butter button cabin cactus camel candle canoe canvas
  caravan carbon carpet carrot castle cedar cello chalk cherry chimney cinema circle citrus clover coast cobalt
  cocoa comet compass copper coral cosmic cotton cradle crayon cricket crystal cuckoo curlew cymbal daisy dancer
  delta denim desk dolphin domino donkey dragon drum eagle easel echo elbow ember emerald engine falcon feather
  fennel fern ferry fiddle field finch fjord flannel flask flint flower flute forest fossil fountain fox galaxy
  garden garlic garnet gentle ginger glacier glider globe golden granite grape green guitar hammer harbour harvest
  hazel heather hedge helmet heron hickory hinge honey horizon hornet island ivory ivy jacket jasmine jigsaw
  jungle juniper kayak kettle kitchen kiwi kitten ladder lagoon lantern laurel lemon lentil lilac lime linen
  lizard lobster locket lotus magnet magpie mango maple marble market meadow melon mitten mosaic mountain muffin
  museum mustard nectar needle nettle nutmeg oasis ocean olive onion opal orange orbit orchard organ otter oyster
  paddle pancake panda paper parcel parrot pasta pebble pelican pencil pepper piano pigeon pillow planet plaster
  plum pocket pollen poppy potato prairie puffin pumpkin puzzle quartz quilt rabbit radish raft rainbow raven
  ribbon river robin rocket rope rose saddle saffron sailor salmon sandal satin saucer scarf seashell shadow
  silver skate slate
`
  .trim()
  .split(/\s+/)

const word = (): string => WORDS[randomInt(WORDS.length)] as string

/** A code to write on a board: three words and a number, one of more than a thousand million. */
export const newJoinCode = (): string => `${word()}-${word()}-${word()}-${randomInt(10, 100)}`

/** A code as it is kept, from however somebody typed it: “Amber  kettle, Otter 42”. */
export const joinCodeOf = (typed: string): string =>
  typed
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-')
