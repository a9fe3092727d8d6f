/// What a kind's articles are about, in the words of schema.org: `schema-type` of a kind in `site.yaml`.
enum SchemaType: String, Sendable, CaseIterable {
  case condition = "MedicalCondition"
  case symptom = "MedicalSymptom"
  case exercise = "ExercisePlan"
  case questions = "FAQPage"

  static let names = allCases.map(\.rawValue)

  /// A relation that says something schema.org has a property for, when it leads to articles of that type.
  struct Statement {
    let relation: @Sendable (Relation, CheckerSettings) -> Bool
    let property: String
    let target: SchemaType
    /// A type that stands between the property and the target, and its property that holds the target.
    let through: (type: String, property: String)?
  }

  /// What the relations of a kind of this type say. Which they are, `checker` in `site.yaml` tells; a symmetric one
  /// joins conditions that are taken for one another.
  var statements: [Statement] {
    let treatment = Statement(
      relation: { $0.name == $1.managedWith }, property: Self.treating, target: .exercise, through: nil)
    return switch self {
    case .condition:
      [
        Statement(
          relation: { $0.name == $1.signs }, property: "signOrSymptom", target: .symptom, through: nil),
        treatment,
        Statement(
          relation: { relation, _ in relation.isSymmetric }, property: "differentialDiagnosis",
          target: .condition, through: ("DDxElement", "diagnosis")),
      ]
    case .symptom: [treatment]
    case .exercise, .questions: []
    }
  }

  /// Takes a `MedicalTherapy`, which an `ExercisePlan` alone is not: what is named here is both.
  static let treating = "possibleTreatment"
  static let treatment = "MedicalTherapy"

  /// Fields that say how much of an exercise, in whatever group, and the properties of `ExercisePlan` for them.
  static let doseProperties = [
    "reps": "repetitions", "hold": "activityDuration", "frequency": "activityFrequency",
    "rest": "restPeriods",
  ]
  /// Those of them that take text as well as a quantity.
  static let dosePropertiesInWords: Set = ["activityFrequency", "restPeriods"]

  /// What the clinic may be: `MedicalBusiness` and the types below it, `clinic-type` in `site.yaml`.
  static let clinics = [
    "MedicalBusiness", "CommunityHealth", "Dentist", "Dermatology", "DietNutrition", "Emergency", "Geriatric",
    "Gynecologic", "MedicalClinic", "Midwifery", "Nursing", "Obstetric", "Oncologic", "Optician",
    "Optometric",
    "Otolaryngologic", "Pediatric", "Pharmacy", "Physician", "Physiotherapy", "PlasticSurgery", "Podiatric",
    "PrimaryCare", "Psychiatric", "PublicHealth",
  ]
}
