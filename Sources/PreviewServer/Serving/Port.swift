/// The port that a preview is served on.
package enum Port: Sendable, Equatable {
  /// This one or none; 0 lets the system choose.
  case fixed(UInt16)
  /// The first free one from `usual` on.
  case auto

  package static let usual: UInt16 = 8080

  /// `auto` or a number from 0 to 65535.
  package init?(_ text: String) {
    if text == "auto" {
      self = .auto
    } else if let number = UInt16(text), text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      self = .fixed(number)
    } else {
      return nil
    }
  }

  /// What to try, in this order.
  package var candidates: [UInt16] {
    switch self {
    case .fixed(let number): [number]
    case .auto: Array(Self.usual..<Self.usual + 100) + [0]
    }
  }
}

/// Why there is no preview.
package enum PortFailure: Error, Sendable, Equatable {
  /// Another program listens there.
  case inUse(UInt16)
  /// Small numbers are the administrator's.
  case notAllowed(UInt16)
  /// Another machine has that address, or none.
  case notOurs(String)
  /// The system's own reason.
  case system(UInt16, String)

  package var sentence: String {
    switch self {
    case .inUse(let port):
      "Another program is using port \(port). Use `--port auto` to take the next free port, or try `--port \(port < 65535 ? port + 1 : 8081)`."
    case .notAllowed(let port):
      "Your account cannot use port \(port). Choose a port from 1024 up, such as 8080."
    case .notOurs(let address):
      "This computer does not have the address \(address). To use all that it has, write `--host 0.0.0.0`."
    case .system(let port, let reason): "Cannot use port \(port): \(reason)."
    }
  }
}
