import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// Listens on 127.0.0.1 for as long as the process lives.
struct PreviewListener: Sendable {
  /// The port that it listens on.
  let port: UInt16

  /// Listens on the first of `port`'s candidates that is free.
  static func start(on port: Port, _ handler: PreviewHandler) async throws(PortFailure) -> PreviewListener {
    // A page that was closed while it was written to is no reason to end.
    signal(SIGPIPE, SIG_IGN)
    raiseDescriptorLimit()
    var failure = PortFailure.inUse(Port.usual)
    for candidate in port.candidates {
      do throws(PortFailure) {
        let chosen = try await listen(on: candidate, handler)
        handler.listens(on: chosen)
        return PreviewListener(port: chosen)
      } catch {
        failure = error
        guard case .inUse = error else { break }
      }
    }
    throw failure
  }

  private static func listen(on port: UInt16, _ handler: PreviewHandler) async throws(PortFailure) -> UInt16 {
    let server = try server(on: port, handler)
    let hasEnded = Ending()
    let task = Task.detached {
      defer { hasEnded.isReached.store(true, ordering: .relaxed) }
      try await server.run()
    }
    guard let chosen = await listeningPort(of: server, until: hasEnded) else {
      task.cancel()
      let reason = await task.result
      guard case .failure(let error) = reason, !(error is CancellationError) else {
        throw .system(port, "it does not answer")
      }
      throw Self.failure(port, error)
    }
    Task.detached {
      // A server ends when it cannot take one more connection, such as for want of descriptors.
      var last = task
      while true {
        _ = await last.result
        try? await Task.sleep(for: .milliseconds(200))
        guard let next = try? Self.server(on: chosen, handler) else { return }
        last = Task.detached { try await next.run() }
      }
    }
    return chosen
  }

  /// Nil when the server ends, or does not listen within 5 seconds.
  private static func listeningPort(of server: HTTPServer, until ending: Ending) async -> UInt16? {
    for _ in 0..<500 {
      if case .ip4(_, let port)? = await server.listeningAddress { return port }
      if ending.isReached.load(ordering: .relaxed) { return nil }
      try? await Task.sleep(for: .milliseconds(10))
    }
    return nil
  }

  private final class Ending: Sendable {
    let isReached = Atomic(false)
  }

  private static func server(on port: UInt16, _ handler: PreviewHandler) throws(PortFailure) -> HTTPServer {
    do {
      return HTTPServer(
        address: try .inet(ip4: "127.0.0.1", port: port), timeout: 60, logger: .disabled, handler: handler)
    } catch {
      throw failure(port, error)
    }
  }

  private static func failure(_ port: UInt16, _ error: any Error) -> PortFailure {
    guard case SocketError.failed(_, let number, let message) = error else {
      return .system(port, "\(error)")
    }
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
