/// How many published articles are in which state of clinical review.
package struct ReviewReport: Equatable, Sendable {
  package var total = Count()
  /// The same for each person that articles name as their reviewer, by name; last for articles that name none.
  package var reviewers: [Reviewer] = []
  /// The same for each language of a site that has several, the original's first.
  package var languages: [Language] = []

  package init(total: Count = Count(), reviewers: [Reviewer] = [], languages: [Language] = []) {
    self.total = total
    self.reviewers = reviewers
    self.languages = languages
  }

  package struct Language: Equatable, Sendable {
    package let tag: String
    package let name: String
    package let count: Count

    package init(_ language: SiteLanguage, _ count: Count) {
      (tag, name, self.count) = (language.tag, language.name, count)
    }
  }

  /// Adds the articles of `language`; `original` is that of the articles so far.
  package mutating func add(_ other: ReviewReport, in language: SiteLanguage, besides original: SiteLanguage)
  {
    if languages.isEmpty { languages.append(Language(original, total)) }
    languages.append(Language(language, other.total))
    total += other.total
    for reviewer in other.reviewers {
      if let place = reviewers.firstIndex(where: { $0.name == reviewer.name }) {
        reviewers[place].count += reviewer.count
      } else if let name = reviewer.name {
        let place = reviewers.firstIndex { $0.name.map { $0 > name } ?? true } ?? reviewers.count
        reviewers.insert(reviewer, at: place)
      } else {
        reviewers.append(reviewer)
      }
    }
  }

  package struct Reviewer: Equatable, Sendable {
    package var name: String?
    package var count: Count

    package init(name: String?, count: Count) {
      self.name = name
      self.count = count
    }
  }

  package struct Count: Sendable, Equatable {
    package var pending = 0
    package var approved = 0
    /// Approved, and due within 60 days.
    package var dueSoon = 0
    /// Approved, and due before today.
    package var overdue = 0

    package init(pending: Int = 0, approved: Int = 0, dueSoon: Int = 0, overdue: Int = 0) {
      self.pending = pending
      self.approved = approved
      self.dueSoon = dueSoon
      self.overdue = overdue
    }

    package static func += (total: inout Count, more: Count) {
      total.pending += more.pending
      total.approved += more.approved
      total.dueSoon += more.dueSoon
      total.overdue += more.overdue
    }
  }
}
