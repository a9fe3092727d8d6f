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
