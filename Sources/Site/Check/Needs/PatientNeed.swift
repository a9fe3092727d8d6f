import SiteModel

/// One thing that pages of a sort must show to patients when the site has it.
struct PatientNeed {
  /// The names that may show it: one of them is enough.
  let names: [String]
  /// What visitors would miss.
  let what: String
  let hint: Snippet
  var place = ShownPage.Place.text
  /// Whether anything that the name decides is enough, as for the state of a review.
  var isAnything = false
  /// Whether only the template itself can have it: what partials say of the same names is something else.
  var isInOwnFile = false
  /// Whether its name stands wherever its field does, which may be in lists.
  var isExact = false
  /// Words that stand around it: that no template uses them any more is part of the same slip.
  var words: [String] = []
  /// What flags are on the pages in question.
  var assuming: [String: Bool] = [:]

  /// What to write into a template: a tag, and the sections around it.
  struct Snippet {
    let sections: [String]
    let tag: String

    /// The end of a sentence that begins "In `Templates/checker.mustache`, ". `place` is a section that is there already.
    func hint(inside place: String?) -> String {
      let known = place.flatMap { sections.lastIndex(of: $0) }
      let rest = known.map { sections[($0 + 1)...] } ?? sections[...]
      let text =
        rest.map { "{{#\($0)}}" }.joined() + tag + rest.reversed().map { "{{/\($0)}}" }.joined()
      return "write `\(text)`" + (known == nil ? "." : " inside `{{#\(place ?? "")}}`.")
    }
  }

  private static func inside(_ sections: String..., tag: String) -> Snippet {
    Snippet(sections: sections, tag: tag)
  }

  // MARK: Every page

  /// What to do in an emergency, at the top of each page.
  static let emergency = PatientNeed(
    names: ["site.red-flags.heading"], what: "what to do in an emergency",
    hint: inside(
      "site.red-flags", "is-emergency",
      tag: "<p class=\"emergency\"><strong>{{word.emergency-ask}}</strong> {{heading}}.</p>"),
    words: ["emergency-ask"], assuming: ["site.red-flags.is-emergency": true])

  // MARK: The symptom checker

  /// What each step of a checker needs. The keys are what a checker may not have.
  static let checker: [(part: CheckerPart, need: PatientNeed)] = [
    (
      .always,
      PatientNeed(
        names: ["start"], what: "the way to the first question",
        hint: inside(tag: "<a href=\"#{{start}}\">{{word.begin}}</a>"), place: .anywhere,
        words: ["begin"])
    ),
    (
      .always,
      PatientNeed(
        names: ["questions.ask"], what: "the questions", hint: inside("questions", tag: "{{ask}}"),
        words: ["choose-first-that-fits"])
    ),
    (
      .always,
      PatientNeed(
        names: ["questions.anchor"], what: "the next question when they choose an answer",
        hint: inside("questions", tag: "<h2 id=\"{{anchor}}\">{{ask}}</h2>"), place: .anywhere)
    ),
    (
      .help,
      PatientNeed(
        names: ["questions.help"], what: "the explanation of a question",
        hint: inside("questions", tag: "{{{help}}}"))
    ),
    (
      .picture,
      PatientNeed(
        names: ["questions.picture"], what: "the drawing of a question",
        hint: inside("questions", "picture", tag: "{{{picture}}}"))
    ),
    (
      .always,
      PatientNeed(
        names: ["questions.answers.label", "questions.answers.lines"], what: "the answers to choose from",
        hint: inside("questions", "answers", tag: "<a href=\"#{{target}}\">{{label}}</a>"))
    ),
    (
      .always,
      PatientNeed(
        names: ["questions.answers.target"], what: "where an answer leads",
        hint: inside("questions", "answers", tag: "<a href=\"#{{target}}\">{{label}}</a>"), place: .anywhere)
    ),
    (
      .none,
      PatientNeed(
        names: ["questions.none.label"], what: "the answer for “none of these”",
        hint: inside("questions", "none", tag: "<a href=\"#{{target}}\">{{label}}</a>"))
    ),
    (
      .none,
      PatientNeed(
        names: ["questions.none.target"], what: "where the answer for “none of these” leads",
        hint: inside("questions", "none", tag: "<a href=\"#{{target}}\">{{label}}</a>"), place: .anywhere)
    ),
    (
      .always,
      PatientNeed(
        names: ["outcomes.anchor"], what: "the result when they choose the last answer",
        hint: inside("outcomes", tag: "<h2 id=\"{{anchor}}\">…</h2>"), place: .anywhere)
    ),
    (
      .always,
      PatientNeed(
        names: ["outcomes.level.heading"], what: "what the result asks them to do",
        hint: inside("outcomes", "level", tag: "{{heading}}"),
        words: ["answers-suggest-heading", "answers-suggest"])
    ),
    (
      .always,
      PatientNeed(
        names: ["outcomes.level.time-frame"], what: "how soon to be seen",
        hint: inside("outcomes", "level", tag: "{{time-frame}}"))
    ),
    (
      .phone,
      PatientNeed(
        names: ["outcomes.level.phone"], what: "the number to call",
        hint: inside(
          "outcomes", "level", "phone", tag: "<a href=\"tel:{{phone}}\">{{word.call-number}}</a>"),
        place: .anywhere, words: ["call-number"])
    ),
    (
      .advice,
      PatientNeed(
        names: ["outcomes.advice"], what: "the advice of a result",
        hint: inside("outcomes", tag: "{{{advice}}}"))
    ),
    (
      .reasons,
      PatientNeed(
        names: ["outcomes.reasons.text"], what: "why a warning sign matters and what to tell the clinician",
        hint: inside("outcomes", "reasons", tag: "<p>{{text}}</p>"), words: ["why-and-what-to-say"])
    ),
    (
      .safetyNet,
      PatientNeed(
        names: ["outcomes.seek-care-if"], what: "when to get help after all",
        hint: inside("outcomes", tag: "{{{seek-care-if}}}"), words: ["what-would-change"])
    ),
    (
      .causes,
      PatientNeed(
        names: ["outcomes.causes.title"], what: "the causes worth reading about",
        hint: inside("outcomes", "causes", tag: "<a href=\"{{url}}\">{{title}}</a>"),
        words: ["causes-worth-reading", "what-to-read", "plan-to-print"])
    ),
    (
      .stretches,
      PatientNeed(
        names: ["outcomes.stretches.title"], what: "the exercises that may help",
        hint: inside("outcomes", "stretches", tag: "<a href=\"{{url}}\">{{title}}</a>"))
    ),
    (
      .always,
      PatientNeed(
        names: ["levels.heading"], what: "that an emergency cannot wait for the questions",
        hint: inside("levels", "is-emergency", tag: "<p>{{word.do-not-wait-heading}}</p>"),
        words: ["do-not-wait-heading", "do-not-wait"], assuming: ["levels.is-emergency": true])
    ),
    (.always, review),
  ]

  // MARK: Articles and programs

  static let warningText = PatientNeed(
    names: ["warnings.flags.text"], what: "the warning signs of an article",
    hint: inside("warnings", "flags", tag: "<li>{{text}}</li>"))
  static let warningLevel = PatientNeed(
    names: ["warnings.heading"], what: "how urgent each warning sign is",
    hint: inside("warnings", tag: "<h3>{{heading}}</h3>"))
  static let body = PatientNeed(
    names: [PageTypes.bodyName], what: "the text of an article", hint: inside(tag: "{{{body}}}"))
  static let review = PatientNeed(
    names: ["review"], what: "whether a clinician has approved the page",
    hint: inside("review", "is-pending", tag: "{{word.awaiting-review}}"),
    isAnything: true)
  static let stale = PatientNeed(
    names: ["translation.is-stale"], what: "that the original has changed since it was translated",
    hint: inside("translation", "is-stale", tag: "{{word.translation-is-stale}}"),
    isAnything: true)

  /// What an article lists under a relation. `others` show the same.
  static func relation(_ name: String, what: String, others: [String] = []) -> PatientNeed {
    PatientNeed(
      names: [name + ".title"] + others, what: what,
      hint: inside(name, tag: "<li>{{title}}</li>"))
  }

  /// The list of all red flags, on pages whose `field` asks for it.
  static func list(_ field: String, hasMilder: Bool) -> [PatientNeed] {
    let flag = "\(field).is-\(UnshownWarnings.listOfFlags)"
    var assuming = [flag: true]
    let text = PatientNeed(
      names: ["site.red-flags.flags.text"], what: "the list of all warning signs",
      hint: inside(flag, "site.red-flags", "flags", tag: "<li>{{text}}</li>"), isInOwnFile: true,
      assuming: assuming)
    // Every page may show what to do in an emergency.
    if hasMilder { assuming["site.red-flags.is-emergency"] = false }
    return [
      text,
      PatientNeed(
        names: ["site.red-flags.heading"], what: "how urgent each warning sign of the list is",
        hint: inside(flag, "site.red-flags", tag: "<h2>{{heading}}</h2>"), isInOwnFile: true,
        assuming: assuming),
    ]
  }

  /// A part of a printed program.
  static func part(_ name: String, what: String, tag: String) -> PatientNeed {
    PatientNeed(
      names: ["programme.parts." + name], what: what, hint: inside("programme", "parts", tag: tag),
      isAnything: true)
  }

  /// A field of an exercise.
  static func field(_ name: String, what: String, isList: Bool) -> PatientNeed {
    PatientNeed(
      names: [name], what: what, hint: inside(name, tag: isList ? "<li>{{{html}}}</li>" : "…"),
      isAnything: true)
  }

  /// A part of such a field.
  static func part(_ part: String, of field: String) -> PatientNeed {
    PatientNeed(
      names: ["\(field).\(part)"], what: "`\(part)` of `\(field)` of an exercise",
      hint: inside(field, tag: "{{\(part)}}"), isExact: true, words: [part])
  }
}

/// What some checkers have and others do not.
enum CheckerPart {
  case always, help, picture, none, phone, advice, reasons, safetyNet, causes, stretches
}
