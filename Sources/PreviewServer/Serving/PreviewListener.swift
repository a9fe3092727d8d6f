import FlyingSocks
import Foundation
import Synchronization

/// Listens for as long as the process lives.
struct PreviewListener: Sendable {
  /// The port that it listens on.
  let port: UInt16

  /// Listens on the first of `port`'s candidates that is free.
  static func start(
    at host: PreviewHost, on port: Port, _ handler: PreviewHandler
  ) async throws(PortFailure) -> PreviewListener {
    // A page that was closed while it was written to is no reason to end.
    signal(SIGPIPE, SIG_IGN)
    raiseDescriptorLimit()
    var failure = PortFailure.inUse(Port.usual)
    for candidate in port.candidates {
      do throws(PortFailure) {
        let chosen = try await listen(at: host, on: candidate, handler)
        handler.listens(on: chosen)
        return PreviewListener(port: chosen)
      } catch {
        failure = error
        guard case .inUse = error else { break }
      }
    }
    throw failure
  }

  private static func listen(
    at host: PreviewHost, on port: UInt16, _ handler: PreviewHandler
  ) async throws(PortFailure) -> UInt16 {
    let pool: some AsyncSocketPool = .make(maxEvents: 64)
    do {
      let socket = try Socket(domain: Int32(AF_INET))
      try socket.setValue(true, for: .localAddressReuse)
      #if canImport(Darwin)
        try socket.setValue(true, for: .noSIGPIPE)
      #endif
      try socket.bind(to: try .inet(ip4: host.address, port: port))
      try socket.listen()
      guard case .ip4(_, let chosen) = try socket.sockname() else { throw SocketError.unsupportedAddress }
      try await pool.prepare()
      Task.detached { try await pool.run() }
      let listening = try AsyncSocket(socket: socket, pool: pool)
      Task.detached { await accept(from: listening, handler) }
      return chosen
    } catch {
      throw failure(host, port, error)
    }
  }

  /// More connections than all the pages that anybody has open. A page elsewhere that asks without end takes no more than these.
  private static let mostConnections = 200

  private static func accept(from listening: AsyncSocket, _ handler: PreviewHandler) async {
    let open = Connections()
    while true {
      guard let socket = try? await listening.accept() else {
        // Such as for want of descriptors.
        try? await Task.sleep(for: .milliseconds(200))
        continue
      }
      let number = open.count.wrappingAdd(1, ordering: .relaxed).newValue
      Task.detached {
        defer { open.count.wrappingSubtract(1, ordering: .relaxed) }
        let connection = PreviewConnection(socket: socket, handler: handler)
        if number > mostConnections {
          await connection.refuse(.unavailable, "Too many pages are open. Close some of them.")
          try? socket.close()
        } else {
          await connection.run()
        }
      }
    }
  }

  private final class Connections: Sendable {
    let count = Atomic(0)
  }

  private static func failure(_ host: PreviewHost, _ port: UInt16, _ error: any Error) -> PortFailure {
    guard case SocketError.failed(_, let number, let message) = error else {
      return .system(port, "\(error)")
    }
    if number == EADDRNOTAVAIL { return .notOurs(host.address) }
    return number == EADDRINUSE ? .inUse(port) : number == EACCES ? .notAllowed(port) : .system(port, message)
  }

  /// Each open page holds a connection.
  private static func raiseDescriptorLimit() {
    var limit = rlimit()
    #if os(Linux)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    guard getrlimit(resource, &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 8192)
    setrlimit(resource, &limit)
  }
}
