/// How the steps of a tree differ from those of a list of paths from before.
struct RouteChanges {
  /// Answers, as `question.answer`, that lead elsewhere now.
  private(set) var rerouted: Set<String> = []
  /// What answers that are gone are called now: others of the same question that are new and lead to the same place.
  private(set) var renamed: [String: String] = [:]

  init() {}

  init(from committed: String, to text: String) {
    let (old, new) = (Self.steps(of: committed), Self.steps(of: text))
    // Of a step to a question that is gone, nobody knows where it leads.
    let questions = Set(new.keys.map(Self.question))
    for (answer, next) in old where new[answer] == nil && questions.contains(Self.question(answer)) {
      let found = new.filter {
        old[$0.key] == nil && $0.value == next && Self.question($0.key) == Self.question(answer)
      }
      if found.count == 1, let name = found.keys.first { renamed[answer] = name }
    }
    for (answer, next) in new where old[answer].map({ $0 != next }) ?? false { rerouted.insert(answer) }
  }

  private static func question(_ answer: String) -> Substring { answer.prefix { $0 != "." } }

  /// Where each answer leads: to the question that is answered next, or to the outcome.
  private static func steps(of text: String) -> [String: String] {
    var steps: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst(2) {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count == 4 else { continue }
      let answers = columns[0].split(separator: ">").map { String($0.filter { $0 != " " }) }
      for (answer, next) in zip(answers, answers.dropFirst()) { steps[answer] = String(question(next)) }
      if let last = answers.last { steps[last] = String(columns[2]) }
    }
    return steps
  }
}
