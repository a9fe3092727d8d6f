import Text

/// The state of the preview as an open page is told of it, one JSON object on one line:
/// `run` and `build` name the update, `version` the content of the page, `styles` its stylesheets by the designer's
/// names; `errors` and `warnings` say what is wrong.
enum StateMessage {
  /// What `version` is while there is no site to show.
  static let noVersion = ""

  static func json(_ moment: ShownSite.Moment, run: UInt64, page: String) -> [UInt8] {
    var out: [UInt8] = Array("{\"run\":\"\(run)\",\"build\":\(moment.build),\"version\":".utf8)
    let served = moment.snapshot.flatMap { snapshot in
      (snapshot.file(at: page) ?? snapshot.notFound(at: page)).map { PageVersion.of($0.bytes, in: snapshot) }
    }
    JSONText.append(quoted: (served ?? noVersion).utf8, to: &out)
    out += Array(",\"styles\":".utf8)
    appendStyles(of: moment.snapshot, to: &out)
    if !moment.problems.isEmpty { out.append(UInt8(ascii: ",")) }
    return out + moment.problems + [UInt8(ascii: "}")]
  }

  /// `{"site.css":"/assets/site.0123.css"}`
  static func appendStyles(of snapshot: PreviewSnapshot?, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "{"))
    for (number, style) in (snapshot?.stylesheets ?? []).enumerated() {
      if number > 0 { out.append(UInt8(ascii: ",")) }
      JSONText.append(quoted: style.name.utf8, to: &out)
      out.append(UInt8(ascii: ":"))
      JSONText.append(quoted: style.url.utf8, to: &out)
    }
    out.append(UInt8(ascii: "}"))
  }
}
