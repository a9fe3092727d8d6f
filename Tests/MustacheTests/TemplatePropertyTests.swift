import Diagnostics
import FixtureSite
import Mustache
import Testing

struct TemplatePropertyTests {
  /// Any bytes make a template that either renders or has faults, each at a place in its file.
  @Test(arguments: [UInt64.random(in: 0 ... .max), 1, 2, 3])
  func anyBytesAreReadAndReported(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let pieces = [
      "{{", "}}", "{{{", "}}}", "#", "^", "/", "<", ">", "$", "!", "=", "*", ".", " ", "\n", "\r\n", "signs",
      "title",
      "body", "a", "partial", "{{#signs}}", "{{/signs}}", "{{<a}}", "{{/a}}", "{{$a}}", "{{>partial}}",
      "{{=<% %>=}}",
      "{{=| |=}}", "\u{FEFF}", "é", "\u{0}",
    ]
    func bytes() -> [UInt8] {
      (0..<Int.random(in: 0..<40, using: &random)).flatMap { _ in
        Int.random(in: 0..<12, using: &random) == 0
          ? [UInt8.random(in: 0...255, using: &random)]
          : Array((pieces.randomElement(using: &random) ?? "").utf8)
      }
    }
    for _ in 0..<500 {
      let sources = ["cause", "a", "partial"].map { TemplateSource(name: $0, file: $0, bytes: bytes()) }
      let library = TemplateLibrary(templates: Array(sources.prefix(2)), partials: Array(sources.suffix(1)))
      var faults: [Diagnostic] = []
      library.parse(into: &faults)
      let unread = faults.count
      let template = library.compile("cause", for: cause, into: &faults)
      #expect((template != nil) == (faults.count == unread), "seed \(seed)")
      for fault in faults {
        let position = try #require(fault.position)
        #expect(position.line >= 1 && position.column >= 1, "seed \(seed)")
      }
      var out: [UInt8] = []
      template?.render(tendinopathy, into: &out)
      var unreported: [Diagnostic] = []
      let dynamic = DynamicTemplate(sources[0], partials: sources, into: &unreported)
      // Partials that include themselves without end are the one way to fail.
      do { try dynamic?.render(Sample.dynamic, into: &out) } catch {
        #expect(error.diagnostic.code == .templateNesting, "seed \(seed)")
      }
    }
  }

  /// Long input of any kind is read in time that grows with its length.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "{{", "{{!", "{{=", "{{{", "{{}}", "{{#a}}", "{{/a}}", "{{#a}}{{/b}}", "{{<a}}", "{{$a}}",
      "{{<a}}{{$a}}\n", "{{a.",
      "{{x}}", "\n ", "  {{!}}\n", "{{=a b=}}a=c d=b",
    ])
  func longInputIsReadInTime(piece: String) {
    let bytes = [UInt8](repeatElement(Array(piece.utf8), count: 20_000 / piece.utf8.count).joined())
    let library = TemplateLibrary(
      templates: [TemplateSource(name: "a", file: "a", bytes: bytes)], partials: [])
    var faults: [Diagnostic] = []
    library.parse(into: &faults)
    _ = library.compile("a", for: cause, into: &faults)
    for fault in faults.prefix(3) { #expect(fault.file == "a") }
  }

  /// A template without faults shows the same in both modes.
  @Test(arguments: [UInt64.random(in: 0 ... .max), 1, 2, 3])
  func bothModesShowTheSame(seed: UInt64) throws {
    var grammar = TemplateGrammar(random: SeededGenerator(seed))
    var shown = 0
    for _ in 0..<500 {
      let layout = TemplateSource(name: "layout", file: "layout", bytes: Array(grammar.layout().utf8))
      let partial = TemplateSource(name: "partial", file: "partial", bytes: Array(grammar.partial().utf8))
      let page = TemplateSource(name: "cause", file: "cause", bytes: Array(grammar.page().utf8))
      var faults: [Diagnostic] = []
      let library = TemplateLibrary(templates: [layout, page], partials: [partial])
      let template = library.compile("cause", for: cause, into: &faults)
      let dynamic = DynamicTemplate(page, partials: [layout, partial], into: &faults)
      #expect(faults == [], "seed \(seed)")
      for (record, data) in [(tendinopathy, Sample.dynamic), (Record(cause, []), .null)] {
        var (compiled, walked): ([UInt8], [UInt8]) = ([], [])
        template?.render(record, into: &compiled)
        try dynamic?.render(data, into: &walked)
        #expect(
          String(decoding: compiled, as: UTF8.self) == String(decoding: walked, as: UTF8.self),
          "seed \(seed): \(String(decoding: page.bytes, as: UTF8.self))")
        shown += compiled.count
      }
    }
    #expect(shown > 10_000, "seed \(seed)")
  }
}

/// `tendinopathy` as data without a type.
enum Sample {
  static let dynamic = DynamicValue.record([
    "title": .text("Tendons & <hips>"), "body": .text("<p>Body</p>"), "draft": .flag(true),
    "red-flags": .list([.text("Fever"), .text("\"Night\" pain")]),
    "signs": .list([sign("A", "/a/"), sign("B", "/b/")]), "main-sign": sign("Main", "/m/"),
  ])

  private static func sign(_ title: String, _ url: String) -> DynamicValue {
    .record(["title": .text(title), "url": .text(url)])
  }
}

/// Writes random templates that have no faults.
struct TemplateGrammar {
  var random: SeededGenerator
  /// The lists that sections go through here; each only once.
  private var lists: Set<String> = []

  init(random: SeededGenerator) { self.random = random }

  mutating func page() -> String {
    let parent = "\(indent())\(line("{{<layout}}"))\(blocks())\(indent())\(line("{{/layout}}"))"
    return content(depth: 3) + (chance(2) ? parent : "") + content(depth: 2)
  }

  mutating func layout() -> String {
    "\(content(depth: 1))\(indent())\(line("{{$main}}"))\(content(depth: 1))\(indent())\(line("{{/main}}"))"
      + "{{$foot}}\(content(depth: 1)){{/foot}}\(content(depth: 1))"
  }

  mutating func partial() -> String {
    lists = ["red-flags", "signs"]
    defer { lists = [] }
    return content(depth: 2, includes: false)
  }

  private mutating func blocks() -> String {
    ["main", "foot"].filter { _ in chance(2) }
      .map { "\(indent())\(line("{{$\($0)}}"))\(content(depth: 2))\(indent())\(line("{{/\($0)}}"))" }.joined()
  }

  private mutating func content(depth: Int, includes: Bool = true) -> String {
    (0..<Int.random(in: 0..<5, using: &random)).map { _ in piece(depth: depth, includes: includes) }.joined()
  }

  private mutating func piece(depth: Int, includes: Bool) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 10 : 7), using: &random) {
    case 0: return "text & <b>\n"
    case 1: return " "
    case 2: return "\r\n"
    case 3: return lists.contains("signs") && chance(2) ? "{{ title }}" : line("{{title}}")
    case 4: return chance(2) ? "{{{body}}}" : "{{&body}}"
    case 5: return "\(indent())\(line("{{! a comment }}"))"
    case 6: return includes ? "\(indent())\(line("{{>partial}}"))" : "{{main-sign.url}}"
    case 7: return section("^", ["signs", "draft", "title", "main-sign", "red-flags"], depth, includes)
    case 8: return section("#", ["draft", "title", "body", "main-sign"], depth, includes)
    default:
      guard let list = ["signs", "red-flags"].filter({ !lists.contains($0) }).randomElement(using: &random)
      else {
        return "-"
      }
      lists.insert(list)
      defer { lists.remove(list) }
      let entry = list == "signs" ? "{{title}}{{url}}" : "{{.}}"
      return "\(indent())\(line("{{#\(list)}}"))\(entry)\(content(depth: depth - 1, includes: includes))"
        + "\(indent())\(line("{{/\(list)}}"))"
    }
  }

  private mutating func section(_ sigil: String, _ names: [String], _ depth: Int, _ includes: Bool) -> String
  {
    let name = names.randomElement(using: &random) ?? "draft"
    return "\(indent())\(line("{{\(sigil)\(name)}}"))\(content(depth: depth - 1, includes: includes))"
      + "\(indent())\(line("{{/\(name)}}"))"
  }

  private mutating func indent() -> String { ["", "", "  ", "\t"].randomElement(using: &random) ?? "" }

  private mutating func line(_ tag: String) -> String { chance(2) ? "\(tag)\n" : tag }

  private mutating func chance(_ sides: Int) -> Bool { Int.random(in: 0..<sides, using: &random) == 0 }
}
