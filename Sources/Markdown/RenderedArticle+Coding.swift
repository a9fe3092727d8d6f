import Diagnostics
import Text

/// What to write in place of a site's numbers, which change from build to build, and back. -1 stands for what is not there.
package struct Renumbering: Sendable {
  package var articles: [Int32]
  package var files: [Int32]
  package var references: [Int32]

  package init(articles: [Int32], files: [Int32], references: [Int32]) {
    self.articles = articles
    self.files = files
    self.references = references
  }

  fileprivate static func new(_ number: Int, in numbers: [Int32]) -> Int? {
    guard numbers.indices.contains(number), numbers[number] >= 0 else { return nil }
    return Int(numbers[number])
  }

  package func files(_ old: [Int]) -> [Int]? {
    let new = old.compactMap { Self.new($0, in: files) }
    return new.count == old.count ? new : nil
  }
}

/// An article as bytes, for a cache: everything but its diagnostics and what `ArticleOptions.keepsDestinations` adds.
extension RenderedArticle {
  package func write(to out: inout RecordWriter, _ numbers: Renumbering) {
    out.number(outline.count)
    for heading in outline {
      out.number(heading.level)
      out.number(heading.line)
      out.data(heading.id)
      out.data(heading.html)
      out.data(heading.text)
    }
    Self.write(links, to: &out, numbers)
    out.values(mentionedNames)
    out.number(citations.count)
    for citation in citations {
      out.number(Int(numbers.references[citation.reference]))
      out.number(citation.mentions)
    }
    out.values(images.map { numbers.files[$0] })
    out.list(outsideLinks)
    out.list(pictureTexts)
    out.number(videos.count)
    for video in videos { video.write(to: &out) }
    out.number(steps.count)
    for step in steps {
      out.number(step.number)
      out.number(step.isTight ? 1 : 0)
      out.data(step.html)
      out.number(step.line)
    }
    out.number(footnoteCount)
    // Sorted, so that one article has one form.
    out.list(identifiers.sorted { $0.lexicographicallyPrecedes($1) })
    out.data(html)
    text.write(to: &out)
  }

  /// Nil for what is no article, and for one that leads to something that is no longer there.
  package init?(_ source: inout RecordReader, _ numbers: Renumbering) {
    guard let headings = source.number() else { return nil }
    outline.reserveCapacity(headings)
    for _ in 0..<headings {
      guard let level = source.number(), let line = source.number(), let id = source.data(),
        let html = source.data(), let text = source.data()
      else { return nil }
      outline.append(Heading(level: level, id: id, html: html, text: text, line: line))
    }
    guard let links = Self.links(&source, numbers), let names = source.values(of: UInt64.self),
      let citations = source.number()
    else { return nil }
    (self.links, mentionedNames) = (links, names)
    for _ in 0..<citations {
      guard let number = source.number(), let mentions = source.number(),
        let reference = Renumbering.new(number, in: numbers.references)
      else { return nil }
      self.citations.append(Citation(reference: reference, mentions: mentions))
    }
    guard let images = source.values(of: Int32.self).flatMap({ numbers.files($0.map(Int.init)) }),
      let outside = source.list(), let pictureTexts = source.list(), let videos = source.number()
    else { return nil }
    (self.images, outsideLinks, self.pictureTexts) = (images, outside, pictureTexts)
    for _ in 0..<videos {
      guard let video = ShownVideo(&source) else { return nil }
      self.videos.append(video)
    }
    guard let steps = source.number() else { return nil }
    for _ in 0..<steps {
      guard let number = source.number(), let isTight = source.number(), let html = source.data(),
        let line = source.number()
      else { return nil }
      self.steps.append(Step(number: number, isTight: isTight == 1, html: html, line: line))
    }
    guard let footnotes = source.number(), let identifiers = source.list(), let html = source.data(),
      let text = ArticleText(&source)
    else { return nil }
    (footnoteCount, self.html, self.text) = (footnotes, html, text)
    self.identifiers = Set(identifiers)
  }

  package static func write(_ links: [Link], to out: inout RecordWriter, _ numbers: Renumbering) {
    out.number(links.count)
    for link in links {
      out.number(link.article.map { Int(numbers.articles[$0]) + 1 } ?? 0)
      out.number(link.position?.line ?? 0)
      out.number(link.position?.column ?? 0)
      out.number(link.kind == .written ? 0 : 1)
      out.data(link.fragment)
    }
  }

  package static func links(_ source: inout RecordReader, _ numbers: Renumbering) -> [Link]? {
    guard let count = source.number() else { return nil }
    var links: [Link] = []
    links.reserveCapacity(count)
    for _ in 0..<count {
      guard let number = source.number(), let line = source.number(), let column = source.number(),
        let kind = source.number(), let fragment = source.slice()
      else { return nil }
      let article = number == 0 ? nil : Renumbering.new(number - 1, in: numbers.articles)
      if number > 0, article == nil { return nil }
      links.append(
        Link(
          article: article, fragment: fragment.isEmpty ? [] : Array(fragment),
          position: line > 0 ? Position(line: line, column: column) : nil,
          kind: kind == 0 ? .written : .automatic))
    }
    return links
  }
}

extension ArticleText {
  fileprivate func write(to out: inout RecordWriter) {
    out.data(bytes)
    out.values(blocks)
    out.values(runs)
    out.values(callouts)
  }

  fileprivate init?(_ source: inout RecordReader) {
    guard let bytes = source.data(), let blocks = source.values(of: Block.self),
      let runs = source.values(of: Run.self), let callouts = source.values(of: Aside.self)
    else { return nil }
    (self.bytes, self.blocks, self.runs, self.callouts) = (bytes, blocks, runs, callouts)
  }
}

extension ShownVideo {
  fileprivate func write(to out: inout RecordWriter) {
    out.data(name)
    out.data(url)
    out.number(isFrame ? 1 : 0)
    out.data(poster ?? [])
    out.number(seconds.map { Int($0 * 1_000) } ?? 0)
    out.data(transcript)
  }

  fileprivate init?(_ source: inout RecordReader) {
    guard let name = source.data(), let url = source.data(), let isFrame = source.number(),
      let poster = source.data(), let time = source.number(), let transcript = source.data()
    else { return nil }
    self.init(
      name: name, url: url, isFrame: isFrame == 1, poster: poster.isEmpty ? nil : poster,
      seconds: time > 0 ? Double(time) / 1_000 : nil, transcript: transcript)
  }
}
