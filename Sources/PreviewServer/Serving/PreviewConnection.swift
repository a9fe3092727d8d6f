import FlyingSocks
import Foundation

/// One connection of a browser, from its first request to its last.
struct PreviewConnection: Sendable {
  let socket: AsyncSocket
  let handler: PreviewHandler

  /// In which a request has to have come, the next one has to begin, or a reader has to take what is sent, in seconds.
  static let patience = 10

  func run() async {
    defer { try? socket.close() }
    // What is sent goes out at once (Nagle's algorithm would wait for the answer to the piece before).
    try? socket.socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
    var reader = RequestReader()
    while await answerNext(&reader) {}
  }

  /// Whether another request may follow.
  private func answerNext(_ reader: inout RequestReader) async -> Bool {
    let deadline = ContinuousClock.now + .seconds(Self.patience)
    var request: PreviewRequest?
    do throws(PreviewRequest.Refusal) {
      request = try reader.next()
      while request == nil {
        guard let more = await read(until: deadline) else {
          if reader.hasBegun {
            await refuse(.tooSlow, "The request took longer than \(Self.patience) seconds.")
          }
          return false
        }
        if more.isEmpty { return false }
        reader.append(more)
        request = try reader.next()
      }
    } catch {
      await refuse(error.status, error.sentence)
      return false
    }
    guard let request else { return false }
    let response = handler.response(to: request)
    if case .events(let events) = response.body, request.method != "HEAD" {
      await send(response.bytes(hasBody: true, keepsOpen: false))
      await send(events)
      return false
    }
    let isSent = await send(
      response.bytes(hasBody: request.method != "HEAD", keepsOpen: request.keepsOpen))
    return isSent && request.keepsOpen
  }

  func refuse(_ status: PreviewResponse.Status, _ sentence: String) async {
    await send(PreviewResponse.refusal(status, sentence).bytes(hasBody: true, keepsOpen: false))
    // Closed while something that was sent is unread, the connection would be reset and the answer lost.
    shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
    let deadline = ContinuousClock.now + .seconds(1)
    while let more = await read(until: deadline), !more.isEmpty {}
  }

  private func send(_ events: EventStream) async {
    var iterator = events.makeAsyncIterator()
    while let event = try? await iterator.nextBuffer(suggested: 1), await send(event) {}
  }

  /// False when the browser is gone or takes nothing.
  @discardableResult
  private func send(_ bytes: [UInt8]) async -> Bool {
    let deadline = ContinuousClock.now + .seconds(Self.patience)
    return await Self.before(deadline) {
      try await socket.write(Data(bytes))
      return true
    } ?? false
  }

  /// What has come; empty at the end, nil when nothing came in time.
  private func read(until deadline: ContinuousClock.Instant) async -> [UInt8]? {
    await Self.before(deadline) {
      do { return try await socket.read(atMost: 4096) } catch is SocketError { return [] }
    }
  }

  /// What `work` gives; nil when it fails or is not done in time.
  private static func before<Value: Sendable>(
    _ deadline: ContinuousClock.Instant, _ work: @escaping @Sendable () async throws -> Value
  ) async -> Value? {
    await withTaskGroup(of: Value?.self) { group in
      group.addTask { try? await work() }
      group.addTask {
        try? await Task.sleep(until: deadline, clock: .continuous)
        return nil
      }
      defer { group.cancelAll() }
      return await group.next() ?? nil
    }
  }
}
