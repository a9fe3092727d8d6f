extension LanguageCode {
  /// The tag that was meant by one of no language: `es` for `sp`, `en-GB` for `en-UK`. Nil for the tag of a language.
  ///
  /// Of three letters, only those are looked at that stand for a language with two (RFC 5646, section 2.2.1).
  package static func meant(by tag: String) -> Meant? {
    if let language = names[tag.lowercased()] { return .tag(language) }
    let own = primary(of: tag)
    let rest = tag.dropFirst(own.utf8.count)
    if let language = slips[own] { return .tag(language + rest) }
    if own.utf8.count == 2, !languages.contains(own) { return .unknown }
    // The United Kingdom's code is GB (ISO 3166-1).
    return rest.lowercased() == "-uk" ? .tag(own + "-GB") : nil
  }

  /// What can be said of the tag of no language.
  package enum Meant: Equatable, Sendable {
    case tag(String)
    case unknown
  }

  /// Two letters that people take for those of a language, most of them a country's, and its code of three (ISO 639-2).
  private static let slips: [String: String] = [
    "sp": "es", "jp": "ja", "cn": "zh", "dk": "da", "gr": "el", "cz": "cs", "ua": "uk",
    "us": "en", "gb": "en", "at": "de", "alb": "sq", "ara": "ar", "ces": "cs", "chi": "zh",
    "cze": "cs", "dan": "da", "deu": "de", "dut": "nl", "ell": "el", "eng": "en", "esp": "es", "est": "et",
    "fas": "fa", "fin": "fi", "fra": "fr", "fre": "fr", "ger": "de", "gre": "el", "heb": "he", "hin": "hi",
    "hrv": "hr", "hun": "hu", "ita": "it", "jpn": "ja", "kor": "ko", "lav": "lv", "lit": "lt", "nld": "nl",
    "nob": "nb", "nor": "no", "per": "fa", "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru",
    "slk": "sk", "slv": "sl", "spa": "es", "srp": "sr", "swe": "sv", "tur": "tr", "ukr": "uk", "urd": "ur",
    "vie": "vi", "zho": "zh",
  ]

  /// In English, and as those who speak it call it.
  private static let names: [String: String] = [
    "english": "en", "spanish": "es", "español": "es", "espanol": "es", "french": "fr", "français": "fr",
    "german": "de", "deutsch": "de", "portuguese": "pt", "português": "pt", "italian": "it", "italiano": "it",
    "dutch": "nl", "nederlands": "nl", "polish": "pl", "polski": "pl", "russian": "ru", "arabic": "ar",
    "chinese": "zh", "japanese": "ja", "korean": "ko", "vietnamese": "vi", "tagalog": "tl", "hindi": "hi",
    "turkish": "tr", "swedish": "sv", "norwegian": "no", "danish": "da", "finnish": "fi", "greek": "el",
    "hebrew": "he", "ukrainian": "uk", "romanian": "ro", "czech": "cs",
  ]

  /// The languages with two letters (ISO 639-1).
  private static let languages = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee \
    el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io \
    is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn \
    mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se \
    sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi \
    vo wa wo xh yi yo za zh zu
    """.split(separator: " ").map(String.init))
}
