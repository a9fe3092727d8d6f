import FlyingFox
import Foundation
import Synchronization

/// Answers requests for the site as it is now, and for the preview's own files.
final class PreviewHandler: HTTPHandler {
  private let shown: ShownSite
  /// The port that is listened on; 0 before it is.
  private let port = Atomic<UInt16>(0)

  init(shown: ShownSite) { self.shown = shown }

  func listens(on number: UInt16) { port.store(number, ordering: .relaxed) }

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard LoopbackHost.accepts(request.headers[.host], port: port.load(ordering: .relaxed)) else {
      return refusal(.forbidden, "The preview only answers to this machine's own names, such as 127.0.0.1.")
    }
    guard request.method == .GET || request.method == .HEAD else {
      var response = refusal(.methodNotAllowed, "The preview only answers GET and HEAD requests.")
      response.headers[HTTPHeader("Allow")] = "GET, HEAD"
      return response
    }
    guard let path = RequestPath.decode(request.target.path()) else {
      return refusal(.badRequest, "This is not the address of a page.")
    }
    var response = path.hasPrefix(PreviewAddress.folder) ? own(path, request) : site(path, request)
    if request.method == .HEAD, case .httpBody(let body) = response.payload {
      response.headers[.contentLength] = body.count.map(String.init)
      response.payload = .httpBody(HTTPBodySequence())
    }
    return response
  }

  // MARK: The site

  private func site(_ path: String, _ request: HTTPRequest) -> HTTPResponse {
    guard let snapshot = shown.now.snapshot else {
      return answer(.serviceUnavailable, MediaType.page, ServedPage.waiting)
    }
    if let file = snapshot.file(at: path) { return answer(.ok, file, snapshot) }
    if !path.hasSuffix("/"), snapshot.file(at: path + "/") != nil {
      return redirect(to: request.target.path() + "/", query: request.target.query())
    }
    if !path.hasPrefix(snapshot.basePath + "/"), path == "/" || path == snapshot.basePath {
      return redirect(to: snapshot.basePath + "/", query: "")
    }
    if let page = snapshot.notFound { return answer(.notFound, page, snapshot) }
    return refusal(.notFound, "This page does not exist.")
  }

  private func answer(_ status: HTTPStatusCode, _ file: PreviewFile, _ snapshot: PreviewSnapshot)
    -> HTTPResponse
  {
    let type = MediaType.of(file.path)
    return answer(status, type, type == MediaType.page ? ServedPage.bytes(file, in: snapshot) : file.bytes)
  }

  /// To a path that was found to be safe.
  private func redirect(to path: String, query: String) -> HTTPResponse {
    var response = refusal(.found, "The page is at \(path).")
    response.headers[.location] = query.isEmpty ? path : "\(path)?\(query)"
    return response
  }

  // MARK: The preview's own files

  private func own(_ path: String, _ request: HTTPRequest) -> HTTPResponse {
    switch path {
    case PreviewAddress.script:
      return answer(.ok, MediaType.of(path), PackageResources.preview_js)
    case PreviewAddress.stylesheet:
      return answer(.ok, MediaType.of(path), PackageResources.preview_css)
    case PreviewAddress.mark:
      return answer(.ok, MediaType.of(path), PackageResources.mark_css)
    case PreviewAddress.events:
      guard
        let page = request.query.first(where: { $0.name == "page" }).flatMap({ RequestPath.decode($0.value) })
      else { return refusal(.badRequest, "Add the page that is shown: \(path)?page=/") }
      var headers = common
      headers[.contentType] = "text/event-stream"
      return HTTPResponse(
        statusCode: .ok, headers: headers, body: HTTPBodySequence(from: EventStream(shown: shown, page: page))
      )
    default: return refusal(.notFound, "The preview does not have this file.")
    }
  }

  // MARK: Responses

  /// Nothing is kept, since it may have changed; nothing is for pages of other sites.
  private var common: HTTPHeaders {
    var headers = HTTPHeaders()
    headers[.cacheControl] = "no-store"
    headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
    headers[HTTPHeader("Referrer-Policy")] = "no-referrer"
    headers[HTTPHeader("Cross-Origin-Resource-Policy")] = "same-origin"
    return headers
  }

  private func answer(_ status: HTTPStatusCode, _ type: String, _ bytes: [UInt8]) -> HTTPResponse {
    var headers = common
    headers[.contentType] = type
    return HTTPResponse(
      statusCode: status, headers: headers,
      body: HTTPBodySequence(data: Data(bytes), suggestedBufferSize: max(1, min(bytes.count, 1 << 20))))
  }

  private func refusal(_ status: HTTPStatusCode, _ sentence: String) -> HTTPResponse {
    answer(status, MediaType.plain, Array((sentence + "\n").utf8))
  }
}
