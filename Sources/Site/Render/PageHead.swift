extension PageHead {
  func values(_ records: SiteRecords) -> PageTypes.PageValues {
    PageTypes.PageValues(
      head: self, configuration: records.configuration, site: records.site,
      navigation: records.navigation(at: url), structuredData: records.structuredData.script(self),
      feedURL: records.feedURL, manifestURL: records.manifestURL,
      contentPolicy: ContentPolicy.forPages)
  }
}
