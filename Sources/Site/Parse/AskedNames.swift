import Markdown
import Text

/// What a text asks of the names of its site, and what it is told. As long as the answers are the same, so is what
/// becomes of the text, whatever else changes in the site.
struct AskedNames: Sendable {
  /// The questions, one after another: what is asked for (a byte), then the name with its length before it.
  private var questions = RecordWriter()
  private var asksTitles = false
  /// The answers, one after another. Numbers are left out of them: those of articles and files change when others come or go.
  private var answers = RecordWriter()

  enum Subject: Int {
    case link, picture, file, title, work, nearestWork, video
  }

  /// What a cache keeps of it.
  struct Kept: Sendable {
    let questions: [UInt8]
    let answers: FileHash
    /// Whether titles are asked for, which change more often than addresses.
    let asksTitles: Bool
  }

  /// All of it so far, without the room that lists keep for more: a site has thousands of them.
  var kept: Kept {
    Kept(
      questions: questions.exactBytes, answers: FileHash(answers.bytes), asksTitles: asksTitles)
  }

  mutating func removeAll() {
    questions.removeAll()
    answers.removeAll()
    asksTitles = false
  }

  mutating func ask(_ subject: Subject, _ name: [UInt8]) {
    questions.number(subject.rawValue)
    questions.data(name)
    if subject == .title { asksTitles = true }
  }

  mutating func answer(_ target: LinkTarget, _ index: SiteIndex, usedFiles: Int) {
    answers.number(usedFiles)
    switch target {
    case .external: answers.number(0)
    case .article(let number, let url):
      answers.number(1)
      answers.text(index.articles[number].file)
      answers.data(url)
    case .local(let url):
      answers.number(2)
      answers.data(url)
    case .samePage: answers.number(3)
    case .refused(let code, let message, let hint, let cause):
      refuse(code.rawValue, message, hint)
      answers.optional(cause)
    }
  }

  mutating func answer(_ target: ImageTarget, _ index: SiteIndex, usedFiles: Int) {
    answers.number(usedFiles)
    switch target {
    // What else there is of a photograph follows from its address and the settings.
    case .image(let number, let url, let width, let height, _):
      answers.number(5)
      answers.text(number < 0 ? "" : index.files[number].path)
      answers.data(url)
      answers.number(width)
      answers.number(height)
    case .video(let target):
      answers.number(6)
      for file in target.files { answers.text(index.files[file].path) }
      answers.data(target.html(title: [], labels: MarkdownLabels(), frameScript: []))
      answers.number(Int((target.seconds ?? 0) * 1_000))
      for doubt in target.doubts { answers.text(doubt.message) }
    case .refused(let code, let message, let hint): refuse(code.rawValue, message, hint)
    }
  }

  private mutating func refuse(_ code: String, _ message: String, _ hint: String?) {
    answers.number(4)
    answers.text(code)
    answers.text(message)
    answers.optional(hint)
  }

  mutating func answer(_ text: [UInt8]) { answers.data(text) }

  mutating func answer(_ isKnown: Bool) { answers.number(isKnown ? 1 : 0) }

  mutating func answer(_ hint: String?) { answers.optional(hint) }
}

extension ArticleReferences {
  /// The answers, as they are now, to the questions of the article that `begin` has set; nil for what are no questions.
  func answers(to questions: ArraySlice<UInt8>) -> FileHash? {
    var source = RecordReader(questions)
    keepsQuestions = true
    while !source.isAtEnd {
      guard let subject = source.number().flatMap(AskedNames.Subject.init), let name = source.data() else {
        return nil
      }
      switch subject {
      case .link: _ = link(to: name)
      case .picture: _ = image(at: name)
      case .file: _ = file(at: name)
      case .video: if video(name) == nil { return nil }
      case .title:
        guard let article = index.articlePaths[name] else { return nil }
        _ = title(of: article)
      case .work: _ = citation(name)
      case .nearestWork: _ = citationHint(name)
      }
    }
    return asked.kept.answers
  }
}
