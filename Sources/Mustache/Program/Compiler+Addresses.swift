/// Which values a template has browsers follow or load.
extension Compiler {
  /// The ends of what stands before an address (WHATWG HTML, "attributes").
  private static let beginnings = ["href", "src", "poster", "action", "formaction"].flatMap { name in
    ["\"", "'"].map { Array(" \(name)=\($0)".utf8) }
  }

  /// Whether what stands before is the beginning of an attribute that holds an address.
  var beginsAddress: Bool {
    switch program.instructions.last?.operation {
    case .literal, .when, .unless, .enter, .each: break
    case .text, .dialed, .html, .json, .leave, nil: return false
    }
    guard let quote = program.literals.last, quote == 0x22 || quote == 0x27 else { return false }
    return Self.beginnings.contains { program.literals.suffix($0.count).elementsEqual($0) }
  }

  mutating func note(address source: AddressName.Source, _ name: TagName, of origin: Origin) {
    addresses.insert(AddressName(source: source, isWhole: isWhole(name, of: origin)))
  }

  /// Whether the attribute ends behind a tag, but for the ends of sections.
  private func isWhole(_ name: TagName, of origin: Origin) -> Bool {
    var rest = origin.syntax.source.bytes[name.offset...]
    func pass() {
      guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
        rest = []
        return
      }
      rest = rest[end...].drop { $0 == UInt8(ascii: "}") }
    }
    pass()
    while rest.starts(with: "{{/".utf8) { pass() }
    return rest.first == 0x22 || rest.first == 0x27
  }
}
