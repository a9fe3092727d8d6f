import Text

/// Lines that a web page or a mail has around its text: what its buttons say, who owns it, who may read it. Each is told from ordinary
/// text by its whole line or by its first words.
enum PageFurniture {
  /// Whether a line, alone in its paragraph, is what a button or a link of a page says.
  static func isOfPage(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count > 1, line.count < 50, openings[opening(line)] else { return false }
    var words = Substring(String(decoding: line, as: UTF8.self).lowercased())
    while let last = words.last, " .…»›→>".contains(last) { words.removeLast() }
    return buttons.contains(String(words))
  }

  /// Whether a line says who owns a text: `© 2019 Somebody`, `Copyright 2019`, `… All rights reserved.`
  static func isCopyright(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 120, let first = line.first else { return false }
    if first == 0xC2, line.dropFirst().first == 0xA9 {
      // The last line of a clinic's own page goes on: `© 2026 Clinic · Tel. …`.
      return !line.contains(0xB7)
        && line.dropFirst(2).first { $0 != 0x20 }.map { $0 &- 0x30 < 10 || $0 &- 0x41 < 26 } ?? false
    }
    if first == UInt8(ascii: "("), ByteSearch.begins(line, with: "(c) ") {
      return line.dropFirst(4).prefix(while: ProseByte.isDigit).count == 4
    }
    if first | 0x20 == UInt8(ascii: "c"), ByteSearch.begins(line, with: "copyright") {
      let rest = line.dropFirst(9).drop { $0 == 0x20 || $0 == 0xC2 || $0 == 0xA9 || $0 == UInt8(ascii: ":") }
      return rest.prefix(4).allSatisfy(ProseByte.isDigit) || ByteSearch.begins(rest, with: "(c)")
        || ByteSearch.begins(rest, with: "by ")
        || line.dropFirst(9).prefix(4).contains(0xA9)
    }
    var end = line
    while let last = end.last, last == 0x20 || last == UInt8(ascii: ".") { end = end.dropLast() }
    guard let last = end.last, last == UInt8(ascii: "d") || last == UInt8(ascii: "s") else { return false }
    return ByteSearch.begins(end.suffix(19), with: "all rights reserved")
      || ByteSearch.begins(end.suffix(29), with: "todos los derechos reservados")
  }

  /// Whether a paragraph begins as what companies write below their mails.
  static func isOfMail(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, "TICPE".utf8.contains(first) else { return false }
    return disclaimerOpenings.contains { ByteSearch.begins(text, with: $0) }
      && disclaimers.contains { ByteSearch.begins(text, with: $0) }
  }

  /// One of which each of `disclaimers` begins with.
  private static let disclaimerOpenings: [StaticString] = [
    "this message ", "this e", "the information ", "if you ", "confidentiality ", "please consider ",
    "este mensaje ",
    "este correo ", "this communication ",
  ]

  private static let disclaimers: [StaticString] = [
    "this message is confidential", "this email is confidential", "this e-mail is confidential",
    "this email and any", "this e-mail and any", "this message and any attach",
    "this message is intended only",
    "this email is intended", "this e-mail is intended", "this message contains confidential",
    "this email contains confidential", "the information in this e", "the information contained in this e",
    "the information contained in this message", "if you have received this email in error",
    "if you have received this e-mail in error", "if you have received this message in error",
    "if you are not the intended recipient", "confidentiality notice",
    "please consider the environment before",
    "este mensaje es confidencial", "este mensaje y sus", "este mensaje contiene informaci",
    "este correo es confidencial", "este correo electr", "this communication is confidential",
  ]

  private static let buttons: Set = [
    "skip to main content", "skip to content", "skip to main navigation", "skip navigation", "skip to footer",
    "jump to content", "read more", "continue reading", "show more", "load more", "share this",
    "share this page",
    "share this article", "share this post", "share this on facebook", "share on facebook",
    "share on twitter",
    "share on linkedin", "share via email", "tweet this", "print this page", "print this article",
    "email this page", "back to top", "return to top", "scroll to top", "related articles", "related posts",
    "you may also like", "you might also like", "recommended for you", "leave a comment", "leave a reply",
    "post a comment", "sign up for our newsletter", "subscribe to our newsletter", "advertisement",
    "accept all cookies", "accept cookies", "accept all", "reject all cookies", "reject all",
    "cookie settings",
    "manage cookies", "cookie preferences", "close menu", "open menu", "toggle navigation", "main navigation",
    "was this page helpful?", "was this article helpful?", "page last reviewed",
    "saltar al contenido", "saltar al contenido principal", "ir al contenido", "ir al contenido principal",
    "pasar al contenido principal", "leer más", "seguir leyendo", "compartir", "compartir en facebook",
    "compartir en twitter", "aceptar cookies", "aceptar todas las cookies", "rechazar todas",
    "configurar cookies", "volver arriba", "artículos relacionados", "entradas relacionadas", "publicidad",
    "deja un comentario", "deja una respuesta",
  ]

  /// Of the first two letters, whatever their case.
  private static func opening(_ line: ArraySlice<UInt8>) -> Int {
    Int(line[line.startIndex] & 0x1F) << 5 | Int(line[line.startIndex + 1] & 0x1F)
  }

  /// Whether one of `buttons` begins so: nearly every other line is passed by on this.
  private static let openings: [Bool] = {
    var openings = [Bool](repeating: false, count: 1024)
    for button in buttons { openings[opening(Array(button.utf8)[...])] = true }
    return openings
  }()
}
