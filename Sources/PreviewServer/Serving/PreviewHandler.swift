import Synchronization

/// Answers requests for the site as it is now, and for the preview's own files.
final class PreviewHandler: Sendable {
  private let shown: ShownSite
  private let access: PreviewAccess
  /// The port that is listened on; 0 before it is.
  private let port = Atomic<UInt16>(0)

  init(shown: ShownSite, access: PreviewAccess) {
    self.shown = shown
    self.access = access
  }

  func listens(on number: UInt16) { port.store(number, ordering: .relaxed) }

  /// Methods of HTTP that are none of a preview's (RFC 9110, section 9; RFC 5789). Others are unknown.
  private static let otherMethods: Set<String> = [
    "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH",
  ]

  func response(to request: PreviewRequest) -> PreviewResponse {
    guard access.accepts(request.host, port: port.load(ordering: .relaxed)) else {
      return .refusal(
        .forbidden,
        access.host.isThisMachine
          ? "The preview only answers to this machine's own names, such as 127.0.0.1."
          : "The preview only answers to numbers, such as 192.168.1.20, and to localhost.")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      var response = PreviewResponse.refusal(
        Self.otherMethods.contains(request.method) ? .methodNotAllowed : .notImplemented,
        "The preview only answers GET and HEAD requests.")
      response.headers.append(("Allow", "GET, HEAD"))
      return response
    }
    guard let path = RequestPath.decode(request.path) else {
      return .refusal(.badRequest, "This is not the address of a page.")
    }
    guard access.admits(path) else {
      return .refusal(
        .forbidden, "This address lacks the preview's token. Use the whole address that the terminal shows.")
    }
    let inside = path.dropFirst(access.base.count)
    return inside.hasPrefix(PreviewAddress.folder) ? own(String(inside), request) : site(path, request)
  }

  // MARK: The site

  private func site(_ path: String, _ request: PreviewRequest) -> PreviewResponse {
    guard let snapshot = shown.now.snapshot else {
      return answer(.unavailable, MediaType.page, ServedPage.waiting(access.base))
    }
    if let file = snapshot.file(at: path) { return answer(.ok, file, snapshot).asAsked(by: request) }
    if !path.hasSuffix("/"), snapshot.file(at: path + "/") != nil {
      return redirect(to: request.path + "/", query: request.query)
    }
    if !path.hasPrefix(snapshot.basePath + "/"), path == "/" || path == snapshot.basePath {
      return redirect(to: snapshot.basePath + "/", query: "")
    }
    if let page = snapshot.notFound(at: path) { return answer(.notFound, page, snapshot) }
    return .refusal(.notFound, "This page does not exist.")
  }

  private func answer(
    _ status: PreviewResponse.Status, _ file: PreviewFile, _ snapshot: PreviewSnapshot
  ) -> PreviewResponse {
    let type = MediaType.of(file.path)
    return answer(
      status, type, type == MediaType.page ? ServedPage.bytes(file, in: snapshot, access.base) : file.bytes)
  }

  /// To a path that was found to be safe.
  private func redirect(to path: String, query: String) -> PreviewResponse {
    var response = PreviewResponse.refusal(.found, "The page is at \(path).")
    response.headers.append(("Location", query.isEmpty ? path : "\(path)?\(query)"))
    return response
  }

  // MARK: The preview's own files

  private func own(_ path: String, _ request: PreviewRequest) -> PreviewResponse {
    switch path {
    case PreviewAddress.script:
      return answer(.ok, MediaType.of(path), PackageResources.preview_js)
    case PreviewAddress.stylesheet:
      return answer(.ok, MediaType.of(path), PackageResources.preview_css)
    case PreviewAddress.mark:
      return answer(.ok, MediaType.of(path), PackageResources.mark_css)
    case PreviewAddress.events:
      guard let page = request.parameter("page").flatMap({ RequestPath.decode($0) }) else {
        return .refusal(.badRequest, "Add the page that is shown: \(request.path)?page=/")
      }
      return PreviewResponse(
        status: .ok, type: "text/event-stream", body: .events(EventStream(shown: shown, page: page)))
    default: return .refusal(.notFound, "The preview does not have this file.")
    }
  }

  private func answer(_ status: PreviewResponse.Status, _ type: String, _ bytes: [UInt8]) -> PreviewResponse {
    PreviewResponse(status: status, type: type, body: .bytes(bytes))
  }
}
