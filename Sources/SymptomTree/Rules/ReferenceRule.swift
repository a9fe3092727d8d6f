import Diagnostics
import SiteModel
import Text

/// Rule 2: everything that is named exists, is published and of the right kind.
enum ReferenceRule: Rule {
  static func check(_ subject: Subject, into diagnostics: inout [Diagnostic]) {
    let graph = subject.graph
    for question in subject.tree.questions {
      for answer in question.choices {
        next(answer.next, key: "next", subject, &diagnostics)
        if let flag = answer.flag, !flag.value.isEmpty, subject.index.flags[flag.value] == nil {
          let near = subject.index.flagHint(flag.value)
          diagnostics.append(
            subject.error(
              .treeUnknownFlag, at: flag.position,
              "`flag` refers to `\(flag.value)`, but there is no such red flag.", hint: near,
              cause: "\(RedFlags.file)#\(flag.value)"))
        }
      }
      advice(question.help, key: "help", of: "\(question.id.value)-help", subject, &diagnostics)
      picture(question, subject, &diagnostics)
      within(question, subject, &diagnostics)
    }
    next(subject.tree.start, key: "start", subject, &diagnostics)
    if let start = graph.start, !graph.isQuestion(start) {
      diagnostics.append(
        subject.error(
          .treeFirstQuestion, at: subject.tree.start.position,
          "`start` refers to `\(subject.tree.start.value)`, which is an outcome. A tree must start with a question."
        ))
    }
    for outcome in subject.tree.outcomes { check(outcome, subject, &diagnostics) }
    kind("causes", subject.options.causeKind, \.causes, subject, &diagnostics)
    kind("stretches", subject.options.stretchKind, \.stretches, subject, &diagnostics)
  }

  private static func next(
    _ name: Placed<String>, key: String, _ subject: Subject, _ diagnostics: inout [Diagnostic]
  ) {
    guard !name.value.isEmpty, subject.graph.node(name.value) == nil else { return }
    diagnostics.append(
      subject.error(
        .treeUnknownNext, at: name.position,
        "`\(key)` refers to `\(name.value)`, but there is no such question or outcome.",
        hint: NearestName.hint(for: name.value, among: subject.graph.names)
          ?? (key == "next" ? subject.hint(forOutcome: name.value) : nil),
        cause: "\(subject.tree.file)#\(name.value)", restsOn: [subject.tree.file]))
  }

  /// `owner` is what a new file for such a text may be called.
  private static func advice(
    _ name: Placed<String>?, key: String, of owner: String, _ subject: Subject,
    _ diagnostics: inout [Diagnostic]
  ) {
    guard let name, !subject.index.unreadableAdvice.contains(name.value) else { return }
    if let advice = subject.index.advice[name.value] {
      guard advice.html.isEmpty else { return }
      diagnostics.append(
        .error(
          .treeUnknownAdvice, file: subject.file(of: name.value), at: .start,
          "This file has no text, though `\(subject.tree.id.value)` shows it.",
          hint: "Write the text, or put it back from your history."))
      return
    }
    diagnostics.append(
      subject.error(
        .treeUnknownAdvice, at: name.position,
        "`\(key)` refers to `\(name.value)`, but there is no such file.",
        hint: nearestFile(to: name.value, among: subject.index.advice.keys)
          ?? newFile(for: name.value, key: key, of: owner, subject),
        cause: subject.file(of: name.value)))
  }

  /// Where to write a text that is not there, or that stands where the name of its file belongs.
  private static func newFile(for name: String, key: String, of owner: String, _ subject: Subject) -> String {
    guard name.contains(" ") || !name.hasSuffix(".md") else {
      return "Write the text into a file of that name next to this one, or name another text."
    }
    var file = "advice/\(owner).md"
    if subject.index.advice[file] != nil { file = "advice/\(owner)-2.md" }
    return "Write the text into `\(subject.file(of: file))`, and here `\(key): \(file)`."
  }

  /// Files are compared without the folder and ending that all of them share: a few letters make another text of a short name.
  private static func nearestFile(to name: String, among files: some Sequence<String>) -> String? {
    func stem(_ file: String) -> String {
      let last = file.split(separator: "/").last ?? ""
      return String(last.hasSuffix(".md") ? last.dropLast(3) : last)
    }
    var names: [String: String] = [:]
    for file in files { names[stem(file)] = file }
    let meant = names[stem(name)] ?? NearestName.to(stem(name), among: names.keys).flatMap { names[$0] }
    return meant.map { "Did you mean `\($0)`?" }
  }

  /// A drawing is named without its folder and ending.
  private static func drawing(namedBy name: String, among drawings: some Sequence<String>) -> String? {
    let last = name.split(separator: "/").last ?? ""
    let stem = String(last.hasSuffix(".svg") ? last.dropLast(4) : last)
    return stem != name && drawings.contains(stem)
      ? "Did you mean `\(stem)`?" : NearestName.hint(for: stem, among: drawings)
  }

  private static func picture(
    _ question: Question, _ subject: Subject, _ diagnostics: inout [Diagnostic]
  ) {
    guard let picture = question.picture else { return }
    func report(_ message: String, hint: String? = nil) {
      diagnostics.append(subject.error(.treeUnknownPicture, at: picture.position, message, hint: hint))
    }
    if question.kind.value == .anyOf {
      report("`\(question.id.value)` is `any-of`, but only a question with one answer can have a picture.")
    }
    guard let pictures = subject.index.pictures else { return }
    guard let known = pictures[picture.value] else {
      report(
        "`picture` refers to `\(picture.value)`, but there is no such drawing.",
        hint: drawing(namedBy: picture.value, among: pictures.keys))
      return
    }
    guard let regions = known else { return }
    let answers = Set(question.answers.map(\.id.value))
    for region in regions.subtracting(answers).sorted() {
      report("The drawing `\(picture.value)` has a region `\(region)`, but the question has no such answer.")
    }
    for answer in answers.subtracting(regions).subtracting(["unsure"]).sorted() {
      report("The drawing `\(picture.value)` has no region for the answer `\(answer)`.")
    }
  }

  private static func within(
    _ question: Question, _ subject: Subject, _ diagnostics: inout [Diagnostic]
  ) {
    for entry in question.within where !isAnswer(entry.value, subject) {
      let all = subject.tree.questions.flatMap { question in
        question.choices.map { "\(question.id.value).\($0.id.value)" }
      }
      diagnostics.append(
        subject.error(
          .treeUnknownWithin, at: entry.position,
          "`within` refers to `\(entry.value)`, but there is no such answer.",
          hint: NearestName.hint(for: entry.value, among: all) ?? "Write `question.answer`."))
    }
  }

  /// Whether a name is `question.answer`.
  private static func isAnswer(_ name: String, _ subject: Subject) -> Bool {
    guard let dot = name.firstIndex(of: "."), let node = subject.graph.node(String(name[..<dot])),
      subject.graph.isQuestion(node)
    else { return false }
    let answer = name[dot...].dropFirst()
    return subject.question(node).choices.contains { $0.id.value == answer }
  }

  private static func check(_ outcome: Outcome, _ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    advice(outcome.advice, key: "advice", of: outcome.id.value, subject, &diagnostics)
    advice(outcome.seekCareIf, key: "seek-care-if", of: "\(outcome.id.value)-worse", subject, &diagnostics)
    for cause in outcome.causes {
      named(
        cause, "causes", subject.options.causeKind, in: subject.options.causeFolder,
        subject.index.causes[cause.value].map { ($0.state, $0.file) }, .treeUnknownCause,
        subject.index.causes.ids, subject, &diagnostics)
    }
    for stretch in outcome.stretches {
      named(
        stretch, "stretches", subject.options.stretchKind, in: subject.options.stretchFolder,
        subject.index.stretches[stretch.value].map { ($0.state, $0.file) }, .treeUnknownStretch,
        subject.index.stretches.ids, subject, &diagnostics)
    }
    for list in [outcome.causes, outcome.stretches] {
      var seen: Set<String> = []
      for one in list where !seen.insert(one.value).inserted {
        diagnostics.append(
          subject.error(.treeDuplicateID, at: one.position, "`\(one.value)` is in this list twice."))
      }
    }
  }

  /// Once for a tree: whoever adds the setting mends all of them.
  private static func kind(
    _ key: String, _ kind: String?, _ list: KeyPath<Outcome, [Placed<String>]>, _ subject: Subject,
    _ diagnostics: inout [Diagnostic]
  ) {
    guard kind == nil, let first = subject.tree.outcomes.lazy.compactMap({ $0[keyPath: list].first }).first
    else { return }
    diagnostics.append(
      subject.error(
        .treeNoKind, at: first.position,
        "`\(key)` refers to `\(first.value)`, but `site.yaml` does not say which kind of article this is.",
        hint: "Add `checker: {\(key): KIND}` to `site.yaml`."))
  }

  private static func named(
    _ name: Placed<String>, _ key: String, _ kind: String?, in folder: String?,
    _ found: (state: PublicationState, file: String)?,
    _ code: DiagnosticCode, _ known: @autoclosure () -> [String], _ subject: Subject,
    _ diagnostics: inout [Diagnostic]
  ) {
    guard let kind else { return }
    if let found {
      guard found.state != .published else { return }
      diagnostics.append(
        subject.error(
          .treeUnpublished, at: name.position,
          "`\(key)` refers to `\(name.value)`, which is \(found.state.rawValue).",
          hint: found.state.hint(removing: "it"), cause: found.file))
    } else if !subject.index.isStray(name.value) {
      let near = NearestName.hint(for: name.value, among: known())
      diagnostics.append(
        subject.error(
          code, at: name.position, "`\(key)` refers to `\(name.value)`, but there is no such \(kind).",
          hint: near,
          // An article that is gone is one slip, however many name it.
          cause: folder.map { "\($0)/\(name.value).md" }))
    }
  }
}
