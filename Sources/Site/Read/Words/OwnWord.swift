import Markdown

/// The words that Limber itself writes into pages. A file of `Templates/words` may give others under the same key, and has to for a
/// language that Limber does not speak.
package enum OwnWord: String, CaseIterable, Sendable {
  case pageNotFound = "page-not-found"
  case symptomChecker = "symptom-checker"
  case search
  case pageMoved = "page-moved"
  case newAddress = "new-address"
  case pageWithdrawn = "page-withdrawn"
  case toHomePage = "to-home-page"
  case note
  case tip
  case important
  case warning
  case caution
  case emergency
  case footnotes
  case footnote
  case backToFootnote = "back-to-footnote"
  case reference
  case table
  case frameButton = "frame-button"
  case frameButtonUntitled = "frame-button-untitled"
  case frameTitle = "frame-title"
  case frameUnknown = "frame-unknown"
  case videoTranscript = "video-transcript"
  case videoFile = "video-file"
  case searchBest = "search-best"
  case searchFoundOne = "search-found-one"
  case searchFound = "search-found"
  case searchFoundBest = "search-found-best"
  case searchNothing = "search-nothing"
  case searchNoAnswer = "search-no-answer"
  case searchMore = "search-more"

  /// What it says in the languages that Limber speaks, and one sentence for the documentation. A name in braces stands for what
  /// is put there.
  package var texts: (english: String, spanish: String, meaning: String) {
    let labels = MarkdownLabels()
    return switch self {
    case .pageNotFound:
      (
        "Page not found",
        "Página no encontrada",
        "The title of the page for unknown addresses."
      )
    case .symptomChecker:
      (
        "Symptom checker",
        "Revisión de síntomas",
        "The name of the symptom checker in menus, addresses above a page and the search."
      )
    case .search:
      (
        "Search",
        "Buscar",
        "The title of the search page, and its name in menus."
      )
    case .pageMoved:
      (
        "This page has moved",
        "Esta página cambió de dirección",
        "What stands at an old address."
      )
    case .newAddress:
      (
        "Go to its new address",
        "Ir a la nueva dirección",
        "The link there."
      )
    case .pageWithdrawn:
      (
        "This page was withdrawn. Do not follow advice that you kept from it.",
        "Esta página fue retirada. No siga los consejos que haya guardado de ella.",
        "What stands at the address of an article that was taken back, on a site without the template `withdrawn`."
      )
    case .toHomePage:
      (
        "Go to the home page",
        "Ir a la página de inicio",
        "The link there."
      )
    case .note:
      (
        labels.note,
        "Nota",
        "The title of a callout."
      )
    case .tip:
      (
        labels.tip,
        "Consejo",
        "The title of a callout."
      )
    case .important:
      (
        labels.important,
        "Importante",
        "The title of a callout."
      )
    case .warning:
      (
        labels.warning,
        "Advertencia",
        "The title of a callout."
      )
    case .caution:
      (
        labels.caution,
        "Precaución",
        "The title of a callout."
      )
    case .emergency:
      (
        labels.emergency,
        "Emergencia",
        "The title of a callout."
      )
    case .footnotes:
      (
        labels.footnotes,
        "Notas al pie",
        "The heading of an article's footnotes, for screen readers."
      )
    case .footnote:
      (
        labels.footnote,
        "Nota al pie",
        "What a screen reader says before a footnote's number."
      )
    case .backToFootnote:
      (
        labels.backToFootnote,
        "Volver al texto de la nota al pie",
        "What it says of the link back, before the number."
      )
    case .reference:
      (
        labels.reference,
        "Referencia",
        "What it says before the number of a citation."
      )
    case .table:
      (
        labels.table,
        "Tabla",
        "What it calls a table without a caption."
      )
    case .frameButton:
      (
        labels.frameButton,
        "Mostrar “{title}” de {host}. Ese sitio sabrá que usted está aquí.",
        "The button that shows a page of another site in a frame."
      )
    case .frameButtonUntitled:
      (
        labels.frameButtonUntitled,
        "Mostrar la página de {host}. Ese sitio sabrá que usted está aquí.",
        "The same, of a frame without a title."
      )
    case .frameTitle:
      (
        labels.frameTitle,
        "Una página de {host}",
        "The title of such a frame."
      )
    case .frameUnknown:
      (
        labels.frameUnknown,
        "Una página de otro sitio",
        "The same, where only the page knows which site that is."
      )
    case .videoTranscript:
      (
        labels.videoTranscript,
        "Lo que se dice en este video",
        "Opens the transcript below a video."
      )
    case .videoFile:
      (
        labels.videoFile,
        "Descargar este video",
        "The link in the place of a video, for browsers that play none."
      )
    case .searchBest:
      (
        "Best matches",
        "Mejores resultados",
        "The heading above the best results of a search."
      )
    case .searchFoundOne:
      (
        "{count} page found for “{query}”.",
        "{count} página encontrada para “{query}”.",
        "What the search found: one page."
      )
    case .searchFound:
      (
        "{count} pages found for “{query}”.",
        "{count} páginas encontradas para “{query}”.",
        "The same of several pages."
      )
    case .searchFoundBest:
      (
        "{count} pages found for “{query}”, the best {best} first.",
        "{count} páginas encontradas para “{query}”, las {best} mejores primero.",
        "The same of more than it shows at first."
      )
    case .searchNothing:
      (
        "Nothing found for “{query}”. Try another word, or look through all pages below.",
        "No se encontró nada para “{query}”. Pruebe con otra palabra, o mire todas las páginas de abajo.",
        "When it found nothing."
      )
    case .searchNoAnswer:
      (
        "The search does not answer. All pages are listed below.",
        "La búsqueda no responde. Abajo está la lista de todas las páginas.",
        "When its files cannot be loaded."
      )
    case .searchMore:
      (
        "Show more",
        "Mostrar más",
        "The button that shows more results."
      )
    }
  }

  /// In a language, by its primary code; nil for one that Limber does not speak.
  func text(in primary: String) -> String? {
    switch primary {
    case "en": texts.english
    case "es": texts.spanish
    default: nil
    }
  }

  /// What stands in braces in it.
  var places: [String] {
    texts.english.split(separator: "{").dropFirst().map { "{" + $0.prefix { $0 != "}" } + "}" }
  }
}
