import Diagnostics
import Markdown
import SiteModel
import Text

/// A parsed article as bytes, for a cache.
extension ParsedArticle {
  func write(to out: inout RecordWriter, _ numbers: Renumbering) {
    out.diagnostics(diagnostics)
    out.number(findings.count)
    for finding in findings {
      out.text(finding.check.rawValue)
      out.number(finding.value)
      out.position(finding.position)
    }
    out.values(usedFiles.map { numbers.files[$0] })
    // Only a cache of the same settings is read, whose kinds have the same numbers.
    out.values(linkedLists.map { Int32(clamping: $0) })
    RenderedArticle.write(fieldLinks, to: &out, numbers)
    out.data(fieldWords)
    out.number(fields.count)
    for field in fields { field.write(to: &out) }
    body.write(to: &out, numbers)
  }

  /// Nil for what is no article, and for one that leads to something that is no longer there.
  convenience init?(_ source: inout RecordReader, _ numbers: Renumbering) {
    guard let diagnostics = source.diagnostics(), let count = source.number() else { return nil }
    var findings: [PlacedFinding] = []
    for _ in 0..<count {
      guard let check = source.text().flatMap(WritingCheck.init), let value = source.number(),
        let position = source.position()
      else { return nil }
      findings.append(PlacedFinding(check: check, value: value, position: position))
    }
    var fields = FieldTexts()
    guard let files = source.values(of: Int32.self).flatMap({ numbers.files($0.map(Int.init)) }),
      let lists = source.values(of: Int32.self),
      let links = RenderedArticle.links(&source, numbers), let words = source.data(),
      let values = FieldValue.list(&source), var body = RenderedArticle(&source, numbers), source.isAtEnd
    else { return nil }
    (fields.links, fields.words, fields.values) = (links, words, values)
    body.diagnostics = diagnostics
    self.init(
      body: body, fields: fields, usedFiles: files, linkedLists: lists.map(Int.init), findings: findings)
  }
}

extension FieldValue {
  fileprivate func write(to out: inout RecordWriter) {
    switch self {
    case .none: out.number(0)
    case .text(let text):
      out.number(1)
      out.data(text)
    case .flag(let isOn): out.number(isOn ? 3 : 2)
    case .choice(let number):
      out.number(4)
      out.number(number)
    case .placed(let text):
      out.number(5)
      out.position(text.position)
      out.data(text.bytes)
    case .html(let html):
      out.number(6)
      out.data(html)
    case .group(let values), .list(let values):
      if case .group = self { out.number(7) } else { out.number(8) }
      out.number(values.count)
      for value in values { value.write(to: &out) }
    }
  }

  fileprivate static func list(_ source: inout RecordReader) -> [FieldValue]? {
    guard let count = source.number() else { return nil }
    var values: [FieldValue] = []
    for _ in 0..<count {
      guard let value = FieldValue(&source) else { return nil }
      values.append(value)
    }
    return values
  }

  private init?(_ source: inout RecordReader) {
    guard let sort = source.number() else { return nil }
    switch sort {
    case 0: self = .none
    case 2, 3: self = .flag(sort == 3)
    case 4:
      guard let number = source.number() else { return nil }
      self = .choice(number)
    case 5:
      guard let position = source.position(), let bytes = source.data() else { return nil }
      self = .placed(PlacedText(bytes, at: position ?? .start))
    case 1, 6:
      guard let bytes = source.data() else { return nil }
      self = sort == 1 ? .text(bytes) : .html(bytes)
    case 7, 8:
      guard let values = Self.list(&source) else { return nil }
      self = sort == 7 ? .group(values) : .list(values)
    default: return nil
    }
  }
}
