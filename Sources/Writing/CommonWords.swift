import Text

/// Words that mean too much for a mention of them to mean an article of that name: "Home" is a page, "at home" is not.
///
/// Those that join words, those that every website has for its pages, and those that texts about health cannot do without.
/// Short on purpose: a name that a site's own articles use all the time is found by counting.
package enum CommonWords {
  /// `word` is in small letters.
  package static func contains(_ word: [UInt8], language: String) -> Bool {
    // Most names are several words, or longer than any of these.
    guard word.count <= 14, !word.contains(0x20) else { return false }
    return lists[LanguageCode.primary(of: language)]?.contains(String(decoding: word, as: UTF8.self)) ?? false
  }

  private static let lists: [String: Set<String>] = ["en": words(english), "es": words(spanish)]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0.isWhitespace }.map(String.init))
  }

  private static let english = """
    about above after again all also always am an and any are as ask at away be because been before below best better
    both but by can could did do does down each even ever few for from get go good had has have he her here hers him his
    how i if in into is it its just know less like look make many may me more most much must my need never new next no
    none not now of off often on once one only or other our ours out over own part parts people per same see she should
    so some soon still stop such take than that the their them then there these they thing things this those time times
    to today too two type types under until up us use very was we week well were what when where which while who whom why
    will with without work would yes you your yours
    account address article articles blog book booking careers clinic contact contents cookies directions events faq faqs
    guide guides help home hours index info insurance links location locations menu news overview page pages people
    policy prices privacy question questions resources search services shop site sitemap staff start support team terms
    topics us
    activity advice age back body care cause causes check cold condition conditions cure day days doctor doctors exercise
    exercises hand hands head health hurt injuries injury life night pain patient patients rest risk risks safe sick side
    sign signs sit sore sport sports stand step steps strong symptom symptoms test tests treatment treatments visit walk
    warm weak weeks years
    """

  private static let spanish = """
    al algo algunos ante antes aquí así aunque bien cada casi como con cual cuando cuánto de del desde después dónde
    donde dos durante el ella ellas ellos en entre era es esa ese eso esta está estas este esto estos fue ha hacer hasta
    hay la las le les lo los más me menos mi mientras mucho muchos muy nada ni no nos nosotros nunca otra otro para
    parte partes pero poco por porque puede que qué quien quién se sea ser si sí siempre sin sobre solo son su sus
    también tan tanto tiempo tiene tipo tipos toda todas todo todos tu tus un una uno unos usted ustedes vez veces ya yo
    artículo artículos ayuda blog buscar búsqueda citas clínica contacto dirección enlaces equipo guía horario horarios
    índice información inicio mapa menú noticias página páginas personas precios preguntas privacidad recursos reserva
    seguros servicios sitio tienda ubicación
    actividad cabeza casa causa causas consejo consejos cuerpo cuidado cuidados cura descanso día días doctor doctora dolor
    edad ejercicio ejercicios frío lesión lesiones mano manos médica médico mejor mes noche paciente pacientes pasos prueba
    pruebas riesgo riesgos salud semana semanas seguro señal señales signo signos síntoma síntomas tratamiento tratamientos
    vida visita
    """
}
