import YAML

@testable import SymptomTree

extension Mutation {
  static let part1: [Mutation] = [
    Mutation(
      "a key that does not exist", .unknownKey,
      [
        "ankle.yaml:37:5 error There is no key `pictures` here. — Did you mean `picture`?"
      ]
    ) { clinic in
      try clinic.swapTree("    picture: foot-map", "    pictures: foot-map")
    },
    Mutation(
      "a key given twice", .duplicateKey,
      [
        "ankle.yaml:37:5 error `type` appears twice; the first is on line 36. — Remove one of the two."
      ]
    ) { clinic in
      try clinic.swapTree("    picture: foot-map", "    type: one-of")
    },
    Mutation(
      "no stage", .missingKey,
      [
        "ankle.yaml:26:3 error The key `stage` is missing. — Add `stage:`, then its value."
      ]
    ) { clinic in
      try clinic.swapTree(
        "    stage: red-flag\n    type: any-of\n    ask: Does", "    type: any-of\n    ask: Does")
    },
    Mutation(
      "a list where a text belongs", .wrongType,
      [
        "ankle.yaml:22:10 error `ask` must be text, not a list. — If the brackets are part of the text, write `ask: \"[How, old]\"`. If not, remove them."
      ]
    ) { clinic in
      try clinic.swapTree("ask: How old is the person?", "ask: [How, old]")
    },
    Mutation(
      "an empty question", .emptyValue,
      [
        "ankle.yaml:22:9 error `ask` is empty."
      ]
    ) { clinic in
      try clinic.swapTree("ask: How old is the person?", "ask:")
    },
    Mutation(
      "broken YAML", .yamlSyntax,
      [
        "ankle.yaml:4:13 error This `:` is not allowed here. — Put the text in quotes: write `title: \"Check: your ankle pain\"`."
      ]
    ) { clinic in
      try clinic.swapTree("title: Check", "title: Check: ")
    },
    Mutation(
      "a later format", .treeFormat,
      [
        "ankle.yaml:1:9 error `format` is `2`, but it must be `1`."
      ]
    ) { clinic in
      try clinic.swapTree("format: 1", "format: 2")
    },
    Mutation(
      "a version of two numbers", .treeFormat,
      [
        "ankle.yaml:3:10 error `version` is `1.2`, but it must be three numbers, such as `1.0.0`."
      ]
    ) { clinic in
      try clinic.swapTree("version: 1.2.0", "version: 1.2")
    },
    Mutation(
      "a language with blanks", .treeFormat,
      [
        "ankle.yaml:5:11 error `language` is `American English`, but it must be a language tag, such as `en-US`."
      ]
    ) { clinic in
      try clinic.swapTree("language: en-US", "language: American English")
    },
    Mutation(
      "a rank of its own", .treeFormat,
      [
        "care-levels.yaml:4:17 error `rank` of `routine` is 3, but it must be 2."
      ]
    ) { clinic in
      try clinic.swapCareLevels("rank: 2", "rank: 3")
    },
    Mutation(
      "an id with capitals", .treeInvalidID,
      [
        "ankle.yaml:40:7 error `Outside` cannot be an id. — Use lowercase letters, digits and hyphens, at most 40. Start with a letter."
      ]
    ) { clinic in
      try clinic.swapTree("      outside:", "      Outside:")
    },
    Mutation(
      "an answer called none", .treeInvalidID,
      [
        "ankle.yaml:40:7 error `none` cannot be the id of an answer. — Put `none` next to `answers`, not inside it."
      ]
    ) { clinic in
      try clinic.swapTree("      outside:", "      none:")
    },
    Mutation(
      "an outcome named like a question", .treeDuplicateID,
      [
        "ankle.yaml:63:3 error `age` is already the id of the question on line 19."
      ]
    ) { clinic in
      try clinic.swapTree("  this-week: {level", "  age: {level")
    },
    Mutation(
      "two vignettes of one id", .treeDuplicateID,
      [
        "ankle.vignettes.yaml:2:8 error `broken` is already the id of the vignette on line 1."
      ]
    ) { clinic in
      try clinic.swapVignettes("id: blue-foot", "id: broken")
    },
    Mutation(
      "a stage that does not exist", .treeUnknownWord,
      [
        "ankle.yaml:20:12 error `stage` is `gates`, but it must be `red-flag`, `gate`, `narrowing`. — Did you mean `gate`?"
      ]
    ) { clinic in
      try clinic.swapTree("stage: gate", "stage: gates")
    },
    Mutation(
      "a level that does not exist", .treeUnknownWord,
      [
        "ankle.yaml:62:18 error `level` is `urgnt`, but it must be `emergency`, `urgent`, `soon`, `routine`, `self-care`. — Did you mean `urgent`?"
      ]
    ) { clinic in
      try clinic.swapTree("today: {level: urgent", "today: {level: urgnt")
    },
    Mutation(
      "a card colour that does not exist", .treeUnknownWord,
      [
        "care-levels.yaml:4:75 error `card` is `azure`, but it must be `red`, `orange`, `yellow`, `green`, `blue`, `grey`."
      ]
    ) { clinic in
      try clinic.swapCareLevels("card: blue", "card: azure")
    },
    Mutation(
      "no care levels", .treeMissingFile,
      [
        "ankle.yaml:1:1 error The file with this tree's care levels, `care-levels.yaml`, is missing. — Put it next to this file."
      ]
    ) { clinic in
      clinic.careLevels = nil
    },
  ]
}
