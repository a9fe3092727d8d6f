/// The names that a source declares and uses, as far as they can be known without a compiler.
struct SwiftNames {
  private(set) var types: Set<String> = []
  /// Functions and values beside types.
  private(set) var free: Set<String> = []
  /// What extensions add, with the type.
  private(set) var added: [(type: String, name: String)] = []
  /// Every function, value and case, whatever it belongs to.
  private(set) var all: Set<String> = []
  /// Words in upper case as types, words in lower case where they are asked of something or called.
  private(set) var uses: [(name: String, line: Int)] = []

  private enum Scope {
    case type
    case added(to: String)
    case body
  }
  private static let typeWords: Set = ["actor", "class", "enum", "protocol", "struct", "typealias"]
  private static let valueWords: Set = ["func", "let", "var"]
  private static let modifiers: Set = [
    "class", "convenience", "fileprivate", "final", "indirect", "inline", "internal", "lazy", "mutating",
    "nonisolated", "nonmutating", "override", "package", "private", "public", "required", "set", "static",
    "unowned", "weak", "(", ")", "@",
  ]

  init(of source: String) {
    let tokens = SwiftTokens.of(source).filter { $0.kind != .text }
    var scopes: [Scope] = []
    var opening: Scope?
    for (place, token) in tokens.enumerated() {
      let before = place > 0 ? tokens[place - 1].text : ""
      let after = place + 1 < tokens.count ? tokens[place + 1] : SwiftToken(kind: .mark, text: "", line: 0)
      switch token.text {
      case "{":
        scopes.append(opening ?? .body)
        opening = nil
      case "}": _ = scopes.popLast()
      case "extension" where after.kind == .word:
        let type = tokens[(place + 1)...].prefix { $0.kind == .word || $0.text == "." }
        opening = .added(to: type.last?.text ?? after.text)
      case _ where Self.typeWords.contains(before) && token.kind == .word && !Self.isModifier(token.text):
        opening = before == "typealias" ? nil : .type
        if !Self.isPrivate(place - 1, in: tokens) { types.insert(token.text) }
      case _ where Self.valueWords.contains(before) && token.kind == .word:
        all.insert(token.text)
        if Self.isPrivate(place - 1, in: tokens) { continue }
        if scopes.isEmpty { free.insert(token.text) }
        if case .added(let type)? = scopes.last { added.append((type, token.text)) }
      case _ where before == "case" && token.kind == .word: all.insert(token.text)
      case _ where token.kind == .word:
        let isType = token.text.first?.isUppercase == true
        if isType || before == "." || after.text == "(" { uses.append((token.text, token.line)) }
      default: break
      }
    }
  }

  private static func isModifier(_ word: String) -> Bool {
    modifiers.contains(word) || valueWords.contains(word)
  }

  /// Whether the declaration whose word stands at `place` is for its file alone.
  private static func isPrivate(_ place: Int, in tokens: [SwiftToken]) -> Bool {
    let before = tokens[..<place].reversed().prefix { modifiers.contains($0.text) }
    return zip(before, [tokens[place]] + before).contains { token, next in
      (token.text == "private" || token.text == "fileprivate") && next.text != "("
    }
  }
}
