# Geiriau’r llyfrgell ei hun, yn Gymraeg.
#
# $it     ymadrodd pendant sy’n dechrau gydag y, yr, eich, ein, ei neu eu: "eich dyddiad geni"
# $ir     "i" ac $it wedi’u cyfuno: "i’ch dyddiad geni", "i’r cod post"
# $if     cymal sy’n dechrau gyda’i ferf: "ydych yn byw yma" (ar ôl "a" mae’r ferf yn treiglo’n feddal: "a fyddwch")
# $label  y label, fel y mae uwchben y blwch
#
# Defnyddir `label` lle nad oes $it sy’n dechrau gydag un o’r geiriau uchod, a `question` os yw’r label yn gwestiwn.

townhall-language-name = Cymraeg

## Components

townhall-back = Yn ôl
townhall-breadcrumb = Briwsion bara
townhall-contents = Cynnwys
townhall-cookie-banner = Baner cwci
townhall-error = Gwall
townhall-important = Pwysig
townhall-success = Llwyddiant
townhall-warning = Rhybudd
townhall-language = Iaith
townhall-menu = Dewislen
townhall-service-information = Gwybodaeth am y gwasanaeth
townhall-skip-to-main-content = Neidio i’r prif gynnwys
townhall-support-links = Dolenni cymorth

townhall-licence-before = Mae’r holl gynnwys ar gael o dan
townhall-licence-name = y Drwydded Llywodraeth Agored v3.0
townhall-licence-address = https://www.nationalarchives.gov.uk/doc/open-government-licence-cymraeg/version/3/
townhall-licence-after = , oni nodir yn wahanol
townhall-crown-copyright = © Hawlfraint y Goron
townhall-pagination = Tudaleniad
townhall-previous = Tudalen flaenorol
townhall-next = Tudalen nesaf
townhall-pagination-page = { "" }
townhall-page = Tudalen

townhall-show-all-sections = Dangos pob adran
townhall-hide-all-sections = Cuddio pob adran
townhall-show = Dangos
townhall-hide = Cuddio
townhall-show-this-section = Dangos yr adran hon
townhall-hide-this-section = Cuddio’r adran hon

townhall-show-password = Dangos cyfrinair
townhall-hide-password = Cuddio cyfrinair
townhall-password-shown = Mae’r cyfrinair i’w weld
townhall-password-hidden = Mae’r cyfrinair wedi’i guddio

townhall-emergency = Argyfwng
townhall-exit-this-page = Gadael y dudalen hon
townhall-exit-loading = Wrthi’n llwytho.
townhall-exit-expired = Mae’r cais i adael y dudalen wedi dod i ben.
townhall-exit-two-more = Shift: pwyswch ddwywaith eto i adael.
townhall-exit-one-more = Shift: pwyswch unwaith eto i adael.

townhall-choose-file = Dewis ffeil
townhall-drop-file = neu ollwng ffeil
townhall-no-file = Dim ffeil wedi’i dewis
townhall-entered-drop-zone = Yn y parth gollwng
townhall-left-drop-zone = Wedi gadael y parth gollwng
townhall-files-chosen = { $count ->
    [zero] Dim ffeil wedi’i dewis
    [one] Dewiswyd { $count } ffeil
    [two] Dewiswyd { $count } ffeil
    [few] Dewiswyd { $count } ffeil
    [many] Dewiswyd { $count } ffeil
   *[other] Dewiswyd { $count } ffeil
}

townhall-characters-limit = { $count ->
    [zero] Cewch roi hyd at { $count } nod
    [one] Cewch roi hyd at { $count } nod
    [two] Cewch roi hyd at { $count } nod
    [few] Cewch roi hyd at { $count } nod
    [many] Cewch roi hyd at { $count } nod
   *[other] Cewch roi hyd at { $count } nod
}
townhall-characters-under-limit = { $count ->
    [zero] Dim nodau ar ôl
    [one] Mae gennych { $count } nod ar ôl
    [two] Mae gennych { $count } nod ar ôl
    [few] Mae gennych { $count } nod ar ôl
    [many] Mae gennych { $count } nod ar ôl
   *[other] Mae gennych { $count } nod ar ôl
}
townhall-characters-at-limit = Dim nodau ar ôl
townhall-characters-over-limit = { $count ->
    [zero] Dim nodau yn ormod
    [one] Mae gennych { $count } nod yn ormod
    [two] Mae gennych { $count } nod yn ormod
    [few] Mae gennych { $count } nod yn ormod
    [many] Mae gennych { $count } nod yn ormod
   *[other] Mae gennych { $count } nod yn ormod
}
townhall-words-limit = { $count ->
    [zero] Cewch roi hyd at { $count } gair
    [one] Cewch roi hyd at { $count } gair
    [two] Cewch roi hyd at { $count } air
    [few] Cewch roi hyd at { $count } gair
    [many] Cewch roi hyd at { $count } gair
   *[other] Cewch roi hyd at { $count } gair
}
townhall-words-under-limit = { $count ->
    [zero] Dim geiriau ar ôl
    [one] Mae gennych { $count } gair ar ôl
    [two] Mae gennych { $count } air ar ôl
    [few] Mae gennych { $count } gair ar ôl
    [many] Mae gennych { $count } gair ar ôl
   *[other] Mae gennych { $count } gair ar ôl
}
townhall-words-at-limit = Dim geiriau ar ôl
townhall-words-over-limit = { $count ->
    [zero] Dim geiriau yn ormod
    [one] Mae gennych { $count } gair yn ormod
    [two] Mae gennych { $count } air yn ormod
    [few] Mae gennych { $count } gair yn ormod
    [many] Mae gennych { $count } gair yn ormod
   *[other] Mae gennych { $count } gair yn ormod
}

## Questions

townhall-there-is-a-problem = Mae problem
townhall-continue = Parhau
townhall-optional = (dewisol)
townhall-or = neu
townhall-yes = Ie
townhall-no = Na
townhall-select-one = Dewiswch opsiwn
townhall-file-kept = Rydych eisoes wedi uwchlwytho { $name }. Dim ond os ydych am roi ffeil arall yn ei lle y dylech ddewis un.
townhall-files-kept = Rydych eisoes wedi uwchlwytho { $names }. Bydd y ffeiliau a ddewiswch nawr yn cael eu hychwanegu.
townhall-files-upload = Uwchlwytho ffeiliau
townhall-file-remove = Tynnu { $name }

## Dates, numbers, lists

townhall-day = Diwrnod
townhall-month = Mis
townhall-year = Blwyddyn
townhall-date = { $day } { $month } { $year }
townhall-date-with-weekday = { $weekday } { $day } { $month } { $year }
townhall-month-and-year = { $month } { $year }
townhall-month-1 = Ionawr
townhall-month-2 = Chwefror
townhall-month-3 = Mawrth
townhall-month-4 = Ebrill
townhall-month-5 = Mai
townhall-month-6 = Mehefin
townhall-month-7 = Gorffennaf
townhall-month-8 = Awst
townhall-month-9 = Medi
townhall-month-10 = Hydref
townhall-month-11 = Tachwedd
townhall-month-12 = Rhagfyr
# Bach yng nghanol brawddeg: “ddydd Gwener 27 Mawrth”. Mae’r rhaglen yn rhoi prif lythyren lle mae angen un.
townhall-weekday-1 = dydd Llun
townhall-weekday-2 = dydd Mawrth
townhall-weekday-3 = dydd Mercher
townhall-weekday-4 = dydd Iau
townhall-weekday-5 = dydd Gwener
townhall-weekday-6 = dydd Sadwrn
townhall-weekday-7 = dydd Sul

townhall-list-middle = { $list }, { $next }
townhall-list-and = { $list } a { $last }
    .before-vowel = { $list } ac { $last }
townhall-list-or = { $list } neu { $last }

townhall-quoted = ‘{ $text }’

## Errors: nothing was answered

townhall-your-answer = Eich ateb
    .it = eich ateb

townhall-error-empty = Rhowch { $it }
    .label = { $label }: rhowch ateb
    .question = { $label } Rhowch ateb
townhall-error-empty-choice = Dewiswch { $it }
    .label = { $label }: dewiswch un opsiwn
    .question = { $label } Dewiswch un opsiwn
townhall-error-empty-either = Dewiswch a { $if }
    .label = { $label }: dewiswch un opsiwn
    .question = { $label } Dewiswch un opsiwn
townhall-error-empty-yes-no = Dewiswch ‘{ $yes }’ os { $if }
    .label = { $label }: dewiswch ‘{ $yes }’ neu ‘{ $no }’
    .question = { $label } Dewiswch ‘{ $yes }’ neu ‘{ $no }’
townhall-error-empty-choices = Dewiswch { $it }
    .label = { $label }: dewiswch un opsiwn neu ragor
    .question = { $label } Dewiswch un opsiwn neu ragor
townhall-error-empty-file = Dewiswch { $it }
    .label = { $label }: dewiswch ffeil
    .question = { $label } Dewiswch ffeil
townhall-error-none-and-other = Dewiswch yr opsiynau sy’n berthnasol, neu dewiswch ‘{ $none }’ yn unig

## Errors: how many were chosen

townhall-error-too-few-choices = Dewiswch o leiaf { $min } opsiwn ar gyfer { $it }
    .label = { $label }: dewiswch o leiaf { $min } opsiwn
    .question = { $label } Dewiswch o leiaf { $min } opsiwn
townhall-error-too-many-choices = Dewiswch hyd at { $max } opsiwn ar gyfer { $it }
    .label = { $label }: dewiswch hyd at { $max } opsiwn
    .question = { $label } Dewiswch hyd at { $max } opsiwn
townhall-error-choices-between = Dewiswch o { $min } i { $max } opsiwn ar gyfer { $it }
    .label = { $label }: dewiswch o { $min } i { $max } opsiwn
    .question = { $label } Dewiswch o { $min } i { $max } opsiwn
townhall-error-exact-choices = Dewiswch { $length } opsiwn ar gyfer { $it }
    .label = { $label }: dewiswch { $length } opsiwn
    .question = { $label } Dewiswch { $length } opsiwn
townhall-error-too-few-files = Dewiswch o leiaf { $min } ffeil ar gyfer { $it }
    .label = { $label }: dewiswch o leiaf { $min } ffeil
    .question = { $label } Dewiswch o leiaf { $min } ffeil
townhall-error-files-between = Dewiswch o { $min } i { $max } ffeil ar gyfer { $it }
    .label = { $label }: dewiswch o { $min } i { $max } ffeil
    .question = { $label } Dewiswch o { $min } i { $max } ffeil
townhall-error-exact-files = Dewiswch { $length } ffeil ar gyfer { $it }
    .label = { $label }: dewiswch { $length } ffeil
    .question = { $label } Dewiswch { $length } ffeil

## Errors: text

townhall-error-too-long = Rhaid { $ir } fod yn { $max } nod neu lai
    .label = { $label }: defnyddiwch { $max } nod neu lai
townhall-error-too-short = Rhaid { $ir } fod yn { $min } nod neu fwy
    .label = { $label }: defnyddiwch { $min } nod neu fwy
townhall-error-length = Rhaid { $ir } fod yn { $min } nod o leiaf ac yn { $max } nod ar y mwyaf
    .label = { $label }: defnyddiwch o { $min } i { $max } nod
townhall-error-exact-length = Rhaid { $ir } fod yn { $length } nod
    .label = { $label }: defnyddiwch { $length } nod
townhall-error-too-many-words = { $max ->
    [zero] Rhaid { $ir } fod yn { $max } gair neu lai
    [one] Rhaid { $ir } fod yn { $max } gair neu lai
    [two] Rhaid { $ir } fod yn { $max } air neu lai
    [few] Rhaid { $ir } fod yn { $max } gair neu lai
    [many] Rhaid { $ir } fod yn { $max } gair neu lai
   *[other] Rhaid { $ir } fod yn { $max } gair neu lai
}
    .label = { $max ->
        [zero] { $label }: defnyddiwch { $max } gair neu lai
        [one] { $label }: defnyddiwch { $max } gair neu lai
        [two] { $label }: defnyddiwch { $max } air neu lai
        [few] { $label }: defnyddiwch { $max } gair neu lai
        [many] { $label }: defnyddiwch { $max } gair neu lai
       *[other] { $label }: defnyddiwch { $max } gair neu lai
    }
townhall-error-not-allowed = Ni all { $it } gynnwys { $characters }
    .label = { $label }: peidiwch â defnyddio’r rhain: { $characters }
townhall-error-only-allowed = Rhaid { $ir } gynnwys { $allowed } yn unig
    .label = { $label }: defnyddiwch y rhain yn unig: { $allowed }
townhall-error-not-the-same = Rhaid { $ir } fod yr un fath yn y ddau flwch
    .label = { $label }: rhaid i’r ateb fod yr un fath yn y ddau flwch
townhall-error-wrong-format = Rhowch { $it } yn y fformat cywir
    .label = { $label }: defnyddiwch y fformat cywir

townhall-characters-name = llythrennau a i z, cysylltnodau, bylchau a chollnodau
townhall-characters-code = llythrennau a i z a rhifau
townhall-characters-roll-number = llythrennau a i z, rhifau, cysylltnodau, bylchau, blaenslaesau ac atalnodau llawn

## Errors: numbers and money

townhall-error-not-a-number = Rhaid { $ir } fod yn rhif
    .label = { $label }: rhowch rif
    .example = Rhaid { $ir } fod yn rhif, fel { $example }
    .example-label = { $label }: rhowch rif, fel { $example }
townhall-error-not-whole = Rhaid { $ir } fod yn rhif cyfan
    .label = { $label }: rhowch rif cyfan
    .example = Rhaid { $ir } fod yn rhif cyfan, fel { $example }
    .example-label = { $label }: rhowch rif cyfan, fel { $example }
townhall-error-too-low = Rhaid { $ir } fod yn { $min } neu fwy
    .label = { $label }: rhaid i’r rhif fod yn { $min } neu fwy
townhall-error-too-high = Rhaid { $ir } fod yn { $max } neu lai
    .label = { $label }: rhaid i’r rhif fod yn { $max } neu lai
townhall-error-too-much = Rhaid { $ir } fod yn { $max } neu lai
    .label = { $label }: rhaid i’r swm fod yn { $max } neu lai
townhall-error-out-of-range = Rhaid { $ir } fod yn { $min } o leiaf ac yn { $max } ar y mwyaf
    .label = { $label }: rhowch rif o { $min } i { $max }
townhall-error-not-above = Rhaid { $ir } fod dros { $min }
    .label = { $label }: rhaid i’r rhif fod dros { $min }
townhall-error-not-below = Rhaid { $ir } fod o dan { $max }
    .label = { $label }: rhaid i’r rhif fod o dan { $max }
townhall-error-number-too-small = Rhaid { $ir } fod yn rhif mwy
    .label = { $label }: rhowch rif mwy
townhall-error-number-too-large = Rhaid { $ir } fod yn rhif llai
    .label = { $label }: rhowch rif llai
townhall-error-too-little = Rhaid { $ir } fod yn { $min } neu fwy
    .label = { $label }: rhaid i’r swm fod yn { $min } neu fwy
townhall-error-amount-out-of-range = Rhaid { $ir } fod yn { $min } o leiaf ac yn { $max } ar y mwyaf
    .label = { $label }: rhowch swm o { $min } i { $max }
townhall-error-amount-too-large = Rhaid { $ir } fod yn swm llai
    .label = { $label }: rhowch swm llai
townhall-error-number-unclear = Rhaid { $ir } gael atalnod llawn cyn unrhyw ddegolion, a chomas rhwng miloedd yn unig
    .label = { $label }: rhowch atalnod llawn cyn unrhyw ddegolion, a chomas rhwng miloedd yn unig
townhall-error-whole-number-unclear = Rhaid { $ir } fod yn rhif cyfan, gyda chomas rhwng miloedd yn unig
    .label = { $label }: rhowch rif cyfan, gyda chomas rhwng miloedd yn unig
townhall-error-amount-unclear = Rhaid { $ir } gael atalnod llawn cyn unrhyw geiniogau, a chomas rhwng miloedd yn unig
    .label = { $label }: rhowch atalnod llawn cyn unrhyw geiniogau, a chomas rhwng miloedd yn unig
townhall-error-needs-pence = Rhaid { $ir } gynnwys ceiniogau, fel { $amounts }
    .label = { $label }: rhowch swm gyda cheiniogau, fel { $amounts }
townhall-error-no-pence = Ni all { $it } gynnwys ceiniogau: rhowch swm fel { $amounts }
    .label = { $label }: rhowch swm heb geiniogau, fel { $amounts }
townhall-error-not-money = Rhaid { $ir } fod yn swm o arian, fel { $amount }
    .label = { $label }: rhowch swm o arian, fel { $amount }
townhall-error-too-precise = { $max ->
    [zero] Rhaid { $ir } gael { $max } lle degol neu lai
    [one] Rhaid { $ir } gael { $max } lle degol neu lai
    [two] Rhaid { $ir } gael { $max } le degol neu lai
    [few] Rhaid { $ir } gael { $max } lle degol neu lai
    [many] Rhaid { $ir } gael { $max } lle degol neu lai
   *[other] Rhaid { $ir } gael { $max } lle degol neu lai
}
    .label = { $max ->
        [zero] { $label }: defnyddiwch { $max } lle degol neu lai
        [one] { $label }: defnyddiwch { $max } lle degol neu lai
        [two] { $label }: defnyddiwch { $max } le degol neu lai
        [few] { $label }: defnyddiwch { $max } lle degol neu lai
        [many] { $label }: defnyddiwch { $max } lle degol neu lai
       *[other] { $label }: defnyddiwch { $max } lle degol neu lai
    }

## Errors: dates

townhall-error-missing-day = Rhaid { $ir } gynnwys diwrnod
    .label = { $label }: mae angen diwrnod
townhall-error-missing-month = Rhaid { $ir } gynnwys mis
    .label = { $label }: mae angen mis
townhall-error-missing-year = Rhaid { $ir } gynnwys blwyddyn
    .label = { $label }: mae angen blwyddyn
townhall-error-missing-day-and-month = Rhaid { $ir } gynnwys diwrnod a mis
    .label = { $label }: mae angen diwrnod a mis
townhall-error-missing-day-and-year = Rhaid { $ir } gynnwys diwrnod a blwyddyn
    .label = { $label }: mae angen diwrnod a blwyddyn
townhall-error-missing-month-and-year = Rhaid { $ir } gynnwys mis a blwyddyn
    .label = { $label }: mae angen mis a blwyddyn
townhall-error-short-year = Rhaid i’r flwyddyn gynnwys 4 rhif
townhall-error-not-real = Rhaid { $ir } fod yn ddyddiad go iawn
    .label = { $label }: rhowch ddyddiad go iawn
townhall-error-not-past = Rhaid { $ir } fod yn y gorffennol
    .label = { $label }: rhaid i’r dyddiad fod yn y gorffennol
townhall-error-not-today-or-past = Rhaid { $ir } fod heddiw neu yn y gorffennol
    .label = { $label }: rhaid i’r dyddiad fod heddiw neu yn y gorffennol
townhall-error-not-future = Rhaid { $ir } fod yn y dyfodol
    .label = { $label }: rhaid i’r dyddiad fod yn y dyfodol
townhall-error-not-today-or-future = Rhaid { $ir } fod heddiw neu yn y dyfodol
    .label = { $label }: rhaid i’r dyddiad fod heddiw neu yn y dyfodol
townhall-error-not-same-or-after = Rhaid { $ir } fod ar neu ar ôl { $date }
    .label = { $label }: rhaid i’r dyddiad fod ar neu ar ôl { $date }
townhall-error-not-after = Rhaid { $ir } fod ar ôl { $date }
    .label = { $label }: rhaid i’r dyddiad fod ar ôl { $date }
townhall-error-not-same-or-before = Rhaid { $ir } fod ar neu cyn { $date }
    .label = { $label }: rhaid i’r dyddiad fod ar neu cyn { $date }
townhall-error-not-before = Rhaid { $ir } fod cyn { $date }
    .label = { $label }: rhaid i’r dyddiad fod cyn { $date }
townhall-error-not-between = Rhaid { $ir } fod ar neu ar ôl { $from }, ac ar neu cyn { $to }
    .label = { $label }: rhaid i’r dyddiad fod ar neu ar ôl { $from }, ac ar neu cyn { $to }
townhall-error-too-young = Rhaid i chi fod yn { $years } oed neu’n hŷn

## Errors: files

townhall-error-file-type = { $count ->
    [zero] Rhaid i’r ffeil a ddewiswyd fod yn un o’r mathau hyn: { $types }
    [one] Rhaid i’r ffeil a ddewiswyd fod yn { $types }
    [two] Rhaid i’r ffeil a ddewiswyd fod yn un o’r mathau hyn: { $types }
    [few] Rhaid i’r ffeil a ddewiswyd fod yn un o’r mathau hyn: { $types }
    [many] Rhaid i’r ffeil a ddewiswyd fod yn un o’r mathau hyn: { $types }
   *[other] Rhaid i’r ffeil a ddewiswyd fod yn un o’r mathau hyn: { $types }
}
townhall-error-file-too-big = Mae’r ffeil a ddewiswyd yn rhy fawr: { $size } yw’r maint mwyaf
townhall-error-file-empty = Mae’r ffeil a ddewiswyd yn wag
townhall-error-file-virus = Mae’r ffeil a ddewiswyd yn cynnwys feirws
townhall-error-file-password = Mae cyfrinair yn diogelu’r ffeil a ddewiswyd
townhall-error-file-failed = Nid oedd modd uwchlwytho’r ffeil a ddewiswyd – rhowch gynnig arall arni
townhall-error-file-too-many = { $max ->
    [zero] Dim ond hyd at { $max } ffeil y gallwch eu dewis ar y tro
    [one] Dim ond { $max } ffeil y gallwch ei dewis ar y tro
    [two] Dim ond hyd at { $max } ffeil y gallwch eu dewis ar y tro
    [few] Dim ond hyd at { $max } ffeil y gallwch eu dewis ar y tro
    [many] Dim ond hyd at { $max } ffeil y gallwch eu dewis ar y tro
   *[other] Dim ond hyd at { $max } ffeil y gallwch eu dewis ar y tro
}
townhall-error-file-again = Dewiswch y ffeil eto
townhall-error-file-quota = Ni allwch uwchlwytho rhagor o ffeiliau am y tro – rhowch gynnig arall arni ymhen awr
townhall-error-file-template = Rhaid i’r ffeil a ddewiswyd ddefnyddio’r templed
townhall-size-megabytes = { $n }MB
townhall-size-kilobytes = { $n }KB

## Errors: values that have a form of their own

townhall-error-email-format = Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@example.com
    .example-shown = Rhowch gyfeiriad e-bost yn y fformat cywir
townhall-error-phone-format = Rhowch rif ffôn, fel 01632 960 001, 07700 900 982 neu +44 808 157 0192
    .example-shown = Rhowch rif ffôn yn y fformat cywir
townhall-error-postcode-format = Rhowch god post llawn yn y DU
townhall-error-outward-postcode-format = Rhowch ran gyntaf cod post yn y DU, fel SW1A
townhall-error-national-insurance-number-format = Rhowch rif Yswiriant Gwladol sy’n 2 lythyren, 6 rhif, yna A, B, C neu D, fel QQ 12 34 56 C
    .example-shown = Rhowch rif Yswiriant Gwladol yn y fformat cywir
townhall-error-national-insurance-number-prefix = Rhowch y rhif Yswiriant Gwladol yn union fel y mae ar slip cyflog, llythyr neu gerdyn. Nid oes rhif sy’n dechrau gyda’r 2 lythyren hynny
townhall-error-empty-account-name = Rhowch yr enw ar y cyfrif
townhall-error-empty-sort-code = Rhowch god didoli
townhall-error-sort-code-format = Rhowch god didoli dilys, fel 309430
townhall-error-empty-account-number = Rhowch rif y cyfrif
townhall-error-account-number-format = Rhowch rif cyfrif dilys, fel 00733445
townhall-error-account-number-length = Rhaid i rif y cyfrif fod rhwng 6 ac 8 digid
townhall-error-roll-number-length = Rhaid i rif rôl y gymdeithas adeiladu fod yn 1 nod o leiaf ac yn 18 nod ar y mwyaf
townhall-error-roll-number-characters = Rhaid i rif rôl y gymdeithas adeiladu gynnwys llythrennau a i z, rhifau, cysylltnodau, bylchau, blaenslaesau ac atalnodau llawn yn unig
townhall-error-vehicle-registration-format = Rhowch rif cofrestru cerbyd yn y fformat cywir, fel AB51 ABC
    .example-shown = Rhowch rif cofrestru cerbyd yn y fformat cywir
townhall-error-vehicle-registration-postcode = Rhowch rif cofrestru cerbyd, nid cod post
townhall-error-nhs-number-length = Rhaid i rif y GIG gynnwys 10 rhif
townhall-error-nhs-number-wrong = Rhowch rif y GIG yn union fel y mae ar lythyr gan y GIG
townhall-error-company-number-format = Rhowch rif cwmni sy’n 8 nod, fel 01234567 neu SC123456
    .example-shown = Rhowch rif cwmni yn y fformat cywir
townhall-error-vat-number-format = Rhowch rif cofrestru TAW sy’n 9 neu 12 rhif, fel GB 123 4567 82
    .example-shown = Rhowch rif cofrestru TAW yn y fformat cywir
townhall-error-vat-number-wrong = Rhowch y rhif cofrestru TAW yn union fel y mae ar y dystysgrif TAW
townhall-error-code-too-short = Nid ydych wedi rhoi digon o rifau: rhaid i’r cod fod yn { $digits } rhif
townhall-error-code-too-long = Rydych wedi rhoi gormod o rifau: rhaid i’r cod fod yn { $digits } rhif
townhall-error-code-format = Rhaid i’r cod fod yn { $digits } rhif
townhall-error-code-wrong = Rhowch god diogelwch cywir
townhall-error-code-expired = Mae’r cod diogelwch wedi dod i ben. Rydym wedi anfon cod newydd.
townhall-error-code-wait = { $minutes ->
    [zero] Rydych wedi rhoi gormod o godau diogelwch anghywir. Arhoswch { $minutes } munud, yna rhowch gynnig arall arni
    [one] Rydych wedi rhoi gormod o godau diogelwch anghywir. Arhoswch { $minutes } munud, yna rhowch gynnig arall arni
    [two] Rydych wedi rhoi gormod o godau diogelwch anghywir. Arhoswch { $minutes } funud, yna rhowch gynnig arall arni
    [few] Rydych wedi rhoi gormod o godau diogelwch anghywir. Arhoswch { $minutes } munud, yna rhowch gynnig arall arni
    [many] Rydych wedi rhoi gormod o godau diogelwch anghywir. Arhoswch { $minutes } munud, yna rhowch gynnig arall arni
   *[other] Rydych wedi rhoi gormod o godau diogelwch anghywir. Arhoswch { $minutes } munud, yna rhowch gynnig arall arni
}
townhall-error-sign-in-failed = Nid yw’r cyfeiriad e-bost neu’r cyfrinair yn gywir. Gwiriwch y ddau, yna rhowch gynnig arall arni
townhall-error-sign-in-locked = { $minutes ->
    [zero] Rydych wedi ceisio mewngofnodi ormod o weithiau. Arhoswch { $minutes } munud, yna rhowch gynnig arall arni
    [one] Rydych wedi ceisio mewngofnodi ormod o weithiau. Arhoswch { $minutes } munud, yna rhowch gynnig arall arni
    [two] Rydych wedi ceisio mewngofnodi ormod o weithiau. Arhoswch { $minutes } funud, yna rhowch gynnig arall arni
    [few] Rydych wedi ceisio mewngofnodi ormod o weithiau. Arhoswch { $minutes } munud, yna rhowch gynnig arall arni
    [many] Rydych wedi ceisio mewngofnodi ormod o weithiau. Arhoswch { $minutes } munud, yna rhowch gynnig arall arni
   *[other] Rydych wedi ceisio mewngofnodi ormod o weithiau. Arhoswch { $minutes } munud, yna rhowch gynnig arall arni
}
townhall-error-empty-password = Rhowch gyfrinair
townhall-error-password-common = Rhowch gyfrinair sy’n anoddach ei ddyfalu

## What can go wrong with the request itself

townhall-error-other = Gwiriwch { $it }
    .label = { $label }: gwiriwch eich ateb
    .question = { $label } Gwiriwch eich ateb

## Cyfeiriad

townhall-uk-address-line_1 = Llinell cyfeiriad 1
    .it = y llinell gyntaf, sef yr adeilad a’r stryd fel arfer
    .error-too-long = Llinell cyfeiriad 1: defnyddiwch { $max } nod neu lai
townhall-uk-address-line_2 = Llinell cyfeiriad 2
townhall-uk-address-town = Tref neu ddinas
    .it = y dref neu’r ddinas
townhall-uk-address-county = Sir
    .it = y sir
townhall-uk-address-postcode = Cod post
    .it = y cod post
