import SiteModel

/// The JSON Schema (draft 2020-12) of the published tree.
package enum TreeSchema {
  /// Its name, beside the trees.
  package static let fileName = "tree.schema.json"

  /// The schema, keys in byte order; the kinds' names are the site's own, nil for one that no outcome may name.
  package static func bytes(causeKind: String?, stretchKind: String?) -> [UInt8] {
    let schema: Schema = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Symptom checker",
      "description": "Questions; each answer leads to the next question or to an outcome.",
      "$ref": "#/$defs/tree",
      "$defs": [
        "tree": tree(causeKind, stretchKind), "review": review, "question": question, "answer": answer,
        "outcome": outcome(causeKind, stretchKind), "article": article, "careLevel": careLevel,
        "flag": ["type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"],
        "id": ["type": "string", "pattern": .text("^[a-z][a-z0-9-]{0,39}$")],
        "level": .choice(CareLevel.allCases.map(\.rawValue)),
        "text": text, "html": html, "language": language,
        "date": ["type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"],
      ],
    ]
    return schema.compact + [0x0A]
  }

  private static func tree(_ causeKind: String?, _ stretchKind: String?) -> Schema {
    let kinds = [causeKind, stretchKind].compactMap { $0 }
    return object(
      required: [
        "$schema": ["const": .text(fileName)], "format": ["const": 1], "id": ref("id"),
        "version": [
          "type": "string", "pattern": #"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$"#,
        ],
        "title": ref("text"),
        "language": ref("language"),
        "review": ref("review"), "start": ref("id"),
        "nodes": [
          "type": "object", "minProperties": 2, "maxProperties": .number(TreeBounds.nodes),
          "propertyNames": ref("id"),
          "additionalProperties": ["oneOf": [ref("question"), ref("outcome")]],
        ],
        "flags": ["type": "object", "propertyNames": ref("flag"), "additionalProperties": ref("text")],
        "content": [
          "type": "object",
          "propertyNames": ["pattern": .text("^(\(kinds.joined(separator: "|"))):[a-z0-9-]+$")],
          "additionalProperties": ref("article"),
        ],
        "careLevels": object(
          required: Dictionary(
            uniqueKeysWithValues: CareLevel.allCases.map { level in
              let rank: Schema = ["properties": ["rank": ["const": .number(level.rank)]]]
              return (level.rawValue, ["allOf": [ref("careLevel"), rank]])
            })),
      ],
      // Of what is in another language than the rest.
      optional: [
        "titleLang": ref("language"),
        "flagsLang": [
          "type": "object", "minProperties": 1, "propertyNames": ref("flag"),
          "additionalProperties": ref("language"),
        ],
      ])
  }

  private static let review: Schema = object(
    required: ["status": .choice(Review.Status.names)],
    optional: ["reviewer": ref("text"), "reviewed": ref("date"), "due": ref("date")]
  ).with([
    "if": ["properties": ["status": ["const": "approved"]]],
    "then": ["required": ["reviewer", "reviewed", "due"]],
  ])

  private static let question: Schema = object(
    required: [
      "kind": .choice(Question.Kind.allCases.map(\.rawValue)),
      "stage": .choice(Stage.allCases.map(\.rawValue)),
      "ask": ref("text"),
      "answers": [
        "type": "array", "minItems": 1, "maxItems": .number(TreeBounds.answers), "items": ref("answer"),
      ],
    ],
    optional: [
      "none": [
        "allOf": [ref("answer"), ["properties": ["id": ["const": "none"]], "not": ["required": ["flag"]]]]
      ], "help": ref("html"), "lang": ref("language"),
      "picture": ref("id"),
    ]
  ).with([
    "if": ["properties": ["kind": ["const": "any-of"]]],
    "then": ["required": ["none"], "not": ["required": ["picture"]]],
    "else": [
      "not": ["required": ["none"]], "properties": ["stage": ["enum": ["gate", "narrowing"]]],
    ],
    // Flags stand in red-flag questions, and nothing else does there.
    "allOf": [
      [
        "if": ["properties": ["stage": ["const": "red-flag"]]],
        "then": answers(["required": ["flag"]]),
        "else": answers(["not": ["required": ["flag"]]]),
      ]
    ],
  ])

  private static func answers(_ each: Schema) -> Schema { ["properties": ["answers": ["items": each]]] }

  private static let answer: Schema = object(
    required: ["id": ref("id"), "label": ref("text"), "next": ref("id")],
    optional: ["flag": ref("flag"), "lang": ref("language")])

  private static func outcome(_ causeKind: String?, _ stretchKind: String?) -> Schema {
    func list(_ kind: String, _ limit: Int) -> Schema {
      [
        "type": "array", "minItems": 1, "maxItems": .number(limit), "uniqueItems": true,
        "items": ["type": "string", "pattern": .text("^\(kind):[a-z0-9-]+$")],
      ]
    }
    var optional = ["advice": ref("html"), "seekCareIf": ref("html")]
    if let causeKind { optional["causes"] = list(causeKind, TreeBounds.causes) }
    if let stretchKind { optional["stretches"] = list(stretchKind, TreeBounds.stretches) }
    return object(required: ["kind": ["const": "outcome"], "level": ref("level")], optional: optional).with([
      "dependentRequired": ["stretches": ["causes"]],
      "if": ["properties": ["level": ["enum": ["emergency", "urgent"]]]],
      "then": ["not": ["required": ["causes"]]],
      "else": ["required": ["seekCareIf"]],
    ])
  }

  private static let article: Schema = object(
    required: [
      "title": ref("text"), "summary": ref("text"),
      "url": ["type": "string", "pattern": "^/(?!/)[a-z0-9/_-]*(#[a-z0-9-]+)?$"],
    ], optional: ["lang": ref("language")])

  private static let careLevel: Schema = object(
    required: [
      "rank": ["type": "integer", "minimum": 1, "maximum": 5], "heading": ref("text"),
      "timeFrame": ref("text"),
      "card": .choice(CareLevelCard.Colour.allCases.map(\.rawValue)),
    ],
    optional: ["lang": ref("language"), "phone": ref("text")])

  private static let language: Schema = ["type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"]

  /// Plain text: no angle brackets, control characters or direction overrides, so that it is safe to show anywhere.
  private static let text: Schema = [
    "type": "string", "minLength": 1, "maxLength": .number(TreeBounds.textLength),
    "not": [
      "pattern":
        #"[<>\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"#
    ],
  ]

  /// The sanitized output of the site's Markdown. A schema cannot prove that; what it can see is refused.
  private static let html: Schema = [
    "type": "string", "minLength": 1, "pattern": "^<[a-z]",
    "not": [
      "pattern": .text(
        "<[sS][cC][rR][iI][pP][tT]|<[sS][tT][yY][lL][eE]|<[iI][fF][rR][aA][mM][eE]|<[oO][bB][jJ][eE][cC][tT]|"
          + "<[eE][mM][bB][eE][dD]|<[fF][oO][rR][mM]|[jJ][aA][vV][aA][sS][cC][rR][iI][pP][tT]:|"
          + "<[^>]*[ \\t\\n/][oO][nN][a-zA-Z]+=")
    ],
  ]

  /// An object with these members and no others.
  private static func object(required: [String: Schema], optional: [String: Schema] = [:]) -> Schema {
    .object(
      required.merging(optional) { first, _ in first }.map { ($0, $1) }, required: required.keys.sorted())
  }

  private static func ref(_ name: String) -> Schema { ["$ref": .text("#/$defs/\(name)")] }
}
