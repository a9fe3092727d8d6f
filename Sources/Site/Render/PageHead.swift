extension PageHead {
  func values(_ records: SiteRecords) -> PageTypes.PageValues {
    PageTypes.PageValues(
      head: self, facts: records.facts, site: records.site, menus: records.menus(at: url),
      structuredData: records.structuredData.script(self),
      languages: records.languages.entries(for: subject, in: records.configuration.language))
  }
}
