import Diagnostics
import SiteModel
import Text

/// Rules 7 and 11: labels and headings are plain guidance, each sentence in its one place, labels unique in a question.
enum WordingRule: Rule {
  static func check(_ subject: Subject, into diagnostics: inout [Diagnostic]) {
    let tree = subject.tree
    let phones = tree.careLevels.values.compactMap { $0.phone?.value }
    let sentences = Dictionary(subject.index.flags.map { ($0.value.text.lowercased(), $0.key) }) {
      min($0, $1)
    }
    func own(_ text: Placed<String>, _ name: @autoclosure () -> String) {
      plain(text, name(), file: tree.file, &diagnostics)
      if !text.value.isEmpty, !text.value.contains(where: { $0.isLetter || $0.isNumber }) {
        diagnostics.append(
          subject.error(
            .treeWording, at: text.position,
            "\(name()) is still to be written: readers would see `\(text.value)`."))
      }
      if let phone = TelephoneNumber.first(in: text.value, known: phones) {
        diagnostics.append(
          subject.error(
            .treeOwnSentence, at: text.position, "\(name()) contains the phone number `\(phone)`.",
            hint: "Phone numbers belong only in the care levels."))
      }
      if let flag = sentences[text.value.lowercased()] {
        diagnostics.append(
          subject.error(
            .treeOwnSentence, at: text.position,
            "\(name()) is the same as the sentence of the red flag `\(flag)`.",
            hint: "Write `flag: \(flag)` in a red-flag question."))
      }
    }
    own(tree.title, "`title`")
    repeated(subject, &diagnostics)
    excused(subject, &diagnostics)
    for question in tree.questions {
      own(question.ask, "`ask` of `\(question.id.value)`")
      if let fault = turned(
        question, question.ask.value, tree.language, at: question.ask.position, in: tree.file)
      {
        diagnostics.append(fault)
      }
      if let fault = leadingOn(
        question, tree.language, in: tree.file, { ($0.label.value, $0.label.position) })
      {
        diagnostics.append(fault)
      }
      for answer in question.choices where answer.flag == nil {
        own(answer.label, "The label of `\(question.id.value).\(answer.id.value)`")
        if question.stage.value == .redFlag, answer.id.value != "none", !answer.label.value.isEmpty {
          diagnostics.append(
            subject.error(
              .treeOwnSentence, at: answer.label.position,
              "`\(question.id.value).\(answer.id.value)` has its own text, but a red-flag question takes its "
                + "text from the red flags.",
              hint: "Write `flag: …`."))
        }
      }
      labels(question, subject, &diagnostics)
    }
    for (name, flag) in subject.index.flags.sorted(by: { $0.key < $1.key }) {
      plain(
        Placed(flag.text, at: flag.position), "The sentence of the red flag `\(name)`", file: flag.file,
        &diagnostics)
      if let why = flag.why {
        plain(
          Placed(why, at: flag.position), "`why` of the red flag `\(name)`", file: flag.file, &diagnostics)
      }
    }
    for level in CareLevel.allCases { careLevel(level, subject, &diagnostics) }
    articles(subject, &diagnostics)
  }

  /// A text beside red-flag questions that says that they need not be answered, each once.
  private static func excused(_ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    var seen: Set<String> = []
    for question in subject.tree.questions where question.stage.value == .redFlag {
      guard let help = question.help, seen.insert(help.value).inserted,
        let words = subject.index.advice[help.value]?.words,
        let phrase = QuestionWords.excusing(
          String(decoding: words, as: UTF8.self), language: subject.tree.language)
      else { continue }
      diagnostics.append(
        .warning(
          .treeWording, file: subject.tree.file, at: help.position,
          "`\(help.value)` says \"\(phrase)\" beside the red-flag question `\(question.id.value)`, which nobody may leave out.",
          hint: "Say there how to answer it."))
    }
  }

  /// A red-flag question in words that ask for the opposite, in whatever language.
  static func turned(
    _ question: Question, _ ask: String, _ language: String, at position: Position, in file: String
  ) -> Diagnostic? {
    guard question.stage.value == .redFlag, let words = QuestionWords.turning(ask, language: language) else {
      return nil
    }
    return .warning(
      .treeWording, file: file, at: position,
      "`ask` of `\(question.id.value)` says \"\(words)\", but whoever has one of its signs must choose it.",
      hint: "Ask whether any of the signs fits, such as \"Do any of these fit right now?\".")
  }

  /// The label for those who have no sign, where it says only to go on: who is in a hurry takes it for a button. In whatever language.
  static func leadingOn(
    _ question: Question, _ language: String, in file: String, _ label: (Answer) -> (String, Position)?
  ) -> Diagnostic? {
    guard question.stage.value == .redFlag,
      let none = question.choices.first(where: { $0.id.value == "none" && $0.flag == nil }),
      let (text, position) = label(none), QuestionWords.leadsOn(text, language: language)
    else { return nil }
    return .warning(
      .treeWording, file: file, at: position,
      "`none` of the red-flag question `\(question.id.value)` says only \"\(text)\", so readers may choose it without reading the signs.",
      hint: "Say that no sign fits, such as \"No, none of these fit\".")
  }

  private static func plain(
    _ text: Placed<String>, _ name: @autoclosure () -> String, file: String, _ diagnostics: inout [Diagnostic]
  ) {
    guard !text.value.isEmpty, let problem = PlainText.problem(in: text.value) else { return }
    diagnostics.append(.error(.treeWording, file: file, at: text.position, "\(name()) \(problem)"))
  }

  /// Two questions in the same words on one path: readers think that they went back.
  private static func repeated(_ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    var asked: [String: [String]] = [:]
    for question in subject.tree.questions where !question.ask.value.isEmpty {
      let (text, name) = (question.ask.value.lowercased(), question.id.value)
      let first = asked[text]?.first { other in
        guard let one = subject.graph.node(other), let two = subject.graph.node(name) else { return false }
        return subject.graph.leading(to: two)[one] || subject.graph.leading(to: one)[two]
      }
      if let first {
        diagnostics.append(
          .warning(
            .treeLabelRepeated, file: subject.tree.file, at: question.ask.position,
            "`\(name)` asks the same as `\(first)` on one path, so readers may think that they went back.",
            hint: "Say in each of the two questions what it is about."))
      }
      asked[text, default: []].append(name)
    }
  }

  private static func labels(_ question: Question, _ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    var seen: [String: Answer] = [:]
    for answer in question.choices where !answer.label.value.isEmpty {
      let label = answer.label.value.lowercased()
      guard let first = seen[label] else {
        seen[label] = answer
        continue
      }
      // One answer that stands there twice is told as such.
      if first.id.value == answer.id.value { continue }
      // Two red flags in the same words are told where they are written.
      if let one = first.flag, let two = answer.flag, one.value != two.value { continue }
      diagnostics.append(
        subject.error(
          .treeLabelRepeated, at: answer.label.position,
          "`\(question.id.value).\(answer.id.value)` has the same text as `\(question.id.value).\(first.id.value)`."
        ))
    }
  }

  private static func careLevel(_ level: CareLevel, _ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    guard let card = subject.tree.careLevels[level], let file = subject.careLevelsFile else { return }
    plain(card.heading, "The heading of `\(level.rawValue)`", file: file, &diagnostics)
    plain(card.timeFrame, "The time frame of `\(level.rawValue)`", file: file, &diagnostics)
    if let phone = card.phone { plain(phone, "The phone of `\(level.rawValue)`", file: file, &diagnostics) }
    if PlainText.words(in: card.heading.value.lowercased()).contains("you have") {
      diagnostics.append(
        .error(
          .treeWording, file: file, at: card.heading.position,
          "The heading of `\(level.rawValue)` says \"you have\", but an outcome guides and does not diagnose."
        ))
    }
  }

  /// What the tree shows of articles has to pass its schema too.
  private static func articles(_ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    // Many outcomes name the same few articles.
    var causes: [String: String] = [:]
    var stretches: [String: String] = [:]
    func report(_ name: Placed<String>, _ problem: String, _ file: String?) {
      guard !problem.isEmpty else { return }
      diagnostics.append(
        subject.error(.treeWording, at: name.position, problem, restsOn: [file].compactMap { $0 }))
    }
    for outcome in subject.tree.outcomes {
      for name in outcome.causes {
        if causes[name.value] == nil, let one = subject.index.causes[name.value] {
          causes[name.value] = problem(of: name.value, one.title, one.summary, one.url)
        }
        report(name, causes[name.value] ?? "", subject.index.causes[name.value]?.file)
      }
      for name in outcome.stretches {
        if stretches[name.value] == nil, let one = subject.index.stretches[name.value] {
          stretches[name.value] = problem(of: name.value, one.title, one.summary, one.url)
        }
        report(name, stretches[name.value] ?? "", subject.index.stretches[name.value]?.file)
      }
    }
  }

  /// Why an article cannot be shown; empty when it can.
  private static func problem(of name: String, _ title: String, _ summary: String, _ url: String) -> String {
    if let problem = PlainText.unshowable(title) ?? PlainText.unshowable(summary) {
      return "The title or summary of `\(name)` \(problem)"
    }
    return PlainText.isPath(url) ? "" : "The checker cannot link to the address of `\(name)`: `\(url)`."
  }
}
