import Diagnostics

/// Faults of a template's own syntax.
extension DiagnosticCode {
  /// A tag that begins but never ends.
  package static let templateUnclosedTag: DiagnosticCode = "template-unclosed-tag"
  /// A section, block or parent tag without its `{{/name}}`.
  package static let templateUnclosedSection: DiagnosticCode = "template-unclosed-section"
  /// A `{{/name}}` where nothing is open.
  package static let templateUnexpectedClose: DiagnosticCode = "template-unexpected-close"
  /// A `{{/name}}` that names something other than what is open.
  package static let templateMismatchedClose: DiagnosticCode = "template-mismatched-close"
  /// A `{{=…=}}` that does not give two delimiters.
  package static let templateBadDelimiters: DiagnosticCode = "template-bad-delimiters"
  /// A tag without a name.
  package static let templateEmptyTag: DiagnosticCode = "template-empty-tag"
  /// A tag whose name has spaces or an empty part.
  package static let templateBadName: DiagnosticCode = "template-bad-name"
  /// Sections inside sections, more than any page needs.
  package static let templateNesting: DiagnosticCode = "template-nesting"
}

/// Faults that show when a template is compiled for a record type.
extension DiagnosticCode {
  /// A name that none of the records in reach has.
  package static let templateUnknownName: DiagnosticCode = "template-unknown-name"
  /// A list, record or flag where text is shown.
  package static let templateNotText: DiagnosticCode = "template-not-text"
  /// Text that is not HTML put in unescaped.
  package static let templateUnescapedText: DiagnosticCode = "template-unescaped-text"
  /// HTML put in escaped, so that visitors would see its tags.
  package static let templateEscapedHTML: DiagnosticCode = "template-escaped-html"
  /// A section that goes through a list inside a section that already does.
  package static let templateNestedList: DiagnosticCode = "template-nested-list"
  /// A `{{>name}}` that names no partial.
  package static let templateMissingPartial: DiagnosticCode = "template-missing-partial"
  /// A `{{<name}}` that names no template.
  package static let templateMissingParent: DiagnosticCode = "template-missing-parent"
  /// A `{{>*name}}`: what it would include is not known before a page is rendered.
  package static let templateDynamicName: DiagnosticCode = "template-dynamic-name"
  /// Templates that include each other without end.
  package static let templateCycle: DiagnosticCode = "template-cycle"
  /// A block given to a parent that has no such block.
  package static let templateUnknownBlock: DiagnosticCode = "template-unknown-block"
  /// A block given twice to the same parent.
  package static let templateDuplicateBlock: DiagnosticCode = "template-duplicate-block"
  /// Something between the tags of a parent that is in no block.
  package static let templateOutsideBlock: DiagnosticCode = "template-outside-block"
  /// JSON for search engines that is none, or is none on some page.
  package static let templateBadJSON: DiagnosticCode = "template-bad-json"
  /// A section of a word, or a word with a tag in it that words cannot have.
  package static let templateBadWord: DiagnosticCode = "template-bad-word"
  /// A template that its partials swell beyond what any page needs.
  package static let templateTooLarge: DiagnosticCode = "template-too-large"
}
