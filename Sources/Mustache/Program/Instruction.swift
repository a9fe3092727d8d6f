/// One step of a compiled template.
struct Instruction {
  enum Operation: UInt8 {
    /// Put in `count` bytes of the literals from `first` on.
    case literal
    /// Put in the value at `place`, escaped.
    case text
    /// Put in the value at `place` as what a phone dials.
    case dialed
    /// Put in the value at `place` as it is.
    case html
    /// Put in the value at `place` as part of a string of JSON.
    case json
    /// Go on at instruction `end` unless the value at `place` is true, not empty, present.
    case when
    /// Go on at instruction `end` if it is.
    case unless
    /// Add the record at `place` to the scopes, or go on at `end` if there is none.
    case enter
    /// Take the innermost scope away.
    case leave
    /// Run up to `end` for each value of the list at `place`, with that value as the innermost scope.
    case each
  }

  var operation: Operation
  /// Where the value is: the scope, counted from the outermost.
  var scope: UInt16 = 0
  /// How many further slots, through records, lead from the first to the value.
  var hops: UInt16 = 0
  /// The slot in the scope's record, or `itself`; of a literal the first byte.
  var slot: Int32 = 0
  /// Where in the program's `hops` the further slots begin.
  var firstHop: Int32 = 0
  /// The instruction to go on at; of a literal the number of bytes.
  var end: Int32 = 0
  /// Of `each`, the number of the shared body that runs for each entry; -1 for one that is not shared.
  var body: Int32 = -1

  /// As a slot: the scope is the value.
  static let itself: Int32 = -1
}

/// A template as a flat list of instructions over one pool of literal bytes.
package struct Program: Sendable {
  var instructions: [Instruction] = []
  var literals: [UInt8] = []
  var hops: [Int32] = []
  /// What runs for each entry of a list of records and looks at nothing else.
  var bodies: [Body] = []
}
