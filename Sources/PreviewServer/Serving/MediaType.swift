/// What a browser is told of a file, by the end of its name (IANA, media types).
enum MediaType {
  static let page = "text/html; charset=utf-8"
  static let plain = "text/plain; charset=utf-8"

  private static let types = [
    "html": page, "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8", "json": "application/json",
    "xml": "application/xml; charset=utf-8",
    "txt": plain, "csv": "text/csv; charset=utf-8", "tsv": "text/tab-separated-values; charset=utf-8",
    "webmanifest": "application/manifest+json", "svg": "image/svg+xml", "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
    "ico": "image/x-icon",
    "pdf": "application/pdf", "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf",
    "otf": "font/otf",
    "mp3": "audio/mpeg", "ogg": "audio/ogg", "mp4": "video/mp4", "webm": "video/webm",
    "vtt": "text/vtt; charset=utf-8",
    "ics": "text/calendar; charset=utf-8", "zip": "application/zip", "wasm": "application/wasm",
  ]

  static func of(_ path: String) -> String {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    // Such as `_headers`, which is for people to read.
    guard let dot = name.lastIndex(of: ".") else { return plain }
    return types[name[name.index(after: dot)...].lowercased()] ?? "application/octet-stream"
  }
}
