import CArena
import CYAML

/// libyaml's event parser: the one place where its pointers are touched.
struct EventReader: ~Copyable {
  enum Kind {
    case scalar, alias, sequenceStart, mappingStart, collectionEnd, documentStart, documentEnd, streamEnd,
      other
  }

  /// A place as libyaml counts it, all from 0: characters from the beginning, line, characters in the line.
  struct Mark {
    var index: Int
    var line: Int
    var column: Int
    init(_ mark: yaml_mark_t) {
      index = Int(mark.index)
      line = Int(mark.line)
      column = Int(mark.column)
    }
  }

  /// Why parsing stopped.
  struct Failure {
    var problem: String
    var mark: Mark
    /// Where the construct that went wrong begins, such as the bracket that is never closed.
    var contextMark: Mark?
    /// For bytes that are not YAML's characters: their place in the source; `mark` means nothing then.
    var byteOffset: Int?
  }

  // Both are allocated here, never handed out and freed in `deinit`; libyaml keeps a pointer to the parser inside
  // it, so it must not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>

  /// `source` must outlive the reader, and hold something.
  init(_ source: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    event.initialize(to: yaml_event_t())
    guard yaml_parser_initialize(parser) != 0 else { carena_out_of_memory() }
    // `source` outlives the reader by contract.
    yaml_parser_set_input_string(parser, source.baseAddress, source.count)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// Moves to the next event; nil when the text is not YAML.
  mutating func next() -> Kind? {
    yaml_event_delete(event)
    guard yaml_parser_parse(parser, event) != 0 else {
      // Which says nothing about the text.
      if parser.pointee.error == YAML_MEMORY_ERROR { carena_out_of_memory() }
      return nil
    }
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: return .scalar
    case YAML_ALIAS_EVENT: return .alias
    case YAML_SEQUENCE_START_EVENT: return .sequenceStart
    case YAML_MAPPING_START_EVENT: return .mappingStart
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .collectionEnd
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return .streamEnd
    default: return .other
    }
  }

  var mark: Mark { Mark(event.pointee.start_mark) }

  /// Behind the event's last character.
  var endMark: Mark { Mark(event.pointee.end_mark) }

  var isPlain: Bool { event.pointee.data.scalar.style == YAML_PLAIN_SCALAR_STYLE }

  /// Appends the scalar's value.
  func appendScalar(to pool: inout [UInt8]) {
    let scalar = event.pointee.data.scalar
    // The value is valid for `length` bytes until the event is deleted, which is after this call.
    pool.append(contentsOf: UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length)))
  }

  /// The name behind `&`, in an event that begins a node.
  func anchor(of kind: Kind) -> [UInt8]? {
    switch kind {
    case .scalar: Self.bytes(event.pointee.data.scalar.anchor)
    case .sequenceStart: Self.bytes(event.pointee.data.sequence_start.anchor)
    case .mappingStart: Self.bytes(event.pointee.data.mapping_start.anchor)
    case .alias: Self.bytes(event.pointee.data.alias.anchor)
    default: nil
    }
  }

  func tag(of kind: Kind) -> [UInt8]? {
    switch kind {
    case .scalar: Self.bytes(event.pointee.data.scalar.tag)
    case .sequenceStart: Self.bytes(event.pointee.data.sequence_start.tag)
    case .mappingStart: Self.bytes(event.pointee.data.mapping_start.tag)
    default: nil
    }
  }

  /// After `next()` returned nil.
  var failure: Failure {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
    let isReader = parser.pointee.error == YAML_READER_ERROR
    return Failure(
      problem: problem, mark: Mark(parser.pointee.problem_mark),
      contextMark: parser.pointee.context == nil ? nil : Mark(parser.pointee.context_mark),
      byteOffset: isReader ? Int(parser.pointee.problem_offset) : nil)
  }

  /// libyaml's names end with a zero byte and live as long as their event, which outlives this copy.
  private static func bytes(_ name: UnsafeMutablePointer<yaml_char_t>?) -> [UInt8]? {
    guard let name else { return nil }
    var count = 0
    while name[count] != 0 { count += 1 }
    return Array(UnsafeBufferPointer(start: name, count: count))
  }
}
