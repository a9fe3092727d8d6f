import Diagnostics

/// A checker read and put to every rule: the module's front door.
package struct TreeCheck: Sendable {
  /// The tree as far as it could be read, proven or not; nil when it could not be read at all.
  package let tree: Tree?
  /// Everything that is wrong with it, sorted by place.
  package let diagnostics: [Diagnostic]
  /// Every path; none when there is a cycle or there are too many.
  package let paths: [TreePath]
  /// What the committed list of paths should be; nil when the paths cannot be listed.
  package let pathsFile: String?
  /// How that compares with what is committed.
  package let pathsChange: PathsFile.Change
  package let vignettes: VignetteReport?
  /// The published form; nil unless the tree is proven.
  package let json: [UInt8]?

  /// The tree, when no rule found an error.
  package var proven: Tree? { json == nil ? nil : tree }

  /// Reads the files and proves the tree against them and what the site knows. Never stops at the first fault.
  package init(_ sources: TreeSources, index: ClinicalIndex, options: TreeOptions) {
    var diagnostics: [Diagnostic] = []
    var tree = TreeReader.read(sources.tree, index: index, options: options, into: &diagnostics)
    if let careLevels = sources.careLevels {
      tree?.careLevels = careLevels.cards
      diagnostics += careLevels.diagnostics
    } else {
      diagnostics.append(Self.missing("care levels", "care-levels.yaml", sources.tree.name))
    }
    let vignettes = sources.vignettes.map { VignetteReader.read($0, into: &diagnostics) }
    if vignettes == nil {
      let name = sources.tree.name.split(separator: "/").last?.dropLast(".yaml".count) ?? ""
      diagnostics.append(Self.missing("vignettes", "\(name).vignettes.yaml", sources.tree.name))
    }

    var paths: [TreePath] = []
    var pathsFile: String?
    var change = PathsFile.Change.missing
    var report: VignetteReport?
    var routes = RouteChanges()
    if let tree, !tree.isHollow, Self.isReviewable(tree, into: &diagnostics) {
      let subject = Subject(
        tree: tree, index: index, options: options, careLevelsFile: sources.careLevels?.file)
      for rule in Self.rules { rule.check(subject, into: &diagnostics) }
      paths = PathEnumeration.all(subject)
      if !paths.isEmpty {
        let text = PathsFile.text(of: tree, paths)
        (pathsFile, change) = (text, PathsFile.change(from: sources.committedPaths?.bytes, to: text).change)
        if change == .needsMajorVersion, let old = sources.committedPaths?.bytes {
          routes = RouteChanges(from: String(decoding: old, as: UTF8.self), to: text)
        }
      }
      let isMiswired = Self.isMiswired(diagnostics)
      // An answer that leads elsewhere is told as that.
      if !isMiswired, routes.rerouted.isEmpty { YesNoRule.check(subject, into: &diagnostics) }
      if let vignettes, let file = sources.vignettes?.name {
        report = VignetteRule.check(
          vignettes, file: file, subject, since: routes, into: &diagnostics)
      }
      // A vignette that gives an answer by the name that it had is told first.
      let isHeldBack = isMiswired || report?.usesOldNames == true
      if let pathsFile, !isHeldBack || change == .edited {
        let line = PathsFile.change(from: sources.committedPaths?.bytes, to: pathsFile).firstLine
        PathsFileRule.check(
          change, line: line, file: sources.committedPaths?.name, routes, subject, into: &diagnostics)
      }
    }
    let json = tree.flatMap { Self.published($0, index, options, &diagnostics) }

    self.tree = tree
    self.diagnostics = diagnostics.sorted()
    self.paths = paths
    self.pathsFile = pathsFile
    pathsChange = change
    self.vignettes = report
    self.json = json
  }

  /// What the tree changes of a list of paths from before, such as that of the last commit, without the version that such a change needs.
  /// Nil where the committed list says so itself.
  package func change(since earlier: [UInt8]) -> Diagnostic? {
    guard let tree, let pathsFile, pathsChange != .needsMajorVersion else { return nil }
    let (kind, line) = PathsFile.change(from: earlier[...], to: pathsFile)
    guard kind == .needsMajorVersion else { return nil }
    return .error(
      .treeVersion, file: tree.file, at: tree.version.position,
      "Routing, stages or care levels differ from the paths of the last commit (from line \(line) there), but the major version is still \(tree.version.value.major).",
      hint:
        "A clinician must approve this change by setting the version to \(tree.version.value.major + 1).0.0.")
  }

  /// The same checker in the words of another language: every step is that of the tree that was proven.
  package func translated(_ tree: Tree, index: ClinicalIndex, options: TreeOptions) -> TreeCheck {
    TreeCheck(
      self, tree: tree, json: json.map { _ in TreeJSON.bytes(of: tree, index: index, options: options) })
  }

  private init(_ other: TreeCheck, tree: Tree, json: [UInt8]?) {
    self.tree = tree
    self.json = json
    diagnostics = []
    paths = other.paths
    pathsFile = other.pathsFile
    pathsChange = other.pathsChange
    vignettes = other.vignettes
  }

  /// The declared flags that no tree asks, when each says in `asks` what it does: without it, a tree's own rules ask for
  /// all of them.
  package static func unasked(_ flags: [String: ClinicalIndex.Flag], by trees: [Tree]) -> [Diagnostic] {
    // What an empty list was meant to say is not known, and told.
    guard !trees.isEmpty, trees.allSatisfy({ !($0.asks ?? []).isEmpty }) else { return [] }
    let asked = Set(
      trees.flatMap { tree in
        (tree.asks ?? []).map(\.value) + tree.questions.flatMap(\.answers).compactMap { $0.flag?.value }
      })
    return flags.sorted { $0.key < $1.key }.filter { !asked.contains($0.key) }.map { name, flag in
      .error(
        .treeFlagUnasked, file: flag.file, at: flag.position,
        "No symptom checker asks about the red flag `\(name)`.",
        hint:
          "Add it to the `asks` of a checker, with an answer `{flag: \(name), next: …}` in a red-flag question."
      )
    }
  }

  /// What trees ask and no `asks` lists: once a question is gone, nobody is told which checker it was in.
  package static func unlisted(by trees: [Tree]) -> [Diagnostic] {
    // What an empty list was meant to say is not known, and told.
    guard !trees.isEmpty, trees.allSatisfy({ !($0.asks ?? []).isEmpty }) else { return [] }
    let listed = Set(trees.flatMap { ($0.asks ?? []).map(\.value) })
    return trees.compactMap { tree in
      let flags = tree.questions.filter { $0.stage.value == .redFlag }.flatMap(\.answers).compactMap(\.flag)
        .filter { !$0.value.isEmpty && !listed.contains($0.value) }
      guard let first = flags.first else { return nil }
      let names = flags.map(\.value)
      let shown = names.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
      return .warning(
        .treeFlagUnasked, file: tree.file, at: first.position,
        names.count == 1
          ? "`\(tree.id.value)` asks about the red flag \(shown), but no checker lists it in `asks`."
          : "`\(tree.id.value)` asks about \(names.count) red flags that no checker lists in `asks`: \(shown)\(names.count > 3 ? " and \(names.count - 3) more" : "").",
        hint: "Add \(names.count == 1 ? "it" : "them") to the `asks` of the checker that must always ask.")
    }
  }

  private static let rules: [any Rule.Type] = [
    SizeRule.self, ReferenceRule.self, ShapeRule.self, RedFlagRule.self, FirstQuestionRule.self,
    BypassRule.self,
    FlagRule.self, OutcomeRule.self, UnsureRule.self, WordingRule.self, AnsweredRule.self, PathCountRule.self,
    JudgementRule.self,
  ]

  /// Whether an answer or outcome is wrong, so that the paths cannot be those that are meant.
  private static func isMiswired(_ diagnostics: [Diagnostic]) -> Bool {
    let shape: Set<DiagnosticCode> = [
      .treeCycle, .treeUnreachable, .treeFirstQuestion, .treeRedFlagBypassed, .treeRedFlagOrder,
      .treeRedFlagOutcome, .treeRedFlagShape, .treeFlagLevel, .treeUnsureMissing, .treeUnsureLevel,
    ]
    return diagnostics.contains { $0.severity == .error && shape.contains($0.code) }
  }

  private static func missing(_ what: String, _ file: String, _ tree: String) -> Diagnostic {
    .error(
      .treeMissingFile, file: tree, at: .start,
      "The file with this tree's \(what), `\(file)`, is missing.",
      hint: "Put it next to this file.")
  }

  /// Whether the tree is small enough to be put to the rules at all.
  private static func isReviewable(_ tree: Tree, into diagnostics: inout [Diagnostic]) -> Bool {
    let count = tree.questions.count + tree.outcomes.count
    guard count > TreeBounds.nodes else { return true }
    diagnostics.append(
      .error(
        .treeTooLarge, file: tree.file, at: .start,
        "The tree has \(count) questions and outcomes; the limit is \(TreeBounds.nodes)."))
    return false
  }

  /// The published form of a tree in which nothing is wrong.
  private static func published(
    _ tree: Tree, _ index: ClinicalIndex, _ options: TreeOptions, _ diagnostics: inout [Diagnostic]
  ) -> [UInt8]? {
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    let json = TreeJSON.bytes(of: tree, index: index, options: options)
    guard json.count > TreeBounds.jsonBytes else { return json }
    diagnostics.append(
      .error(
        .treeTooLarge, file: tree.file, at: .start,
        "The published tree has \(json.count) bytes; the limit is \(TreeBounds.jsonBytes).",
        hint: "Shorten the advice texts."))
    return nil
  }
}
