# Las palabras de la interfaz en español. Una línea es `nombre = palabras`; lo que va entre { $llaves } se completa.
# Se habla a docentes de usted, y a estudiantes de tú. Un sitio cambia algunas en themes/default/languages/es.ftl.

# Fechas y números

date = { $day } de { $month } de { $year }
month_1 = enero
month_2 = febrero
month_3 = marzo
month_4 = abril
month_5 = mayo
month_6 = junio
month_7 = julio
month_8 = agosto
month_9 = septiembre
month_10 = octubre
month_11 = noviembre
month_12 = diciembre
# Las diez cifras desde el cero, y lo que va entre los elementos de una lista.
digits = 0123456789
# Cómo llaman a esas cifras las hojas de estilo; así se numeran las listas.
counters = decimal
list_comma = { ", " }
# Qué separa los millares, a partir de cuántas cifras, y qué separa los decimales.
group = .
group_from = 5
decimal = ,
minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
entries = { $count ->
    [one] { $count } entrada
   *[other] { $count } entradas
}
grades = { $count ->
    [one] Grado { $list }
   *[other] Grados { $list }
}
# Lo mismo después de los grados que tienen nombre: Kínder, grados 3 a 5.
grades_too = { $count ->
    [one] grado { $list }
   *[other] grados { $list }
}
# Dos grados seguidos, y tres o más.
grade_pair = { $first } y { $last }
grade_range = { $first } a { $last }
week = Semana { $number }
numbered = { $title } ({ $number })
numbered_of = { $title } ({ $number } de { $total })
part_of = { $title }: { $part }

# Alrededor de cada página

home = Inicio
skip = Ir al contenido
main_menu = Principal
language = Idioma
you_are_here = Usted está aquí
turn = Anterior y siguiente
previous = Anterior
next = Siguiente
edit_page = Editar esta página
print_page = Imprimir esta página
send_by_mail = Enviar por correo electrónico
report_problem = Avisar de un problema
scheme_dark = Colores oscuros
scheme_light = Colores claros
copy_text = Copiar el texto
copied = Copiado.
not_copied = No se pudo copiar. Seleccione el texto y cópielo a mano.
on_this_page = En esta página
more_in = Más en { $title }
all_of = Todo en { $title }
in_language = En { $language }
draft = Borrador
not_found = No encontramos esta página
not_found_lead = En esta dirección no hay ninguna página. Puede que la página haya cambiado de lugar o que la dirección tenga un error.
not_found_check = Revise que en la dirección no falte ni sobre ninguna letra.
not_found_begin = Vuelva a empezar desde
not_found_first = la página de inicio de { $title }
not_found_tab = , o elija una pestaña arriba.
not_found_up = Borre la última parte de la dirección, hasta la barra (/) anterior, e inténtelo de nuevo.
has_moved = { $title } cambió de dirección
moved = Esta página cambió de dirección
go_to = Ir a

# Search

search = Buscar
search_field = Buscar en este sitio
search_close = Cerrar
search_none = No se encontró nada. Prueba con menos palabras o con otras.
search_missing = Ninguna página tiene
search_instead = Resultados para
search_found = Resultados
search_more = Mostrar más resultados
search_narrow = Acotar
search_clear = Quitar todo esto
search_failed = No se pudo cargar la búsqueda.
search_loading = Buscando …
search_again = Intentar de nuevo
search_kind = Tipo
search_grades = Grados
search_themes = Temas
search_minutes = Tiempo
search_minutes_2 = Hasta 2 minutos
search_minutes_5 = De 3 a 5 minutos
search_minutes_10 = De 6 a 10 minutos
search_minutes_20 = De 11 a 20 minutos
search_minutes_more = Más de 20 minutos
search_depth = Profundidad
search_groups = Con quién
search_formats = Cómo responder
search_competencies = Habilidades
search_sensitive = Puede tocar
search_language = Idioma
kinds_scenario = Casos de la política
library = Encuentra la que necesitas
library_order = Orden
library_listed = Como en la lista
library_minutes = Primero las más breves
library_depth = Primero las más ligeras
library_title = De la A a la Z
library_surprise = Sorpréndeme
library_choose = Elegir
library_chosen = Elegidas
library_all = Elegir todas las que se ven
library_none = No elegir ninguna
library_link = Copiar un enlace a estas
library_deck = Copiar como archivo de tarjetas
library_cards = Mis tarjetas

# Listas

straight_to = Ir directamente a
everything_here = Todo lo que hay aquí
all_parts = Todas las partes de esta lista
more = Más
folders = Carpetas
look_by = Explorar por
nothing_sorted = Todavía no hay nada clasificado así.
this_week = Esta semana
week_prompt = Una pregunta para esta semana
week_thought = Una reflexión para esta semana
pages_of_list = Páginas de esta lista
previous_page = Página anterior
next_page = Página siguiente
page_of = Página { $number } de { $total }
policy_number = N.º { $number }

# Tipos de entradas

kind_guide = Guía
kind_prompt = Pregunta
kind_policy = Política
kind_playbook = Plan de acción
kind_deck = Para imprimir
kind_brief = Investigación
kind_story = Historia
kind_thought = Reflexión
kind_message = Mensaje
kind_page = Página
kinds_guide = Guías
kinds_prompt = Preguntas
kinds_policy = Políticas
kinds_playbook = Capítulos del plan de acción
kinds_deck = Tarjetas y hojas
kinds_brief = Resúmenes de investigación
kinds_story = Historias
kinds_thought = Reflexiones
kinds_message = Mensajes
kinds_page = Páginas
section_guides = Guías
section_prompts = Preguntas
section_policies = Políticas
section_playbook = Plan de acción
section_cards = Tarjetas
section_briefs = Investigación
section_stories = Historias
section_thoughts = Reflexiones
section_messages = Mensajes

# Relaciones

related_guide = Guías relacionadas
related_prompt = Preguntas relacionadas
related_policy = Lo que dice nuestra política
related_playbook = En el plan de acción
related_deck = Tarjetas relacionadas
related_brief = La investigación que lo respalda
related_story = Historias relacionadas
related_thought = Reflexiones relacionadas
related_message = Mensajes relacionados
related_page = Vea también
used_guide = Guías en las que se usa
used_prompt = Preguntas que mencionan esta página
used_policy = Políticas que mencionan esta página
used_playbook = Capítulos que mencionan esta página
used_deck = Tarjetas y hojas para imprimir
used_brief = Investigación sobre este tema
used_story = Historias sobre este tema
used_thought = Reflexiones que mencionan esta página
used_message = Mensajes relacionados
used_page = Páginas que mencionan esta página
refers_here = Dónde más aparece
where_lines_are = Dónde están los límites

# Al pie de una entrada

find_more = Más materiales parecidos
foot_tags = Etiquetas
foot_themes = Temas
foot_competencies = Habilidades
foot_grades = Grados
last_changed = Última modificación:
first_published = Primera publicación:

# Guías

at_a_glance = De un vistazo
for = Para
each_time = Cada vez
to_set_up = Preparación
how_often = Frecuencia
reach = Alcance
skills = Habilidades
kept_by = A cargo de
checked = Última revisión
you_need = Qué se necesita
evidence = Evidencia
steps = Pasos
say = Diga
why = Por qué
look_fors = Qué debería observar
variations = En otras situaciones
pitfalls = Qué suele fallar
everyone = Para que nadie quede fuera
reflection = Para reflexionar
before = Antes
after = Después
sources = Fuentes
tier_universal = Para todos los estudiantes
tier_targeted = Para algunos estudiantes
tier_intensive = Para un estudiante a la vez
evidence_strong = Evidencia sólida (nivel 1 de ESSA)
evidence_moderate = Evidencia moderada (nivel 2 de ESSA)
evidence_promising = Evidencia prometedora (nivel 3 de ESSA)
evidence_rationale = Basada en la investigación (nivel 4 de ESSA)
evidence_practice-wisdom = Lo que a otros docentes les ha funcionado

# Preguntas

time = Tiempo
depth = Profundidad
depth_1 = ligera
depth_2 = personal
depth_3 = delicada
with = Con quién
answer_by = Formas de responder
when = Cuándo
pass_words = Si prefieres no responder, puedes pasar. No hay problema.
before_you_ask = Antes de preguntar
duty = Una respuesta puede revelar que alguien sufre daño o corre peligro. Por ley, usted tiene que reportarlo (es “mandated reporter”): no puede prometer que guardará el secreto, y el reporte lo hace usted, ese mismo día.
not_now = Mejor en otro momento si
take_care = Con tacto
may_touch = Puede tocar estos temas:
go_first = Empiezo yo
follow_ups = Para seguir conversando
way_to_pass = Para quien prefiera pasar
copy_message = Copiar como mensaje
copy_to = Para quién
copy_words = Solo las palabras
copy_student = Para una persona de la clase
copy_group = Para un grupo
copy_family = Para una familia
copied_length = Caracteres
greet_student = Hola, [nombre]:
greet_group = Hola a todo el grupo:
greet_family = Estimada familia de [nombre]:
in_other_languages = En otros idiomas
listen_for = A qué prestar atención
prompt_question = Pregunta
prompt_praise = Palabras de reconocimiento
prompt_sentence-starter = Inicio de oración
prompt_scale = Escala
prompt_draw = Para dibujar
disclosure_low = Las respuestas rara vez obligan a hacer un reporte
disclosure_medium = Una respuesta puede obligar a hacer un reporte
disclosure_high = Téngalo presente: una respuesta podría obligar a hacer un reporte

# Políticas

replaced = Reemplazada.
replaced_lead = Esta política ya no está vigente. Se conserva como constancia.
overdue = Revisión atrasada.
overdue_since = Esta política debía revisarse el
overdue_plain = Esta política ya debería haberse revisado
overdue_applies = . Sigue vigente mientras no se modifique.
on_its_face = Datos de la política
number = Número
status = Estado
status_draft = Borrador
status_adopted = Aprobada
status_superseded = Reemplazada
version = Versión
in_effect = Vigente desde
revised = Última modificación
reviewed = Última revisión
next_review = Próxima revisión
owner = Responsable
applies_to = Se aplica a
definitions = Qué significa cada término
channels = Canales
channel = Canal
two_way = Permite responder
on_record = Queda registro
who_sees = Quién lo ve
family_included = Incluye a la familia
hours = Horario
approval = Autorización
yes = Sí
no = No
school_days = Días de clases
weekends = Fines de semana y días feriados
emergencies = Emergencias
conduct = Conducta
level_never = Nunca
level_with-permission = Solo con permiso
level_caution = Con precaución
level_good-practice = Buena práctica
scenarios = Casos poco claros
scenarios_hint = Lea el caso, decida qué haría y luego abra la respuesta.
what_to_do = Qué hacer y por qué
do_this = Qué hacer:
why_this = Por qué:
reporting = Cómo reportar
exceptions = Excepciones
training = Capacitación
legal = Leyes
changes = Cambios
day = Fecha
what_changed = Qué cambió
approved_by = Aprobado por
sign_off = Hoja de firma
sign_off_of = { $title }, versión { $version }
sign_name = Nombre
sign_role = Escuela y cargo
sign_signature = Firma
sign_date = Fecha
return_to = Entregar a:
# Cómo se llama un enlace a una parte de una política.
part_changes = Cambios
part_definitions = Qué significa cada término
part_channels = Canales
part_hours = Horario
part_conduct = Conducta
part_scenarios = Casos poco claros
part_reporting = Cómo reportar
part_exceptions = Excepciones
part_training = Capacitación
part_legal = Leyes y normas
part_sign-off = Firma

# El plan de acción

where_we_are = En qué punto estamos
chapters = Capítulos
all_on_one_page = Todos los capítulos en una página, para imprimir
whole_of = { $title }: todos los capítulos
phase = Fase
begins = Comienza
ends = Termina
goal = Objetivo
roles = Quién hace qué
checklist = Lista de tareas
by_day = para el
shown_by = Se comprueba con:
clear_ticks = Borrar mis marcas
milestones = Hitos
indicators = Cómo lo sabremos
measure = Indicador
at_the_start = Al inicio
target = Meta
source = Fuente
small_groups = No se muestran los grupos de menos de { $count }
risks = Qué puede salir mal
numbers = Los datos
what = Descripción
value = Valor
source_of = Fuente:
as_of = . Datos al

# Tarjetas y hojas

prints_on = Se imprime en
printed_on = { $stock }, { $count ->
    [one] una por hoja
   *[other] { $count } por hoja
}
backs = Al reverso
back_none = Nada
back_lines = Líneas para escribir
back_follow-ups = Qué preguntar después
back_translation = El otro idioma
back_code = Un código que lleva a la pregunta
copies = Copias
languages = Idiomas
on_these_cards = En estas tarjetas
layout_cards = Tarjetas con preguntas
layout_check-in-strip = Tira “¿Cómo estás hoy?”
layout_exit-ticket = Boletos de salida
layout_greeting-poster = Cartel de saludos
layout_relationship-map = Mapa de relaciones
layout_two-by-ten-log = Registro “dos por diez”
layout_hours-poster = Cartel de horarios
layout_do-dont-sheet = Hoja de qué hacer y qué evitar
layout_scenario-cards = Tarjetas de casos
layout_sign-off-sheet = Hoja de firma
layout_channel-sheet = Hoja de canales
layout_lanyard-cards = Tarjetas para colgar
layout_blank-cards = Tarjetas en blanco

# Lo que va impreso en las tarjetas y junto a ellas
card_number = { $number } de { $total }
card_print = Imprimir al 100 %, sin márgenes
card_front = Frente
card_back = Reverso
card_code = Más sobre esta pregunta:
card_duty = Si una respuesta habla de daño o peligro, yo mismo informo ese mismo día.
card_test = Hoja de prueba
card_test_measure = Imprima esta página al 100 % y sin márgenes, en papel común. Las reglas miden 4 pulgadas y 100 milímetros, y las esquinas están a 10 milímetros de los bordes del papel.
card_test_hold = Póngala junto con una hoja de tarjetas contra una ventana: los marcos deben coincidir con las tarjetas.
card_test_offset = Si no coinciden, mida la diferencia y escríbala en site.yaml, en milímetros hacia la derecha y hacia abajo: print, offset; solo para los reversos: back_offset.
mood_title = ¿Cómo estás hoy?
mood_sun = Sol
mood_cloud = Nubes
mood_rain = Lluvia
mood_storm = Tormenta
mood_private = Hoy no
mood_alone = Por favor, búscame después. Quisiera hablar a solas.
ticket_title = Antes de salir
ticket_day = Fecha ______________
ticket_open = ¿Qué te llevas de hoy?
greet_title = ¿Cómo quieres saludar?
greet_wave = Con la mano
greet_thumb = Pulgar arriba
greet_nod = Con la cabeza
greet_smile = Con una sonrisa
greet_heart = Mano en el corazón
greet_air = Choque en el aire
greet_words = Con palabras, en cualquier idioma
greet_quiet = Entrar en silencio
greet_foot = Señala una opción. Nadie tiene que tocar y nadie tiene que hablar.
map_title = Quién conoce a quién
map_student = Estudiante
map_adult = Una persona adulta que le conoce
map_peer = Alguien de la clase con quien se siente bien
map_next = Quién empieza
map_foot = Esta hoja no sale de la sala. Nadie la fotografía y al final se tritura.
log_title = Diez días, dos minutos
log_hope = Lo que espero
log_day = Día { $number }
log_insight = Lo que ahora sé
log_foot = Sin nombres en esta hoja. Léala el día diez y después tritúrela.
blank_title = Mi propia pregunta
hours_title = Cuándo respondemos
conduct_title = Lo que hacemos y lo que no hacemos
channels_title = Cómo escribimos y hablamos

# La página de un juego de tarjetas
print_it = Imprimir
sheets_count = { $count ->
    [one] Una hoja
   *[other] { $count } hojas
}
cards_count = { $count ->
    [one] una tarjeta
   *[other] { $count } tarjetas
}
sheets_pdf = Descargar el PDF
sheets_all = Ver e imprimir todas las hojas
sheets_test = Hoja de prueba para su impresora
sheets_fold = Las mismas tarjetas para doblar, si la impresora imprime por un solo lado (PDF)
sheets_of = { $title }: todas las hojas
sheets_print = Imprimir estas hojas
sheets_first = La primera hoja de { $title }
print_scale = En la ventana de impresión, elija 100 % (“tamaño real”) y sin márgenes.
print_long = Imprima por los dos lados y elija “voltear por el borde largo”. Imprima primero una hoja y mírela a contraluz.
print_short = Imprima por los dos lados y elija “voltear por el borde corto”. Imprima primero una hoja y mírela a contraluz.
print_fold = Imprima por un lado, corte por las líneas, doble por los guiones y pegue el borde abierto.
print_cut = Corte por las líneas finas.
cards_print = Imprimir estas tarjetas
cards_stock = Papel
cards_backs = En el reverso
cards_turn = Dos lados
cards_turn_long = Voltear por el borde largo
cards_turn_short = Voltear por el borde corto
cards_turn_fold = Doblar
cards_turn_none = Un solo lado
cards_too_long = Demasiado largas para este papel; quedaron fuera:
cards_failed = No se pudieron cargar las tarjetas. Pulse el botón otra vez.

# Investigación

claim = En una frase
study = El estudio
who = Quiénes
where = Dónde
how_many = Cuántos
method = Cómo
finding = Qué se encontró
mechanism = Por qué puede ser así
limits = Qué no demuestra
for_leaders = Para equipos directivos
for_teachers = Para docentes
published_in = Publicación

# Historias, reflexiones, mensajes

told_by = Lo cuenta
try_this = Para poner en práctica
to = Para
to_family = Familia
to_student = Estudiante
to_group = Grupo
to_colleague = Colega
subject = Asunto
by_channel = Enviar por
fill_in = Antes de enviarlo, complete lo que está entre corchetes.

# Vocabularios

vocabulary_tags = Etiquetas
vocabulary_grades = Grados
vocabulary_themes = Temas
vocabulary_competencies = Competencias
vocabulary_formats = Formas de responder
vocabulary_groups = Agrupación
vocabulary_sensitive = Temas delicados
term_grades_PreK = Prekínder
term_grades_K = Kínder
term_grades_1 = 1.er grado
term_grades_2 = 2.º grado
term_grades_3 = 3.er grado
term_grades_4 = 4.º grado
term_grades_5 = 5.º grado
term_grades_6 = 6.º grado
term_grades_7 = 7.º grado
term_grades_8 = 8.º grado
term_grades_9 = 9.º grado
term_grades_10 = 10.º grado
term_grades_11 = 11.º grado
term_grades_12 = 12.º grado
term_themes_identity = Identidad
term_themes_interests = Intereses
term_themes_family = Familia
term_themes_belonging = Pertenencia
term_themes_strengths = Fortalezas
term_themes_goals = Metas
term_themes_challenge = Desafíos
term_themes_gratitude = Gratitud
term_themes_learning = Aprendizaje
term_themes_feedback = Retroalimentación
term_themes_community = Comunidad
term_themes_transitions = Cambios y transiciones
# Los nombres que usa CASEL en español.
term_competencies_self-awareness = Autoconciencia
term_competencies_self-management = Autogestión
term_competencies_social-awareness = Conciencia social
term_competencies_relationship-skills = Habilidades para relacionarse
term_competencies_responsible-decision-making = Toma responsable de decisiones
term_formats_talk = Hablar
term_formats_write = Escribir
term_formats_draw = Dibujar
term_formats_audio = Grabar audio
term_formats_video = Grabar video
term_formats_aac = Comunicación aumentativa (CAA)
term_formats_choose = Elegir
term_groups_one-to-one = Uno a uno
term_groups_pair = En pareja
term_groups_circle = En círculo
term_groups_class = Toda la clase
term_groups_family = Con la familia
term_sensitive_grief = Duelo
term_sensitive_family = Familia
term_sensitive_money = Dinero
term_sensitive_body = Cuerpo
term_sensitive_migration = Migración
term_sensitive_religion = Religión

# Lo que aparece en los textos

alert_note = Nota
alert_tip = Consejo
alert_important = Importante
alert_warning = Advertencia
alert_caution = Precaución
footnotes = Notas al pie
footnote = Nota al pie { $number }
back_to_reference = Volver a la referencia { $number }
link_to_section = Enlace a esta sección: { $title }
table = Tabla { $number }
table_caption = Tabla:
details = Detalles

# Para otros programas: los eventos del calendario, y lo que se dice a buscadores y catálogos

calendar = Calendario de revisiones y fechas (.ics)
event_review = Toca revisar: { $text }
event_chapter = { $text }
event_start = Empieza: { $text }
event_end = Termina: { $text }
event_task = Fecha límite: { $text }
event_milestone = Meta: { $text }
resource_guide = guía de estrategia
resource_prompt = pregunta para conversar

# Componentes

minus = −
percent = { $number } %
measured = { $number } { $unit }
no_data = sin datos
chart_bar = Gráfico de barras
chart_dot = Gráfico de puntos
chart_line = Gráfico de líneas
chart_slope = Gráfico de pendientes
chart_shows = { $count ->
    [one] { $kind } con { $count } valor. El más bajo es { $low }; el más alto, { $high }.
   *[other] { $kind } con { $count } valores. El más bajo es { $low }; el más alto, { $high }.
}
chart_missing = { $count ->
    [one] Falta un dato.
   *[other] Faltan { $count } datos.
}
chart_value_at = { $value } ({ $label })
chart_numbers = Ver los datos
chart_label = Etiqueta
chart_source = Fuente: { $source }
chart_as_of = Datos al { $day }
chart_not_drawn = Son demasiados datos para un gráfico; la tabla los muestra todos.
size_bytes = { $size } bytes
size_kilobytes = { $size } KB
size_megabytes = { $size } MB
transcript = Transcripción
with_captions = con subtítulos
on_another_site = en otro sitio

# Declaraciones de accesibilidad y privacidad

statement_standard = A qué aspiramos
statement_standard_is = Las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.1, nivel AA. El Título II de la Ley de Estadounidenses con Discapacidades pide lo mismo a las escuelas públicas.
statement_checked = Última revisión
statement_checked_on = { $day }, con el programa que construye este sitio. Un programa solo encuentra una parte de lo que puede fallar.
statement_pages = Páginas
statement_languages = Idiomas
statement_pictures = Imágenes
pictures_described = { $count ->
    [one] Una tiene un texto que dice lo que muestra.
   *[other] { $count } tienen un texto que dice lo que muestran.
}
pictures_decorative = { $count ->
    [one] Una está junto a palabras que dicen lo mismo.
   *[other] { $count } están junto a palabras que dicen lo mismo.
}
pictures_undescribed = { $count ->
    [one] Una no tiene texto.
   *[other] { $count } no tienen texto.
}
statement_videos = Videos
videos_transcribed = { $count ->
    [one] Uno tiene transcripción.
   *[other] { $count } tienen transcripción.
}
videos_captioned = { $count ->
    [one] Uno tiene solo subtítulos.
   *[other] { $count } tienen solo subtítulos.
}
videos_silent = { $count ->
    [one] Uno no tiene transcripción ni subtítulos.
   *[other] { $count } no tienen transcripción ni subtítulos.
}
statement_charts = Gráficos
charts_with_tables = { $count ->
    [one] Uno, con sus números en una tabla.
   *[other] { $count }, cada uno con sus números en una tabla.
}
statement_problems = Problemas conocidos
statement_no_problems = La revisión no encontró ninguno.
statement_excused = Encontrado y dejado así
statement_unchecked = Lo que no se revisa
statement_everywhere = todas las páginas
statement_and_more = { $count ->
    [one] y una más
   *[other] y { $count } más
}
statement_contact = Escríbanos
finding_empty-link = Enlaces sin palabras
finding_empty-heading = Títulos sin palabras
finding_heading-skip = Títulos que se saltan un nivel
finding_low-contrast = Colores difíciles de leer
finding_missing-alt-text = Imágenes sin un texto que diga lo que muestran
finding_second-h1 = Un segundo título principal
finding_table-without-header = Tablas sin encabezado
finding_vague-alt-text = Imágenes cuyo texto no dice lo que muestran
finding_vague-link-text = Enlaces que no dicen adónde llevan
finding_video-without-transcript = Videos sin transcripción ni subtítulos
privacy_requests = Otros sitios
privacy_no_requests = Ninguna página carga nada de otro sitio: ni letras, ni imágenes, ni contadores. Cada página le pide al navegador que lo rechace.
privacy_cookies = Cookies
privacy_no_cookies = Ninguna.
privacy_kept = Lo que guarda su navegador
privacy_nothing_kept = Nada.
privacy_kept_here = Nada, hasta que usted haga una de estas cosas. Se queda en este dispositivo y no se envía a nadie.
kept_scheme = Elegir colores claros u oscuros. Otro clic en ese botón lo borra. Su nombre en el navegador:
kept_ticks = Marcar algo en una lista de tareas. El botón debajo de la lista borra las marcas de esa página con un clic. Su nombre en el navegador:
privacy_links = Enlaces que salen del sitio
privacy_links_lead = { $count ->
    [0] No hay ninguno.
    [one] Llevan a otro sitio, que no se entera de qué página viene usted.
   *[other] Llevan a { $count } sitios, que no se enteran de qué página viene usted.
}
privacy_hosts = Ver todos
privacy_own = Partes propias
privacy_own_parts = El aspecto de este sitio tiene partes que no vienen con el programa. Aquí no se dice qué cargan ni qué guardan: { $list }
