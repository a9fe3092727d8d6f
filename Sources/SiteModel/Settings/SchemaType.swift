import Text

/// What a kind's articles are about, in the words of schema.org: `schema-type` of a kind in `site.yaml`.
package enum SchemaType: String, Sendable, CaseIterable {
  case condition = "MedicalCondition"
  case symptom = "MedicalSymptom"
  case exercise = "ExercisePlan"
  case questions = "FAQPage"
  case person = "Person"
  case place = "Place"
  case article = "Article"
  case event = "Event"
  case instructions = "HowTo"

  /// Whether what its articles say is for a clinician to approve.
  var isClinical: Bool {
    switch self {
    case .condition, .symptom, .exercise: true
    case .questions, .person, .place, .article, .event, .instructions: false
    }
  }

  package static let names = allCases.map(\.rawValue)

  /// Relations that say something schema.org has a property for, when they lead to articles of that type.
  package struct Statement: Sendable {
    /// The relations' places among those of the kind.
    package let slots: [Int]
    package let property: String
    package let target: SchemaType
    /// A type that stands between the property and the target, and its property that holds the target.
    package let through: (type: String, property: String)?
  }

  /// What the relations of a kind of this type say. Which they are, `checker` in `site.yaml` tells; a symmetric one
  /// joins conditions that are taken for one another.
  package func statements(of kind: Kind, _ checker: CheckerSettings) -> [Statement] {
    func slots(_ isWanted: (Relation) -> Bool) -> [Int] {
      kind.relations.indices.filter { isWanted(kind.relations[$0]) }
    }
    let treatment = Statement(
      slots: slots { $0.name == checker.managedWith }, property: Self.treating, target: .exercise,
      through: nil)
    return switch self {
    case .condition:
      [
        Statement(
          slots: slots { $0.name == checker.signs }, property: "signOrSymptom", target: .symptom,
          through: nil),
        treatment,
        Statement(
          slots: slots(\.isSymmetric), property: "differentialDiagnosis", target: .condition,
          through: ("DDxElement", "diagnosis")),
      ]
    case .symptom: [treatment]
    case .exercise, .questions, .person, .place, .article, .event, .instructions: []
    }
  }

  /// Takes a `MedicalTherapy`, which an `ExercisePlan` alone is not: what is named here is both.
  package static let treating = "possibleTreatment"
  package static let treatment = "MedicalTherapy"

  /// A field that says how much of an exercise, for which `ExercisePlan` has a property.
  package struct Dose: Sendable {
    /// The field's place among those of the kind, and for one in a group its place there.
    package let slot: Int
    package let part: Int?
    package let property: String
    /// Whether it is written in words, not as a quantity.
    package let isText: Bool
  }

  /// The first field for each property, alone or in a group.
  package static func doses(of kind: Kind) -> [Dose] {
    var doses: [Dose] = []
    func add(_ field: Field, _ slot: Int, _ part: Int?) {
      guard let property = doseProperties[field.name], !doses.contains(where: { $0.property == property })
      else { return }
      let isText = field.type is TextType
      if isText, !dosePropertiesInWords.contains(property) { return }
      doses.append(Dose(slot: slot, part: part, property: property, isText: isText))
    }
    for (slot, field) in kind.fields.enumerated() where !field.isList {
      let parts = field.type.fields
      if parts.isEmpty { add(field, slot, nil) }
      for (part, field) in parts.enumerated() where !field.isList { add(field, slot, part) }
    }
    return doses
  }

  private static let doseProperties = [
    "reps": "repetitions", "hold": "activityDuration", "frequency": "activityFrequency",
    "rest": "restPeriods",
  ]
  /// Those of them that take text as well as a quantity.
  private static let dosePropertiesInWords: Set = ["activityFrequency", "restPeriods"]

  /// What the clinic may be: `MedicalBusiness` and the types below it, `clinic-type` in `site.yaml`.
  package static let clinics = [
    "MedicalBusiness", "CommunityHealth", "Dentist", "Dermatology", "DietNutrition", "Emergency", "Geriatric",
    "Gynecologic", "MedicalClinic", "Midwifery", "Nursing", "Obstetric", "Oncologic", "Optician",
    "Optometric",
    "Otolaryngologic", "Pediatric", "Pharmacy", "Physician", "Physiotherapy", "PlasticSurgery", "Podiatric",
    "PrimaryCare", "Psychiatric", "PublicHealth",
  ]

  /// For what clinics call themselves, and schema.org has no type for: `Chiropractor`.
  static func clinicHint(_ text: String) -> String? {
    if NearestName.to(text, among: clinics) != nil { return nil }
    let small = text.lowercased()
    let physio = [
      "physical therapy", "physio", "physical therapist", "pt", "physicaltherapy", "physiotherapist",
    ]
    if physio.contains(small) { return "Write `Physiotherapy`." }
    let near = clinics.first { small.hasPrefix($0.lowercased().prefix(6)) }
    return near.map { "Did you mean `\($0)`?" }
      ?? "Write `MedicalBusiness`, which all clinics are, or one of \(clinics.dropFirst().map { "`\($0)`" }.joined(separator: ", "))."
  }
}
