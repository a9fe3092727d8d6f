/// A word that the starter ships and patients would miss: what is gone when no template uses it, how to bring it back, and which
/// values of the page have to stand in its text.
struct PatientWord {
  /// What pages do not say any more.
  let says: String
  /// Where the starter uses it.
  let template: String
  let tag: String
  var values: [String] = []

  private init(_ says: String, in template: String, _ tag: String, values: [String] = []) {
    (self.says, self.template, self.tag, self.values) = (says, template, tag, values)
  }

  static func named(_ name: String) -> PatientWord? { all[name] }

  /// Two words that say the opposite, so that their texts cannot be the same.
  static let opposites = [
    ("awaiting-review", "clinically-reviewed"), ("leave-out", "take-care-with"),
    ("leave-out", "exercises-that-may-help"), ("take-care-with", "exercises-that-may-help"),
    ("avoid", "be-careful-with"), ("avoid", "exercises-that-may-help"),
    ("be-careful-with", "exercises-that-may-help"), ("not-with", "may-help-with"),
    ("take-care-with", "may-help-with"),
  ]

  static let all: [String: PatientWord] = [
    "emergency-ask": PatientWord(
      "what to do in an emergency, at the top of each page", in: "layout.mustache",
      "{{#site.red-flags}}{{#is-emergency}}<strong>{{word.emergency-ask}}</strong> {{heading}}.{{/is-emergency}}{{/site.red-flags}}"
    ),
    "no-diagnosis": PatientWord(
      "that the site cannot replace a visit to a clinician", in: "layout.mustache",
      "<p>{{word.no-diagnosis}}</p>"),
    "for-learning": PatientWord(
      "that it is for learning and no medical advice", in: "layout.mustache",
      "<strong>{{word.for-learning}}</strong>"),
    "answers-suggest-heading": PatientWord(
      "what the answers suggest: how soon to be seen", in: "checker.mustache",
      "{{#level}}<h2 id=\"{{anchor}}\" tabindex=\"-1\">{{word.answers-suggest-heading}}</h2>{{/level}}",
      values: ["heading"]),
    "do-not-wait-heading": PatientWord(
      "that an emergency cannot wait for the questions", in: "checker.mustache",
      "{{#levels}}{{#is-emergency}}<p>{{word.do-not-wait-heading}}</p>{{/is-emergency}}{{/levels}}",
      values: ["heading"]),
    "why-and-what-to-say": PatientWord(
      "why a warning sign matters and what to tell the clinician", in: "checker.mustache",
      "<h3>{{word.why-and-what-to-say}}</h3>"),
    "what-would-change": PatientWord(
      "when to get help after all", in: "checker.mustache", "<h3>{{word.what-would-change}}</h3>"),
    "choose-first-that-fits": PatientWord(
      "that the first answer that fits decides", in: "checker.mustache",
      "{{#is-any-of}}<p>{{word.choose-first-that-fits}}</p>{{/is-any-of}}"),
    "choices-stay": PatientWord(
      "that answers stay in the browser, and the version of the checker", in: "checker.mustache",
      "<p>{{word.choices-stay}}</p>"),
    "begin": PatientWord(
      "where the questions begin", in: "checker.mustache", "<a href=\"#{{start}}\">{{word.begin}}</a>"),
    "call-number": PatientWord(
      "which number to call", in: "checker.mustache",
      "{{#phone}}<a href=\"tel:{{phone}}\">{{word.call-number}}</a>{{/phone}}", values: ["phone"]),
    "check-signs-first": PatientWord(
      "to check the warning signs first", in: "partials/warnings.mustache",
      "<h2 id=\"site-warnings\">{{word.check-signs-first}}</h2>"),
    "awaiting-review": PatientWord(
      "that a clinician has not approved them yet", in: "partials/review.mustache",
      "<strong>{{word.awaiting-review}}</strong>"),
    "not-approved-yet": PatientWord(
      "that a clinician has not approved them yet", in: "partials/review.mustache",
      "{{word.not-approved-yet}}"),
    "changed-since-review": PatientWord(
      "that they changed after a clinician approved them", in: "partials/review.mustache",
      "<strong>{{word.changed-since-review}}</strong>"),
    "review-overdue": PatientWord(
      "that their review is overdue", in: "partials/review.mustache",
      "{{#is-overdue}}<strong>{{word.review-overdue}}</strong>{{/is-overdue}}"),
    "by-reviewer": PatientWord(
      "who approved them", in: "partials/review.mustache",
      "{{#reviewer}}{{word.by-reviewer}}{{/reviewer}}", values: ["reviewer"]),
    "reviewed-this-page": PatientWord(
      "who approved them before they changed", in: "partials/review.mustache",
      "{{word.reviewed-this-page}}", values: ["reviewer"]),
    "translation-is-stale": PatientWord(
      "that the original has changed since it was translated", in: "partials/stale.mustache",
      "{{#translation}}{{#is-stale}}<strong>{{word.translation-is-stale}}</strong>{{/is-stale}}{{/translation}}"
    ),
    "page-withdrawn": PatientWord(
      "that an article was withdrawn", in: "withdrawn.mustache", "<p>{{word.page-withdrawn}}</p>"),
    "exercises-that-may-help": PatientWord(
      "which exercises may help", in: "cause.mustache", "<h2>{{word.exercises-that-may-help}}</h2>"),
    "take-care-with": PatientWord(
      "which exercises need care", in: "cause.mustache", "<h2>{{word.take-care-with}}</h2>"),
    "leave-out": PatientWord(
      "which exercises to leave out", in: "cause.mustache", "<h2>{{word.leave-out}}</h2>"),
    "not-with": PatientWord(
      "with which causes to leave an exercise out", in: "stretch.mustache", "<h2>{{word.not-with}}</h2>"),
    "before-you-start": PatientWord(
      "what to heed before an exercise", in: "stretch.mustache", "<h2>{{word.before-you-start}}</h2>"),
    "exercises-may-change": PatientWord(
      "that a therapist may change the exercises", in: "programme.mustache",
      "{{word.exercises-may-change}}"),
    "how-to-do-it": PatientWord(
      "how to do the exercises of a program", in: "programme.mustache",
      "<h3>{{word.how-to-do-it}}</h3>"),
    "hold": PatientWord(
      "how long to hold", in: "partials/dose.mustache",
      "{{#hold}}<tr><th scope=\"row\">{{word.hold}}</th><td>{{hold}}</td></tr>{{/hold}}"),
    "sets": PatientWord(
      "how many sets to do", in: "partials/dose.mustache",
      "{{#sets}}<tr><th scope=\"row\">{{word.sets}}</th><td>{{sets}}</td></tr>{{/sets}}"),
    "repeats": PatientWord(
      "how many repeats to do", in: "partials/dose.mustache",
      "{{#reps}}<tr><th scope=\"row\">{{word.repeats}}</th><td>{{reps}}</td></tr>{{/reps}}"),
    "how-often": PatientWord(
      "how often to do it", in: "partials/dose.mustache",
      "{{#frequency}}<tr><th scope=\"row\">{{word.how-often}}</th><td>{{frequency}}</td></tr>{{/frequency}}"),
  ]
}
