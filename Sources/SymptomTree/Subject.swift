import Diagnostics
import SiteModel

/// A tree and all that the rules compare it with.
struct Subject {
  let tree: Tree
  let graph: TreeGraph
  let slips: TreeSlips
  let index: ClinicalIndex
  let options: TreeOptions
  let careLevelsFile: String?

  init(tree: Tree, index: ClinicalIndex, options: TreeOptions, careLevelsFile: String?) {
    self.tree = tree
    self.index = index
    self.options = options
    self.careLevelsFile = careLevelsFile
    graph = TreeGraph(tree)
    slips = TreeSlips(tree, graph, index)
  }

  /// In which the checker and its texts lie, with `/` at its end.
  var folder: Substring {
    tree.file.lastIndex(of: "/").map { tree.file[...$0] } ?? ""
  }

  /// The file of a text that the tree names.
  func file(of text: String) -> String { folder + text }

  func error(
    _ code: DiagnosticCode, at position: Position, _ message: String, hint: String? = nil,
    cause: String? = nil, restsOn: [String] = []
  ) -> Diagnostic {
    .error(code, file: tree.file, at: position, message, hint: hint, cause: cause, restsOn: restsOn)
  }

  /// The outcome that an answer leads to, if it leads straight to one.
  func outcome(after answer: Answer) -> Outcome? {
    guard let node = graph.node(answer.next.value), !graph.isQuestion(node) else { return nil }
    return tree.outcomes[node - graph.questionCount]
  }

  /// Which outcomes may be meant by a name that none has: the name of a level, or the words of its heading.
  func hint(forOutcome name: String) -> String? {
    let words = PlainText.words(in: name.lowercased())
    let level = CareLevel.allCases.first { level in
      let heading = tree.careLevels[level].map { PlainText.words(in: $0.heading.value.lowercased()) } ?? ""
      return level.rawValue == name.lowercased() || words.contains(" ") && heading.hasPrefix(words)
    }
    let meant = tree.outcomes.filter { level == nil || $0.level.value == level }.map { "`\($0.id.value)`" }
    guard !meant.isEmpty else { return nil }
    if let level {
      return meant.count == 1
        ? "Did you mean \(meant[0]), which is `\(level.rawValue)`?"
        : "The outcomes that are `\(level.rawValue)` are \(meant.prefix(12).joined(separator: ", "))."
    }
    return
      "The outcomes are \(meant.prefix(12).joined(separator: ", "))\(meant.count > 12 ? " and others" : "")."
  }

  /// The question of that number.
  func question(_ node: Int) -> Question { tree.questions[node] }

  /// `where.groin`: how an answer is named in messages.
  func name(of edge: TreeGraph.Edge) -> String { "\(graph.names[edge.from]).\(edge.answer.id.value)" }

  /// The level of a rank.
  func level(ofRank rank: Int) -> CareLevel { CareLevel.allCases.first { $0.rank == rank } ?? .soon }
}

/// A rule: looks at the subject and reports what is wrong.
protocol Rule: SendableMetatype {
  static func check(_ subject: Subject, into diagnostics: inout [Diagnostic])
}
