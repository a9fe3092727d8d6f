/// What words say that excludes something else: to stop, or to go on. Phrases are between `;`, with `#` for a number in digits.
struct Sense: Sendable {
  let english: String
  let spanish: String
  /// What may say it as well, or in passing, so that nothing is judged.
  var perhapsEnglish = ""
  var perhapsSpanish = ""
}

/// Senses of which a text that says one does not say another.
struct SenseGroup: Sendable {
  let senses: [Sense]
  /// Whether the first one is lost where a translation has nothing like it.
  var losesFirst = false
  /// Whether a *not* says the same as the first one.
  var isNegation = false
  /// Whether one of its words, put in or taken out, turns what is around it.
  var turns = false
  /// Whether a dose without any of them is another one.
  var isOfSides = false
  /// Whether only the words of a dose are that exact.
  var isOfDoses = false

  /// Words that turn what follows them.
  static let english =
    "not; no; never; nor; without; don't; cannot; can't; doesn't; didn't; isn't; shouldn't; won't"
  static let spanish = "no; nunca; ni; sin; jamás; tampoco"

  /// The one declaration, for English and Spanish. Longer phrases go first; a phrase without a sense is one that means something else.
  static let all: [SenseGroup] =
    [
      SenseGroup(
        senses: [
          Sense(
            english:
              "stop; skip; avoid; keep off; stay off; leave out; give up; quit; hold off; keep away; stay away",
            spanish:
              "pare; parar; pares; deje de; dejar de; evite; evitar; detenga; deténgase; detener; detenerse; suspenda; omita; omitir; interrumpa; no haga; no siga; no continúe; haga una pausa; hacer una pausa",
            perhapsEnglish:
              "stops; stopped; stopping; pause; break; rest; skips; avoids; avoiding; skipping; keep still; skip to; keep weight off; keep your weight off; take weight off",
            perhapsSpanish:
              "paran; deja de; deje; dejan de; dejó de; descanse; descanso; pausa; evita; evitan; sáltese; aléjese; aparte; termine; termina; terminar; quieto; quieta; prescinda; espere"
          ),
          Sense(
            english:
              "go on; carry on; keep going; keep running; keep walking; keep training; keep exercising; keep moving; keep doing; keep on; continue; go ahead; resume; do any; do all; do these; do this; do them; try this; try these; try it; push on; push through",
            spanish:
              "siga; seguir; continúe; continuar; haga; hágalo; hágalos; hágala; hágalas; practique; realice; reanude; reanudar",
            perhapsEnglish:
              "do; doing; done; keep; keeps; continues; continued; continuing; start; starts; follow; follows; try; go; still",
            perhapsSpanish: "sigue; siguen; siguiendo; continúa; continúan; hace; hacer; haciendo; seguido"),
        ], losesFirst: true, isNegation: true, turns: true),
      SenseGroup(senses: [
        Sense(
          english:
            "less; fewer; younger; shorter; under #; below #; at most; no more than; not more than; no older than; reduce; decrease",
          spanish:
            "menos; menor; menores; más joven; más jóvenes; por debajo de; como máximo; no más de; reduzca; reducir; disminuya; disminuir",
          perhapsEnglish: "least; more or less; reduces; reduced; cut; lower; up to; within; under",
          perhapsSpanish:
            "mínimo; más o menos; hasta; antes de los #; antes de cumplir; más bajo; más baja; más bajos; más bajas; más pequeño; más pequeña; más pequeños; más pequeñas; más corto; más corta; más cortos; más cortas; más ligero; más ligera; más ligeros; más ligeras; más lento; más lenta; más lentos; más lentas; más blando; más blanda; más blandos; más blandas; más estrecho; más estrecha; más estrechos; más estrechas; más sencillo; más sencilla; más sencillos; más sencillas; más débil; más débiles; más suave; más suaves; más leve; más leves; más fácil; más fáciles; más despacio; más tarde; más pronto; más temprano; más cerca; más simple; más simples"
        ),
        Sense(
          english:
            "more; older; longer; over #; above #; # or more; # or older; # and over; # and older; no less than; no fewer than; increase",
          spanish:
            "más; mayor; mayores; por encima de; no menos de; aumente; aumentar; incremente",
          perhapsEnglish:
            "most; at least; more or less; increases; increased; over; greater; mainly; else; other; another; again; further; further on; unless; rather; beyond; up to",
          perhapsSpanish:
            "además; demás; al menos; por lo menos; a menos que; más o menos; cuanto menos; aumenta; aumento; sobre todo; hasta"
        ),
      ]),
      SenseGroup(senses: [
        Sense(
          english: "before; beforehand; first; prior to",
          spanish: "antes; primero; previamente",
          perhapsEnglish:
            "earlier; sooner; already; until; at first; beginning; begin; start; in advance; ahead",
          perhapsSpanish:
            "primera; primeras; primeros; primer; previo; previa; ya; hasta; principio; inicio; al"
        ),
        Sense(
          english: "after; afterward; afterwards",
          spanish: "después; tras; posteriormente; al final",
          perhapsEnglish:
            "then; later; last; next; following; since; once; until; finally; past; end; when; from; ago",
          perhapsSpanish:
            "luego; última; últimas; último; últimos; siguiente; desde; entonces; hasta; próxima; próximo; al"
        ),
      ]),
      SenseGroup(senses: [
        Sense(
          english:
            "today; right now; right away; at once; immediately; straight away; now; do not wait; don't wait; never wait; without waiting; without delay; do not delay; don't delay; do not put off",
          spanish:
            "hoy; ahora; ahora mismo; ya mismo; de inmediato; inmediatamente; enseguida; no espere; no esperes; no se espere; nunca espere; sin esperar; sin demora; no tarde; no demore; no lo deje",
          perhapsEnglish:
            "soon; tonight; early; urgent; promptly; as soon as; first; this; current; currently; still; yet; present",
          perhapsSpanish:
            "ya; pronto; cuanto antes; urgente; urgencia; urgencias; esta noche; actual; este; momento; todavía; aún; mismo"
        ),
        Sense(
          english:
            "wait; tomorrow; within days; within a few days; in a few days; in the coming days; in the next few days; within weeks; within a week; within two weeks; within about two weeks; next week; next month; at your next visit; later; put off",
          spanish:
            "espere; esperar; aguarde; aguardar; en los próximos días; en unos días; en pocos días; dentro de unos días; en las próximas semanas; la próxima semana; la semana que viene; en unas semanas; más tarde; en su próxima cita",
          perhapsEnglish:
            "waiting; waits; waited; delay; days; weeks; after; then; until; morning; next; soon; expect; hope",
          perhapsSpanish:
            "espera; esperan; esperando; mañana; después; luego; días; semanas; hasta; siguiente; próxima; próximo"
        ),
      ]),
      SenseGroup(senses: [
        Sense(english: "red", spanish: "rojo; roja; rojos; rojas", perhapsSpanish: "enrojecida; enrojecido"),
        Sense(english: "yellow; amber", spanish: "amarillo; amarilla; amarillos; ámbar"),
        Sense(english: "green", spanish: "verde; verdes"),
      ]),
      SenseGroup(senses: [
        Sense(
          english: "front of; in front; the front; at the front; forward; forwards",
          spanish:
            "delante; adelante; por delante; frontal; delantera; delantero; anterior",
          perhapsEnglish: "front; groin; ahead", perhapsSpanish: "frente; ingle; enfrente; antes"),
        Sense(
          english: "back of; at the back; behind; backward; backwards; lean back",
          spanish: "atrás; detrás; trasera; trasero; por detrás; posterior",
          perhapsEnglish: "back; buttock; buttocks; rear; hamstring",
          perhapsSpanish: "espalda; glúteo; glúteos; nalga; nalgas; espinilla; vuelta; vuelva; regreso"),
        Sense(
          english: "outer; outside of; outward; outwards",
          spanish:
            "externa; externo; externas; lateral; exterior; por fuera; de afuera; afuera; hacia afuera",
          perhapsEnglish: "outside; out; side; apart; open", perhapsSpanish: "fuera; lado; costado"),
        Sense(
          english: "inner; inside of; inward; inwards",
          spanish: "interna; interno; internas; interior; por dentro; de adentro; adentro; hacia adentro",
          perhapsEnglish: "inside; in; into; within; together", perhapsSpanish: "dentro; entre"),
      ]),
      SenseGroup(senses: [
        Sense(
          english: "raise; lift; push up; stand up; step up",
          spanish: "levante; suba; eleve; levántese; súbase",
          perhapsEnglish: "up; raised; lifted; lifting; raising; rise; climb; top; upward; straighten",
          perhapsSpanish:
            "levantar; subir; arriba; levantada; levantado; elevar; sube; levanta; póngase de pie"
        ),
        Sense(
          english:
            "lower it; lower the; lower your; lower yourself; lower slowly; slowly lower; let it down; step down; lie down; sit down",
          spanish: "baje; bájese; descienda; siéntese; acuéstese",
          perhapsEnglish:
            "down; lower; lowering; lowered; lie; sit; drop; bottom; downward; squat; cut; reduce; back",
          perhapsSpanish: "bajar; abajo; baja; bajo; acostado; acostada; sentado; sentada; agáchese; vuelva"),
      ]),
      SenseGroup(senses: [
        Sense(
          english: "at rest; while resting; when resting",
          spanish: "en reposo; al descansar; mientras descansa",
          perhapsEnglish: "rest; lying; sitting; night",
          perhapsSpanish: "reposo; descanso; quieto; acostado; sentado"),
        Sense(
          english: "when moving; when you move; with movement; during movement; while moving; on moving",
          spanish:
            "al moverse; al moverla; al moverlo; en movimiento; con el movimiento; cuando se mueve; al mover",
          perhapsEnglish: "move; moves; movement; moving; active; activity; running; run",
          perhapsSpanish: "movimiento; mueve; mover; moverse; actividad; correr; corre"),
      ]),
      SenseGroup(senses: [
        Sense(
          english: "ice; cold; cool", spanish: "hielo; frío; fría; fríos; frías",
          perhapsEnglish: "chill; chills; colder",
          perhapsSpanish: "enfríe; enfriar; helado; resfriado; escalofríos"),
        Sense(
          english: "heat; hot; warm", spanish: "calor; caliente; calientes; tibio; tibia",
          perhapsEnglish: "warmer; warmth; warm up; fever", perhapsSpanish: "calentar; calentamiento; fiebre"),
      ]),
      SenseGroup(senses: [
        Sense(
          english: "slowly; gradually; gradual; little by little; bit by bit",
          spanish: "despacio; lentamente; poco a poco; gradual; gradualmente; paulatinamente",
          perhapsEnglish: "slow; slower; gentle; gently; steadily; step by step; control; ease",
          perhapsSpanish: "lento; lenta; lentos; lentas; suave; suavemente; control"),
        Sense(
          english: "suddenly; sudden; quickly; fast; rapidly",
          spanish:
            "de repente; repentino; repentina; de golpe; súbito; súbita; rápido; rápida; rápidamente; deprisa; bruscamente",
          perhapsEnglish: "soon; quick; at once; faster; rapid; sharp; brisk; jump; jerk",
          perhapsSpanish: "pronto; brusco; brusca; de una vez; rapidez; rápidos; enérgico"),
      ]),
      SenseGroup(senses: [
        Sense(
          english: "better; improves; eases; eased; gets better",
          spanish: "mejor; mejora; mejoran; alivia; aliviado; aliviada",
          perhapsEnglish: "best; improve; improving; ease; less; well; helps; good",
          perhapsSpanish: "mejorar; mejores; alivio; aliviar; bien; ayuda; disminuye; menos"),
        Sense(
          english: "worse; worsens; gets worse; worst",
          spanish: "peor; peores; empeora; empeoran; empeorar",
          perhapsEnglish: "worsen; more; bad; aggravate; harm",
          perhapsSpanish: "empeore; más; aumenta; mal; agrava"),
      ]),
      SenseGroup(senses: [
        Sense(
          english: "always", spanish: "siempre", perhapsEnglish: "every; each; all; whenever; ever",
          perhapsSpanish: "cada; todo; todos; siempre que"),
        Sense(
          english: "never", spanish: "nunca; jamás", perhapsEnglish: "not; no; cannot; don't",
          perhapsSpanish: "no"),
      ]),
      SenseGroup(senses: [
        Sense(
          english: "mild; slight", spanish: "leve; leves; ligero; ligera",
          perhapsEnglish: "light; low; lightly; little",
          perhapsSpanish: "suave; bajo; poco; poca"),
        Sense(
          english: "severe",
          spanish: "muy fuerte; muy fuertes; grave; graves; intenso; intensa; severo; severa",
          perhapsEnglish: "strong; bad; serious; intense; hard; sharp; badly; very",
          perhapsSpanish: "fuerte; fuertes; mucho; muy; mal"),
      ]),
      SenseGroup(senses: [
        Sense(
          english: "bend; bent",
          spanish: "doble; doblar; doblada; dobladas; doblado; flexione; flexionada; flexionadas",
          perhapsEnglish: "bending; curl; squat; lean; double; fold",
          perhapsSpanish: "flexión; encoja; incline; flexionar"),
        Sense(
          english: "straighten; straight",
          spanish: "enderece; recta; recto; rectas; rectos; estirada; estiradas; extendida",
          perhapsEnglish: "upright; flat; line; extend; stretch; straightening",
          perhapsSpanish: "estire; estirar; extienda; derecha; derecho; línea; erguido; enderezar"),
      ]),
      SenseGroup(senses: [
        Sense(
          english: "child; children; teen; teenager; teenagers",
          spanish: "niño; niña; niños; niñas; adolescente; adolescentes",
          perhapsEnglish: "young; younger; under; kid; boy; girl",
          perhapsSpanish: "joven; jóvenes; menor; menores; hijo"),
        Sense(
          english: "adult; adults", spanish: "adulto; adulta; adultos; adultas",
          perhapsEnglish: "older; grown; over", perhapsSpanish: "mayor; mayores"),
      ]),
      SenseGroup(senses: [
        Sense(
          english: "morning; mornings",
          spanish: "por la mañana; por las mañanas; mañana siguiente; cada mañana",
          perhapsEnglish: "day; next; wake; tomorrow",
          perhapsSpanish: "mañana; mañanas; día; despertar; levantarse"),
        Sense(
          english: "night; nights; overnight", spanish: "noche; noches; nocturno",
          perhapsEnglish: "sleep; bed; tonight; evening; lying", perhapsSpanish: "dormir; cama; duerme"),
      ]),
      SenseGroup(senses: [
        Sense(
          english: "sooner; earlier", spanish: "más pronto; más temprano; cuanto antes",
          perhapsEnglish: "soon; early; before; right away",
          perhapsSpanish: "antes; pronto; temprano; enseguida"),
        Sense(
          english: "later", spanish: "más tarde; más adelante",
          perhapsEnglish: "late; after; afterward; then; next",
          perhapsSpanish: "tarde; después; luego; posterior"),
      ]),
      SenseGroup(senses: [
        Sense(
          english: "move on; move up; advance; progress",
          spanish: "avance; avanzar; avanza; progrese; progresar",
          perhapsEnglish: "go up; next; further; step up; increase; build up",
          perhapsSpanish: "pase; suba; siga; siguiente; adelante; aumente"),
        Sense(
          english: "drop back; go back a; go back one; step back; back off; move back",
          spanish: "retroceda; retroceder; vuelva a la etapa anterior; dé un paso atrás",
          perhapsEnglish: "back; return; earlier; previous; down",
          perhapsSpanish: "vuelva; atrás; anterior; baje; regrese"),
      ]),
      // What to do, or not to do: of another activity all that a text says may be wrong.
      SenseGroup(senses: [
        Sense(
          english: "run; running; ran", spanish: "correr; corra; corre; corriendo; corrió; carrera; carreras",
          perhapsEnglish:
            "runs; runner; runners; jog; jogging; sprint; sprints; race; races; train; training; exercise; sport; sports; activity",
          perhapsSpanish:
            "corren; corredor; corredores; corredora; corredoras; trote; trotar; entrenar; entrenamiento; entrene; ejercicio; deporte; deportes; actividad; competencia"
        ),
        Sense(
          english: "walk; walking; walks; walked",
          spanish: "caminar; camine; camina; caminando; caminó; caminata; caminatas",
          perhapsEnglish: "hike; hiking; step; steps; stride; feet; foot; stroll; weight; activity",
          perhapsSpanish:
            "andar; ande; anda; marcha; marche; paso; pasos; pasear; paseo; paseos; pie; pies; actividad"),
        Sense(
          english: "swim; swimming; swims", spanish: "nadar; nade; nada en; nadando; natación",
          perhapsEnglish: "pool; water; activity", perhapsSpanish: "piscina; alberca; agua; actividad"),
        Sense(
          english: "cycle; cycling; bike; biking; bicycle",
          spanish: "bicicleta; bici; ciclismo; pedalear; pedalee",
          perhapsEnglish: "ride; riding; pedal; pedaling; saddle; activity",
          perhapsSpanish: "montar; pedal; pedales; sillín; actividad"),
      ]),
      SenseGroup(
        senses: [
          Sense(
            english: "with or without; without", spanish: "con o sin; sin",
            perhapsEnglish:
              "not; no; never; none; nor; free; unless; lack; even if; without delay; without waiting; nothing; cannot; don't; doesn't; can't; isn't; instead; avoid; before; but; un; painless; unsupported; off; rest; barefoot; bare",
            perhapsSpanish:
              "no; ni; nunca; ningún; ninguna; ninguno; nada; libre; libres; aunque; evite; evitar; antes; salvo; excepto; en vez de; en lugar de; de inmediato; enseguida; sin embargo; sin falta; sin duda; carece; carecer; solo; sola; solos; solas; fuera de; haya o no; tenga o no; pero; nadie; dejar; deje"
          )
        ], losesFirst: true, turns: true),
      SenseGroup(
        senses: [
          Sense(
            english: "if; in case; when; whenever", spanish: "si; cuando; en caso de; siempre que",
            perhapsEnglish: "as soon as; once; while; as long as; even if not",
            perhapsSpanish: "si no; en cuanto; mientras"),
          Sense(
            english: "unless; except if; except when; even if; even when; even with; even though",
            spanish:
              "a menos que; a no ser que; salvo que; salvo si; excepto si; aunque; incluso si; incluso con; aun si; aun con",
            perhapsEnglish:
              "even; not; no; but; except; only; cannot; don't; doesn't; isn't; though; although; also",
            perhapsSpanish: "si no; incluso; aun; salvo; excepto; no; pero; sino; solo; también; hasta"),
        ], turns: true),
    ] + sides
}
