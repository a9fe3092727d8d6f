import Testing

@testable import SiteModel

/// What each setting of `site.yaml` declares of itself hangs together.
@Suite struct SettingKeyTests {
  @Test func theDocumentationIsTheDeclaration() throws {
    for (name, table) in [
      ("settings", SiteSettings.site.documentation), ("review", SiteSettings.review.documentation),
      ("menu", MenuSettings.entry.documentation), ("markdown", SiteSettings.markdown.documentation),
      ("writing", WritingSettings.block.documentation),
      ("checker", CheckerSettings.block.documentation), ("kinds", KindDraft.block.documentation),
      ("list", ListDraft.block.documentation), ("schema-facts", SchemaType.documentation),
      ("content-policy", ContentPolicySettings.block.documentation),
      ("pictures", PictureSettings.block.documentation),
      ("translations", TranslationPolicy.block.documentation),
      ("quality", PictureSettings.quality.documentation),
      ("external-links", ExternalLinkSettings.block.documentation),
      ("analytics", AnalyticsSettings.block.documentation),
      ("clinic", ClinicSettings.block.documentation), ("hours", ClinicSettings.hours.documentation),
      ("address", ClinicSettings.address.documentation),
      ("fields", FieldDraft.block.documentation), ("relations", RelationDraft.block.documentation),
    ] {
      try expectPart(name, of: "docs/site-configuration.md", is: table)
    }
    try expectPart("picture-credits", of: "docs/writing.md", is: PictureCredit.block.documentation)
  }
}
