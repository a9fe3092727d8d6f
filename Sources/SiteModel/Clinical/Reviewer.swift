/// Who reviewed a text, as `reviewer` names them.
enum Reviewer {
  /// What stands in examples and forms in place of a name.
  private static let placeholders: Set = [
    "name of the clinician", "name", "another name", "reviewer", "tbd", "todo", "tba", "n/a", "none", "xxx",
    "?", "-", "me", "admin", "someone", "somebody", "anyone", "a colleague", "team",
    "the team", "staff", "reviewer name", "your name", "john doe", "jane doe", "max mustermann", "ai",
    "chatgpt", "gpt", "claude", "gemini", "copilot",
  ]

  /// Whether it can be the name of a person: no group, no mailbox, and more than initials.
  static func isPerson(_ text: String) -> Bool {
    if placeholders.contains(folded(text)) || names(text).isEmpty || text.contains("@") || text.contains("//")
    {
      return false
    }
    let words = folded(text).split { !$0.isLetter }
    if let first = words.first, let last = words.last, groupStarts.contains(first) || groups.contains(last) {
      return false
    }
    return !isInitials(text)
  }

  /// `AE`, `A. E.`: capitals alone, however many titles stand beside them.
  private static func isInitials(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }.filter { !titles.contains($0.lowercased()[...]) }
    return (2...3).contains(words.joined().count) && words.allSatisfy { $0.allSatisfy(\.isUppercase) }
  }

  /// With these begins what is no name.
  private static let groupStarts: Set<Substring> = ["our", "the"]
  /// And with these it ends: `Physio team`.
  private static let groups: Set<Substring> = [
    "clinicians", "colleagues", "department", "doctors", "nurses", "physicians", "physios",
    "physiotherapists",
    "team", "therapists",
  ]

  /// A name without what follows its comma, in small letters: "Ann Lee, PT" is Ann Lee.
  private static func folded(_ name: String) -> String {
    let name = name.prefix { $0 != "," }.lowercased()
    return name.split(separator: " ").joined(separator: " ")
  }

  /// The words of a name in small letters, titles and degrees left out: "Dr. Ann Lee", "Lee, Ann, DPT" and "Ann Lee" are one person.
  private static func names(_ name: String) -> Set<Substring> {
    Set(name.lowercased().split { !$0.isLetter && !"-'’".contains($0) }).subtracting(titles)
  }

  private static let titles: Set<Substring> = [
    "dr", "doctor", "prof", "professor", "med", "mr", "mrs", "ms", "pt", "dpt", "mpt", "md", "phd",
    "msc", "bsc",
    "ocs", "scs", "rn", "physician", "clinician", "therapist",
  ]

  /// Whether the author is the reviewer, or one of them.
  static func isAmong(_ author: String, _ reviewer: String) -> Bool {
    let (one, all) = (names(author), names(reviewer))
    // "Clinician 1" and "Clinician 2" are told apart by nothing but their numbers.
    func numbers(_ name: String) -> [Substring] { name.split { !$0.isNumber } }
    if numbers(author) != numbers(reviewer) { return false }
    return !one.isEmpty && (one == all || one.count > 1 && one.isSubset(of: all))
  }
}
