extension StarterSite {
  package static let settings = [
    File(
      path: "site.yaml",
      text: """
        # The clinic's site. Change the name and the address first.
        name: Knee Clinic
        description: Plain-language help for people with a sore knee, and when to be seen.
        base-url: https://clinic.example/
        language: en
        clinic-type: Physiotherapy
        navigation: [checker, causes, signs, stretches, faqs, page:when-to-get-help, page:about, search]
        review: {unreviewed: allow, overdue: warn, months: 36}

        kinds:
          cause:
            folder: causes
            schema-type: MedicalCondition
            title: Causes
            summary: What may be behind a sore knee.
            relations:
              signs: {to: sign, inverse: causes}
              stretches: {to: stretch, inverse: helps-with}
              caution: {to: stretch, inverse: caution-for}
              avoid: {to: stretch, inverse: avoid-for}
              see-also: {to: cause, symmetric: true}
          sign:
            folder: signs
            schema-type: MedicalSymptom
            title: Signs
            summary: Start from what you feel and where you feel it.
            relations:
              see-also: {to: sign, symmetric: true}
          stretch:
            folder: stretches
            schema-type: ExercisePlan
            title: Stretches and exercises
            summary: How to do each one, and who should be careful.
            fields:
              dose:
                type: group
                fields:
                  sets: {type: range}
                  reps: {type: range}
                  hold: {type: duration}
                  frequency: {type: text}
              precautions: {type: markdown, list: true}
          faq:
            folder: faqs
            schema-type: FAQPage
            title: Questions
            summary: Short answers to what people ask most.
            relations:
              about: {to: [cause, sign, stretch, page], inverse: questions}
          page:
            folder: pages
            title: Pages
            auto-link: synonyms
            fields:
              shows: {type: choice, of: [red-flags]}

        """),
    File(
      path: ".gitignore",
      text: """
        .limber/
        Public/

        """),
  ]
}
