/// What a kind's articles are about, in the words of schema.org: `schema-type` of a kind in `site.yaml`.
package enum SchemaType: String, Sendable, CaseIterable {
  case condition = "MedicalCondition"
  case symptom = "MedicalSymptom"
  case exercise = "ExercisePlan"
  case questions = "FAQPage"

  package static let names = allCases.map(\.rawValue)

  /// A relation that says something schema.org has a property for, when it leads to articles of that type.
  package struct Statement {
    package let relation: String
    package let property: String
    package let target: SchemaType
    /// A type that stands between the property and the target, and its property that holds the target.
    package let through: (type: String, property: String)?
  }

  /// What the relations of a kind of this type say.
  package var statements: [Statement] {
    switch self {
    case .condition:
      [
        Statement(relation: "signs", property: "signOrSymptom", target: .symptom, through: nil),
        Statement(relation: "stretches", property: Self.treating, target: .exercise, through: nil),
        Statement(
          relation: "see-also", property: "differentialDiagnosis", target: .condition,
          through: ("DDxElement", "diagnosis")),
      ]
    case .symptom:
      [Statement(relation: "stretches", property: Self.treating, target: .exercise, through: nil)]
    case .exercise, .questions: []
    }
  }

  /// Takes a `MedicalTherapy`, which an `ExercisePlan` alone is not: what is named here is both.
  package static let treating = "possibleTreatment"
  package static let treatment = "MedicalTherapy"

  /// The group of fields that says how much of an exercise, and for its fields the properties of `ExercisePlan`.
  package static let dose = "dose"
  package static let doseProperties = [
    "reps": "repetitions", "hold": "activityDuration", "frequency": "activityFrequency",
    "rest": "restPeriods",
  ]
  /// Those of them that take text as well as a quantity.
  package static let dosePropertiesInWords: Set = ["activityFrequency", "restPeriods"]

  /// What the clinic may be: `MedicalBusiness` and the types below it, `clinic-type` in `site.yaml`.
  package static let clinics = [
    "MedicalBusiness", "CommunityHealth", "Dentist", "Dermatology", "DietNutrition", "Emergency", "Geriatric",
    "Gynecologic", "MedicalClinic", "Midwifery", "Nursing", "Obstetric", "Oncologic", "Optician",
    "Optometric",
    "Otolaryngologic", "Pediatric", "Pharmacy", "Physician", "Physiotherapy", "PlasticSurgery", "Podiatric",
    "PrimaryCare", "Psychiatric", "PublicHealth",
  ]
}
