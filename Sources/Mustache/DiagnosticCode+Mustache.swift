import Diagnostics

/// Faults of a template's own syntax.
extension DiagnosticCode {
  /// A tag that begins but never ends.
  public static let templateUnclosedTag: DiagnosticCode = "template-unclosed-tag"
  /// A section, block or parent tag without its `{{/name}}`.
  public static let templateUnclosedSection: DiagnosticCode = "template-unclosed-section"
  /// A `{{/name}}` where nothing is open.
  public static let templateUnexpectedClose: DiagnosticCode = "template-unexpected-close"
  /// A `{{/name}}` that names something other than what is open.
  public static let templateMismatchedClose: DiagnosticCode = "template-mismatched-close"
  /// A `{{=…=}}` that does not give two delimiters.
  public static let templateBadDelimiters: DiagnosticCode = "template-bad-delimiters"
  /// A tag without a name.
  public static let templateEmptyTag: DiagnosticCode = "template-empty-tag"
  /// A tag whose name has spaces or an empty part.
  public static let templateBadName: DiagnosticCode = "template-bad-name"
  /// Sections inside sections, more than any page needs.
  public static let templateNesting: DiagnosticCode = "template-nesting"
}

/// Faults that show when a template is compiled for a record type.
extension DiagnosticCode {
  /// A name that none of the records in reach has.
  public static let templateUnknownName: DiagnosticCode = "template-unknown-name"
  /// A list, record or flag where text is shown.
  public static let templateNotText: DiagnosticCode = "template-not-text"
  /// Text that is not HTML put in unescaped.
  public static let templateUnescapedText: DiagnosticCode = "template-unescaped-text"
  /// HTML put in escaped, so that visitors would see its tags.
  public static let templateEscapedHTML: DiagnosticCode = "template-escaped-html"
  /// A section that goes through a list inside a section that already does.
  public static let templateNestedList: DiagnosticCode = "template-nested-list"
  /// A `{{>name}}` that names no partial.
  public static let templateMissingPartial: DiagnosticCode = "template-missing-partial"
  /// A `{{<name}}` that names no template.
  public static let templateMissingParent: DiagnosticCode = "template-missing-parent"
  /// A `{{>*name}}`: what it would include is not known before a page is rendered.
  public static let templateDynamicName: DiagnosticCode = "template-dynamic-name"
  /// Templates that include each other without end.
  public static let templateCycle: DiagnosticCode = "template-cycle"
  /// A block given to a parent that has no such block.
  public static let templateUnknownBlock: DiagnosticCode = "template-unknown-block"
  /// A block given twice to the same parent.
  public static let templateDuplicateBlock: DiagnosticCode = "template-duplicate-block"
  /// Something between the tags of a parent that is in no block.
  public static let templateOutsideBlock: DiagnosticCode = "template-outside-block"
  /// A template that its partials swell beyond what any page needs.
  public static let templateTooLarge: DiagnosticCode = "template-too-large"
}
