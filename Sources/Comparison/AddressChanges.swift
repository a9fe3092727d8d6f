import Site

/// Where readers find pages: what is gone, new or moved. Addresses are without the site's base path.
enum AddressChanges {
  static func find(_ sides: Sides) -> [Change] {
    let (old, new) = (Addresses(sides.old), Addresses(sides.new))
    var found = origins(sides)
    let titles = Dictionary(
      sides.pairs.added.map { (sides.newIndex.title(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    for number in sides.pairs.gone {
      found.append(gone(number, sides, new, successor: titles[sides.oldIndex.title(of: number)]))
    }
    for pair in sides.pairs.kept { found += moved(pair, sides, new) }
    found += lists(old, new)
    for (address, target) in old.redirects {
      let subject = ChangeSubject(area: .addresses, name: address, title: "Old address")
      if new.pages[address] != nil { continue }
      guard let now = new.redirect(of: address) else {
        found.append(
          subject.change(
            "redirect-removed",
            "This address no longer redirects: it led to \(sides.oldIndex.mention(of: target)), and now readers get “page not found” (404).",
            alarm: true))
        continue
      }
      if sides.newIndex.name(of: now) != sides.pairs.newName(of: sides.oldIndex.name(of: target)) {
        found.append(
          subject.change(
            "redirect-changed",
            "Now leads to \(sides.newIndex.mention(of: now)); before, to \(sides.oldIndex.mention(of: target))."
          ))
      }
    }
    let known = Set(old.redirects.map(\.address))
    for (address, target) in new.redirects where !known.contains(address) && old.pages[address] == nil {
      found.append(
        ChangeSubject(area: .addresses, name: address, title: "Old address").change(
          "redirect-added", "Now leads to \(sides.newIndex.mention(of: target))."))
    }
    found += rootFiles(sides)
    for number in sides.pairs.added { found.append(added(number, sides)) }
    return found
  }

  private struct Addresses {
    /// The title of what stands there.
    private(set) var pages: [String: String] = [:]
    /// Lists and checkers, which are no articles, in order.
    private(set) var lists: [(address: String, title: String)] = []
    private(set) var redirects: [(address: String, target: Int)] = []
    private var targets: [String: Int] = [:]

    init(_ version: SiteVersion) {
      let index = version.site.named.index
      for (number, article) in index.articles.enumerated() where article.isPublished {
        pages[index.address(of: number)] = index.title(of: number)
        redirects += article.redirects.map { (RedirectAddress.text(of: $0), number) }
      }
      for redirect in redirects { targets[redirect.address] = redirect.target }
      lists = index.configuration.kinds.filter { !$0.isPage }.map { ($0.path, "List: \($0.title)") }
      let checkers = version.site.checkers.checkers
      if !checkers.isEmpty { lists.append((GeneratedPages.checkerURL, "Symptom checker")) }
      if checkers.count > 1 {
        lists += checkers.map { ("\(GeneratedPages.checkerURL)\($0.id)/", "Symptom checker `\($0.id)`") }
      }
      for list in lists { pages[list.address] = list.title }
    }

    /// The article that the address leads on to.
    func redirect(of address: String) -> Int? { targets[address] }
  }

  private static func origins(_ sides: Sides) -> [Change] {
    let was = sides.oldIndex.configuration.origin + sides.oldIndex.configuration.basePath
    let now = sides.newIndex.configuration.origin + sides.newIndex.configuration.basePath
    guard was != now else { return [] }
    return [
      ChangeSubject(area: .addresses, name: "", title: "The whole site").change(
        "base-url-changed", "Every address now begins with \(now)/, not \(was)/.", alarm: true)
    ]
  }

  /// `successor` is a new page of the same title.
  private static func gone(_ number: Int, _ sides: Sides, _ new: Addresses, successor: Int?) -> Change {
    let index = sides.oldIndex
    let address = index.address(of: number)
    let subject = ChangeSubject(area: .addresses, name: address, title: index.mention(of: number))
    let flags = index.articles[number].redFlags.map { "`\($0.text)`" }
    let lost = flags.isEmpty ? "" : " It listed the red flags \(flags.joined(separator: ", "))."
    if let target = new.redirect(of: address) {
      return subject.change(
        "page-merged", "Gone; readers are redirected to \(sides.newIndex.mention(of: target)).\(lost)")
    }
    if let title = new.pages[address] {
      return subject.change(
        "page-replaced", "Gone; “\(title)” is now at its address.\(lost)", alarm: true)
    }
    let kind = sides.newIndex.configuration.kind(
      named: index.configuration.kinds[index.articles[number].kind].name)
    let now = kind.flatMap { sides.newIndex.ids[$0][index.articles[number].id] }
    if let now, sides.newIndex.articles[now].state == .withdrawn {
      return subject.change(
        "page-withdrawn", "Withdrawn; a page at its address says so.\(lost)", alarm: !flags.isEmpty)
    }
    let reason = now.map { sides.newIndex.articles[$0].state }.map { ", because it is now \($0.rawValue)" }
    let advice =
      successor.map {
        " If it is `\(sides.newIndex.name(of: $0))` now, add `redirect-from: [\(address)]` there."
      } ?? ""
    return subject.change(
      "page-gone",
      "Gone\(reason ?? ""): readers who follow a link or bookmark get “page not found” (404).\(lost)\(advice)",
      alarm: true)
  }

  private static func moved(_ pair: ArticlePairs.Pair, _ sides: Sides, _ new: Addresses) -> [Change] {
    let (was, now) = (sides.oldIndex.address(of: pair.old), sides.newIndex.address(of: pair.new))
    let subject = ChangeSubject(area: .addresses, name: was, title: sides.newIndex.mention(of: pair.new))
    let oldName = sides.oldIndex.name(of: pair.old)
    let renamed = oldName == sides.newIndex.name(of: pair.new) ? "" : " It was `\(oldName)`."
    guard was != now else {
      return renamed.isEmpty
        ? [] : [subject.change("page-renamed", "It has a new name in the source.\(renamed)")]
    }
    if new.redirect(of: was) == pair.new {
      return [subject.change("page-moved", "Moved to \(now); the old address redirects to it.\(renamed)")]
    }
    // An address can be only one page's, so no redirect could lead on from there.
    if let title = new.pages[was] {
      return [
        subject.change(
          "page-replaced",
          "Moved to \(now), and “\(title)” is now at the old address: who follows a link or bookmark gets that.\(renamed)",
          alarm: true)
      ]
    }
    if let other = new.redirect(of: was) {
      return [
        subject.change(
          "page-moved-unreachably",
          "Moved to \(now), and the old address redirects to \(sides.newIndex.mention(of: other)). Move `redirect-from: [\(was)]` from there to this page.\(renamed)",
          alarm: true)
      ]
    }
    return [
      subject.change(
        "page-moved-unreachably",
        "Moved to \(now), and the old address does not redirect to it. Add `redirect-from: [\(was)]`.\(renamed)",
        alarm: true)
    ]
  }

  private static func lists(_ old: Addresses, _ new: Addresses) -> [Change] {
    let newAddresses = Set(new.lists.map(\.address))
    let oldAddresses = Set(old.lists.map(\.address))
    return old.lists.filter { !newAddresses.contains($0.address) }.map { list in
      let target = new.redirect(of: list.address)
      return ChangeSubject(area: .addresses, name: list.address, title: list.title).change(
        "page-gone",
        target == nil
          ? "Gone: readers get “page not found” (404)." : "Gone; the address redirects to another page.",
        alarm: target == nil)
    }
      + new.lists.filter { !oldAddresses.contains($0.address) }.map {
        ChangeSubject(area: .addresses, name: $0.address, title: $0.title).change("page-added", "A new page.")
      }
  }

  /// Files that are published as they are; what is in them is not compared.
  private static func rootFiles(_ sides: Sides) -> [Change] {
    func addresses(_ version: SiteVersion) -> [String] { version.site.named.design.rootFiles.map(\.address) }
    let (old, new) = (addresses(sides.old), addresses(sides.new))
    let (was, now) = (Set(old), Set(new))
    func subject(_ address: String) -> ChangeSubject {
      ChangeSubject(area: .addresses, name: address, title: "File")
    }
    return old.filter { !now.contains($0) }.map {
      subject($0).change(
        "file-gone", "Gone: whoever asks for it gets “page not found” (404).", alarm: true)
    } + new.filter { !was.contains($0) }.map { subject($0).change("file-added", "A new file.") }
  }

  private static func added(_ number: Int, _ sides: Sides) -> Change {
    let index = sides.newIndex
    let review = index.articles[number].review.status
    return ChangeSubject(area: .addresses, name: index.address(of: number), title: index.mention(of: number))
      .change(
        "page-added",
        review == .exempt
          ? "A new page, which needs no clinical review."
          : "A new page; its clinical review status is \(review.rawValue).",
        passages: said(by: number, in: sides.new).map { Change.Passage(was: nil, now: $0) })
  }

  /// What a page tells its readers, in the order in which it would harm them were it wrong: its summary, boxes that warn, doses and
  /// other facts, then its sections.
  private static func said(by number: Int, in version: SiteVersion) -> [String] {
    let index = version.site.named.index
    let article = index.articles[number]
    let text = PageText(version.site.parsed[number].body)
    let boxes = text.callouts.map { WordDifference.whole($0.text) }
    let facts = ArticleChanges.facts(index, article).map {
      "\($0.name): \($0.values.joined(separator: "; "))"
    }
    let sections = text.sections.map { section in
      let heading = String(decoding: section.heading, as: UTF8.self)
      return (heading.isEmpty ? "" : "“\(heading)”: ") + WordDifference.whole(section.text)
    }
    return [String(decoding: article.summary, as: UTF8.self)] + boxes + facts + sections
  }
}
