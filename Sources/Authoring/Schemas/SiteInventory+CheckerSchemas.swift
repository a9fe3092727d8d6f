import Site
import SiteModel
import SymptomTree

/// JSON Schemas of the symptom checker's files. What only the whole tree can tell, such as a `next` that leads
/// nowhere, `limber check` tells.
extension SiteInventory {
  /// The schema of `Content/symptom-checker/ID.yaml`.
  package var checkerSchema: String {
    Schema.document(
      title: "A symptom checker",
      Schema.object(
        [
          ("format", Schema.members([("const", 1)]).described("The version of the file format.")),
          ("id", Self.nodeID.described("The file name without its extension.")),
          (
            "version",
            Schema.members([("type", "string"), ("pattern", "^(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}$")])
              .described("Three numbers; raise the first when routing, stages or levels change.")
          ),
          ("title", Schema.words.described("The page's heading.")),
          ("language", ["type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"]),
          ("show-causes", Schema.flag.described("false: outcomes do not list causes.")),
          (
            "updated",
            Schema.date.described("The date of the last change. A review before it is out of date.")
          ),
          ("start", Self.nodeID.described("The first question, which asks about emergencies.")),
          ("review", Review.schema.with(["required": ["status"]])),
          (
            "asks",
            Schema.array(of: .choice(index.redFlags.flags.map(\.id))).with(["uniqueItems": true]).described(
              "The red flags it asks about; if left out, all of them.")
          ),
          ("questions", Self.mapping(to: "question").described("Questions by id.")),
          ("outcomes", Self.mapping(to: "outcome").described("Outcomes by id.")),
        ],
        required: [
          "format", "id", "version", "title", "language", "start", "review", "questions", "outcomes",
        ]
      ).with([
        "$defs": ["question": Self.question, "answer": answer, "none": Self.none, "outcome": outcome]
      ])
    ).json
  }

  /// The schema of `Content/symptom-checker/ID.vignettes.yaml`.
  package var vignettesSchema: String {
    let answers: Schema = [
      "type": "object", "propertyNames": Self.nodeID,
      "additionalProperties": ["anyOf": [Self.nodeID, .array(of: Self.nodeID)]],
    ]
    let vignette = Schema.object(
      [
        ("id", Self.nodeID.described("For this case only.")),
        (
          "source",
          Schema.choice(["practice"] + index.references.works.map(\.key)).described(
            "What the case is based on: a reference key, or `practice`.")
        ),
        (
          "answers",
          answers.described("The answer to each question on the path, or a list if several are checked.")
        ),
        ("outcome", Self.nodeID.described("The outcome this case must reach.")),
        ("at-least", Self.level.described("The least urgent level that is safe.")),
      ], required: ["id", "source", "answers", "outcome", "at-least"])
    return Schema.document(title: "Cases of a symptom checker", .array(of: vignette)).json
  }

  /// The schema of `Content/symptom-checker/care-levels.yaml`.
  package var careLevelsSchema: String {
    let levels = CareLevel.allCases.map { level -> (String, Schema) in
      (
        level.rawValue,
        Schema.object(
          [
            ("rank", Schema.members([("const", .number(level.rank))]).described("Higher is more urgent.")),
            ("heading", Schema.words.described("What to do, in the clinic's own words.")),
            ("time-frame", Schema.words.described("By when.")),
            ("phone", Schema.words.described("The number to call.")),
            (
              "card",
              Schema.choice(CareLevelCard.Colour.allCases.map(\.rawValue)).described("The color of the card.")
            ),
          ], required: ["rank", "heading", "time-frame", "card"])
      )
    }
    return Schema.document(title: "How soon to be seen", .object(levels, required: levels.map(\.0))).json
  }

  private static let nodeID: Schema = ["type": "string", "pattern": "^[a-z][a-z0-9-]{0,39}$"]
  private static let level = Schema.choice(CareLevel.allCases.map(\.rawValue))
  private static let next = nodeID.described("The question or outcome that comes next.")
  private static let adviceText = Schema.words.described(
    "A Markdown file; its path starts from this file's folder.")

  static func mapping(to name: String) -> Schema {
    [
      "type": "object", "minProperties": 1, "propertyNames": nodeID,
      "additionalProperties": ["$ref": .text("#/$defs/\(name)")],
    ]
  }

  private static let question = Schema.object(
    [
      (
        "stage",
        Schema.choice(Stage.allCases.map(\.rawValue)).described("red-flag: the answers are red flags.")
      ),
      (
        "type",
        Schema.choice(Question.Kind.allCases.map(\.rawValue)).described(
          "any-of: readers can check more than one.")
      ),
      ("ask", Schema.line.described("The question, in plain words.")),
      ("help", adviceText), ("picture", Schema.words.described("A drawing with one region for each answer.")),
      (
        "within",
        Schema.array(of: ["type": "string", "pattern": "^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*$"]).described(
          "Ask this question only after one of these answers, written as question.answer.")
      ),
      (
        "answers",
        [
          "type": "object", "minProperties": 1,
          "propertyNames": nodeID.with(["not": ["const": "none"]]),
          "additionalProperties": ["$ref": "#/$defs/answer"],
        ]
      ),
      ("none", ["$ref": "#/$defs/none"]),
    ], required: ["stage", "type", "ask", "answers"]
  ).with([
    "if": ["properties": ["stage": ["const": "red-flag"]], "required": ["stage"]],
    "then": ["properties": ["type": ["const": "any-of"]], "required": ["none"]],
  ])

  private static let none = Schema.object(
    [("label", Schema.line.described("None of these apply.")), ("next", next)], required: ["label", "next"])

  private var answer: Schema {
    Schema.object(
      [
        ("label", Schema.line.described("The text the reader checks.")),
        (
          "flag",
          Schema.choice(index.redFlags.flags.map(\.id)).described(
            "A red flag; its sentence becomes the label.")
        ), ("next", Self.next),
      ], required: ["next"]
    ).with(["oneOf": [["required": ["label"]], ["required": ["flag"]]]])
  }

  private var outcome: Schema {
    func ids(_ kind: Int?) -> Schema {
      let ids = kind.map { self.ids(of: $0) } ?? []
      return Schema.array(of: .choice(ids)).with(["uniqueItems": true])
    }
    let urgent = Schema.names([CareLevel.emergency.rawValue, CareLevel.urgent.rawValue])
    return Schema.object(
      [
        ("level", Self.level.described("How soon to be seen.")),
        (
          "causes",
          ids(index.configuration.checker.causes).described("Possible causes; not allowed at urgent levels.")
        ),
        (
          "stretches",
          ids(index.configuration.checker.stretches).described("What may help; not allowed at urgent levels.")
        ),
        ("advice", Self.adviceText), ("seek-care-if", Self.adviceText),
      ], required: ["level"]
    ).with([
      "if": ["properties": ["level": ["enum": urgent]], "required": ["level"]],
      "then": ["not": ["anyOf": [["required": ["causes"]], ["required": ["stretches"]]]]],
      "else": ["required": ["seek-care-if"]],
    ])
  }
}
