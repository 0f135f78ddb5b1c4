# Geiriau’r llyfrgell ar gyfer tudalennau cyfan, yn Gymraeg.

townhall-start-now = Dechrau nawr
townhall-change = Newid
townhall-remove = Dileu
townhall-not-provided = Heb ei ddarparu
townhall-check-answers = Gwiriwch eich atebion cyn i chi eu hanfon
townhall-your-answers = Eich atebion
townhall-send-your-answers = Anfon eich atebion
townhall-accept-and-send = Derbyn ac anfon
townhall-confirm-and-send = Cadarnhau ac anfon
townhall-answers-missing = Mae rhai atebion ar goll. Dilynwch y dolenni uchod i’w rhoi, yna dewch yn ôl i’r dudalen hon.
townhall-answers-stopped = Ni allwch anfon eich atebion. Dewiswch ‘Parhau’ i gael gwybod pam.
townhall-answer-question = Atebwch ‘{ $question }’
townhall-your-reference = Eich cyfeirnod
townhall-what-happens-next = Beth fydd yn digwydd nesaf
townhall-keep-a-record = Gallwch argraffu’r dudalen hon, neu ei chadw, i gael cofnod.
townhall-feedback-link = Beth oedd eich barn am y gwasanaeth hwn?
townhall-feedback-time = (mae’n cymryd 30 eiliad)
townhall-view-confirmation = Gweld eich cadarnhad
townhall-start-again = Dechrau eto
    .body = Byddwch yn mynd i ddechrau’r gwasanaeth. Ni fyddwn yn dileu atebion nad ydych wedi’u hanfon.

townhall-not-found = Heb ddod o hyd i’r dudalen
    .body =
        Os gwnaethoch deipio’r cyfeiriad gwe, gwiriwch ei fod yn gywir.

        Os gwnaethoch ludo’r cyfeiriad gwe, gwiriwch eich bod wedi copïo’r cyfeiriad cyfan.
    .contact = Os yw’r cyfeiriad gwe yn gywir neu os gwnaethoch ddewis dolen neu fotwm:
    .start = Os yw’r cyfeiriad gwe yn gywir neu os gwnaethoch ddewis dolen neu fotwm, ewch yn ôl i ddechrau’r gwasanaeth.
townhall-problem = Mae’n ddrwg gennym, mae problem gyda’r gwasanaeth
    .body = Rhowch gynnig arall arni yn nes ymlaen.
    .not-saved = Nid oeddem yn gallu cadw’r hyn y gwnaethoch ei deipio. Mae’n dal ar y dudalen hon. Arhoswch ychydig, yna dewiswch y botwm eto.
townhall-answers-kept = { $days ->
    [zero] Rydym wedi cadw eich atebion. Byddant ar gael am { $days } diwrnod.
    [one] Rydym wedi cadw eich atebion. Byddant ar gael am { $days } diwrnod.
    [two] Rydym wedi cadw eich atebion. Byddant ar gael am { $days } ddiwrnod.
    [few] Rydym wedi cadw eich atebion. Byddant ar gael am { $days } diwrnod.
    [many] Rydym wedi cadw eich atebion. Byddant ar gael am { $days } diwrnod.
   *[other] Rydym wedi cadw eich atebion. Byddant ar gael am { $days } diwrnod.
}
townhall-session-ended = Mae eich sesiwn wedi dod i ben
    .body =
        Rydym yn dileu atebion nad oes neb wedi dod yn ôl atynt ers tro, er mwyn eu cadw’n breifat.

        I ddefnyddio’r gwasanaeth, mae angen i chi ddechrau eto.
townhall-refused = Ni allem dderbyn yr hyn y gwnaethoch ei anfon
    .body =
        Ni ddaeth o dudalen o’r gwasanaeth hwn.

        Ewch i ddechrau’r gwasanaeth, a’i ddefnyddio oddi yno. Mae’r atebion a roesoch o’r blaen yn ddiogel.
townhall-cookies-needed = Galluogwch gwcis i ddefnyddio’r gwasanaeth hwn
    .body =
        Mae’r gwasanaeth yn defnyddio cwci i gofio eich atebion o un dudalen i’r llall. Hebddo byddem yn eu colli.

        Galluogwch gwcis yng ngosodiadau eich porwr, yna dechreuwch eto.
    .again = Mae’r gwasanaeth yn defnyddio cwci i gofio eich atebion. Galluogwch gwcis yng ngosodiadau eich porwr, yna dewiswch y botwm eto. Mae’r hyn y gwnaethoch ei deipio ar y dudalen hon o hyd.
townhall-unreadable = Ni allem ddarllen yr hyn y gwnaethoch ei anfon
    .body =
        Ni wnaeth rhan ohono ein cyrraedd.

        Ewch yn ôl, gwiriwch yr hyn y gwnaethoch ei deipio, ac anfonwch ef eto.
townhall-too-large = Mae’r hyn y gwnaethoch ei anfon yn rhy fawr
    .body = Ewch yn ôl, byrhewch atebion hir neu dewiswch ffeiliau llai, ac anfonwch ef eto.
townhall-already-sent = Rydych eisoes wedi anfon eich atebion
    .body = Maen nhw gennym. Nid oes angen i chi eu hanfon eto.
townhall-answers-not-current = Mae eich atebion wedi newid ers i chi agor y dudalen hon
    .body = Cawsant eu newid mewn ffenestr arall neu ar ddyfais arall. Nid ydym wedi’u hanfon. Gwiriwch nhw eto cyn i chi eu hanfon.
townhall-record-full = Nid oeddem yn gallu cadw’r ateb hwn
    .not-saved = Gyda’i gilydd, mae eich atebion yn hirach na’r hyn y gallwn ei gadw. Mae’r hyn a gadwyd o’r blaen yn ddiogel, ac mae’r hyn y gwnaethoch ei deipio’n dal ar y dudalen hon. Byrhewch yr ateb hwn, yna dewiswch y botwm eto.
townhall-not-on-list = Nid yw hwn ar eich rhestr
    .body = Efallai ei fod wedi’i ddileu, yn y ffenestr hon neu mewn un arall. Mae popeth arall ar eich rhestr fel yr oedd.
townhall-list-full = Ni allwch ychwanegu rhagor
    .body = Mae eich rhestr yn llawn. I ychwanegu rhywbeth arall, dilëwch rywbeth yn gyntaf.
    .not-saved = Mae eich rhestr yn llawn. Mae’r hyn y gwnaethoch ei deipio’n dal ar y dudalen hon. I’w ychwanegu, dilëwch rywbeth o’r rhestr mewn ffenestr arall, yna dewiswch y botwm eto.
townhall-go-to-list = Mynd i’ch rhestr
townhall-answers-changed = Mae’r gwasanaeth wedi newid ers i chi fod yma ddiwethaf
    .body = Mae angen rhai o’ch atebion arnom eto. Maen nhw wedi’u nodi fel rhai sydd ar goll pan fyddwch yn gwirio eich atebion.

townhall-unavailable = Mae’n ddrwg gennym, nid yw’r gwasanaeth ar gael
    .later = Byddwch yn gallu defnyddio’r gwasanaeth yn nes ymlaen.
    .until = Byddwch yn gallu defnyddio’r gwasanaeth eto o’r adeg hon ymlaen: { $time }.
    .opens = Nid yw’r gwasanaeth wedi agor. Bydd yn agor ar yr adeg hon: { $time }.
    .since = Mae’r gwasanaeth wedi bod ar gau ers { $time }.
    .for-good = Mae’r gwasanaeth wedi cau, ac ni fydd yn ailagor.

townhall-task-completed = Wedi cwblhau
townhall-task-incomplete = Anghyflawn
townhall-task-not-started = Heb ddechrau eto
townhall-task-in-progress = Ar y gweill
townhall-task-cannot-start-yet = Ni allwch ddechrau eto

townhall-another-missing = Dewiswch ‘{ $yes }’ os ydych am ychwanegu un arall
townhall-remove-missing = Dewiswch ‘{ $yes }’ os ydych am ddileu’r eitem hon

townhall-save = Cadw a dod yn ôl yn nes ymlaen
townhall-saved = Mae eich atebion wedi’u cadw
    .body =
        I ddod yn ôl atynt, mae angen eich cyfeirnod a’ch cod cyfrinachol arnoch. Ysgrifennwch y ddau, neu cadwch y dudalen hon. Ni fyddwn yn gallu dangos y cod cyfrinachol i chi am yr eildro.

        Peidiwch â’u rhannu. Gall unrhyw un sydd â’r ddau weld eich atebion.
    .again = I ddod yn ôl atynt, mae angen eich cyfeirnod arnoch, a’r cod cyfrinachol y gwnaethom ei ddangos i chi pan wnaethoch gadw gyntaf. Ni allwn ei ddangos eto. Os nad yw gennych, gallwch gael un newydd: ni fydd yr un blaenorol yn gweithio mwyach.
    .new-secret = Cael cod cyfrinachol newydd
    .reference = Eich cyfeirnod
    .secret = Eich cod cyfrinachol
    .until = Byddwn yn dileu eich atebion ar { $date } oni bai eich bod yn cadw ateb arall cyn hynny.
    .link = Dod yn ôl at eich atebion
    .go-on = Mynd ymlaen nawr
townhall-return = Dod yn ôl at eich atebion
townhall-return-reference = Cyfeirnod
    .hint = Mae ganddo 10 o lythrennau a rhifau, er enghraifft AB-2345-6789
    .it = eich cyfeirnod
townhall-return-secret = Cod cyfrinachol
    .hint = Mae ganddo 16 o lythrennau a rhifau
    .it = eich cod cyfrinachol
    .error-not-found = Nid oes gennym atebion ar gyfer y cyfeirnod a’r cod cyfrinachol hyn. Gwiriwch y ddau. Rydym yn dileu atebion nad oes neb yn dod yn ôl atynt
townhall-expiring = Byddwn yn dileu eich atebion ar { $date }
    .body = Os oes angen mwy o amser arnoch, gallwn eu cadw am fwy o amser.
    .button = Cadw fy atebion

townhall-another-application = Dechrau cais newydd
townhall-send-again = Gwiriwch y dudalen hon, yna anfonwch hi eto
    .body = Roedd y dudalen ar agor am amser hir, neu roedd y gwasanaeth ar agor mewn tab arall hefyd. Felly nid ydym wedi cadw dim ohoni eto. Mae’r hyn y gwnaethoch ei deipio yma o hyd.
townhall-signed-in-again = Rydych wedi mewngofnodi eto
    .body = Nid ydym wedi cadw’r hyn y gwnaethoch ei deipio cyn hynny. Mae ar y dudalen hon o hyd. Gwiriwch ef, yna dewiswch y botwm eto.

townhall-idle =
    { $minutes ->
        [zero] Os na fyddwch yn gwneud dim am { $minutes } munud, byddwn yn cau eich atebion i’w cadw’n breifat.
        [one] Os na fyddwch yn gwneud dim am { $minutes } munud, byddwn yn cau eich atebion i’w cadw’n breifat.
        [two] Os na fyddwch yn gwneud dim am { $minutes } funud, byddwn yn cau eich atebion i’w cadw’n breifat.
        [few] Os na fyddwch yn gwneud dim am { $minutes } munud, byddwn yn cau eich atebion i’w cadw’n breifat.
        [many] Os na fyddwch yn gwneud dim am { $minutes } munud, byddwn yn cau eich atebion i’w cadw’n breifat.
       *[other] Os na fyddwch yn gwneud dim am { $minutes } munud, byddwn yn cau eich atebion i’w cadw’n breifat.
    }
    .saved = Gallwch eu hagor eto gyda’ch cyfeirnod a’ch cod cyfrinachol.
    .not-saved = I allu eu hagor eto, dewiswch ‘Cadw a dod yn ôl yn nes ymlaen’ cyn hynny.
    .lost = Byddai’n rhaid i chi ddechrau eto.
    .more = Mae angen mwy o amser arnaf
    .title = Ydych chi yno o hyd?
    .stay = Ydw, rwyf yma o hyd
townhall-idle-soon =
    { $minutes ->
        [zero] Byddwn yn cau eich atebion ymhen { $minutes } munud, i’w cadw’n breifat.
        [one] Byddwn yn cau eich atebion ymhen { $minutes } munud, i’w cadw’n breifat.
        [two] Byddwn yn cau eich atebion ymhen { $minutes } funud, i’w cadw’n breifat.
        [few] Byddwn yn cau eich atebion ymhen { $minutes } munud, i’w cadw’n breifat.
        [many] Byddwn yn cau eich atebion ymhen { $minutes } munud, i’w cadw’n breifat.
       *[other] Byddwn yn cau eich atebion ymhen { $minutes } munud, i’w cadw’n breifat.
    }
townhall-timed-out = Rydym wedi cau eich atebion i’w cadw’n breifat
    .old = Roeddent ar agor am amser hir iawn.
    .return = Os gwnaethoch gadw eich atebion, gallwch eu hagor eto gyda’ch cyfeirnod a’ch cod cyfrinachol. Mae’r hyn y gwnaethoch ei deipio ddiwethaf yno hefyd.
    .lost = Mae angen i chi ddechrau eto.
townhall-timed-out-idle =
    { $minutes ->
        [zero] Nid ydych wedi gwneud dim am { $minutes } munud.
        [one] Nid ydych wedi gwneud dim am { $minutes } munud.
        [two] Nid ydych wedi gwneud dim am { $minutes } funud.
        [few] Nid ydych wedi gwneud dim am { $minutes } munud.
        [many] Nid ydych wedi gwneud dim am { $minutes } munud.
       *[other] Nid ydych wedi gwneud dim am { $minutes } munud.
    }

townhall-leave = Gadael y gwasanaeth hwn
    .why = Os yw pobl eraill yn defnyddio’r ddyfais hon, gadewch y gwasanaeth. Wedyn ni all neb weld eich atebion arni heb eich cyfeirnod a’ch cod cyfrinachol.
townhall-left = Rydych wedi gadael y gwasanaeth
    .body =
        Mae eich atebion wedi’u cadw. I ddod yn ôl atynt, mae angen eich cyfeirnod a’ch cod cyfrinachol arnoch.

        Os yw pobl eraill yn defnyddio’r ddyfais hon, caewch y porwr hefyd.
townhall-replace = Mae atebion eraill yn y porwr hwn
    .body = Nid ydych wedi’u hanfon, nac wedi’u cadw i ddod yn ôl atynt. Os byddwch yn agor yr atebion a gadwyd gennych, byddwn yn dileu’r rhai sydd yma nawr.
    .saved = Nid ydych wedi’u hanfon. Os byddwch yn agor yr atebion a gadwyd gennych, gallwch ddod yn ôl at y rhai sydd yma nawr gyda’u cyfeirnod a’u cod cyfrinachol eu hunain.
    .open = Agor yr atebion a gadwyd gennyf
    .stay = Mynd ymlaen â’r atebion yn y porwr hwn
townhall-choose-answers = Pa atebion ydych chi am eu defnyddio?
    .body = Mae gennych atebion yn eich cyfrif, a rhoesoch rai eraill yn y porwr hwn cyn i chi fewngofnodi. Byddwn yn dileu’r rhai na fyddwch yn eu dewis.
    .person = Defnyddio’r atebion yn fy nghyfrif
    .browser = Defnyddio’r atebion yn y porwr hwn

townhall-cookies = Cwcis
    .body = Ffeiliau bach y mae gwefan yn eu cadw ar eich ffôn, eich llechen neu eich cyfrifiadur yw cwcis. Mae’r dudalen hon yn dweud pa rai y mae’r gwasanaeth hwn yn eu defnyddio.
townhall-cookies-on = Cwcis: { $service }
townhall-cookies-essential = Rydym yn defnyddio rhai cwcis hanfodol i wneud i’r gwasanaeth hwn weithio.
townhall-cookies-additional = Hoffem osod cwcis ychwanegol er mwyn cofio eich gosodiadau, deall sut mae pobl yn defnyddio’r gwasanaeth a’i wella.
townhall-cookies-accept = Derbyn cwcis ychwanegol
townhall-cookies-reject = Gwrthod cwcis ychwanegol
townhall-cookies-view = Gweld cwcis
townhall-cookies-hide = Cuddio’r neges am gwcis
townhall-cookies-accepted = Rydych wedi derbyn cwcis ychwanegol. Gallwch
    .link = newid eich gosodiadau cwcis
    .after = { " " }unrhyw bryd.
townhall-cookies-rejected = Rydych wedi gwrthod cwcis ychwanegol. Gallwch
    .link = newid eich gosodiadau cwcis
    .after = { " " }unrhyw bryd.
townhall-cookies-saved = Rydych wedi gosod eich dewisiadau cwcis.
    .link = Mynd yn ôl i’r dudalen roeddech yn edrych arni
townhall-cookies-question = Ydych chi am dderbyn cwcis ychwanegol?
townhall-cookies-save = Cadw gosodiadau cwcis
townhall-cookies-essential-heading = Cwcis hanfodol
    .body = Nid yw’r gwasanaeth yn gweithio hebddynt.
townhall-cookies-additional-heading = Cwcis ychwanegol
    .body = Gyda’ch caniatâd, rydym yn defnyddio’r cwcis hyn i ddeall sut mae pobl yn defnyddio’r gwasanaeth ac i’w wella.
townhall-cookie-name = Enw
townhall-cookie-purpose = Pwrpas
townhall-cookie-expires = Yn dod i ben
townhall-cookie-session = Cofio pa atebion yw eich rhai chi
    .expires = Pan fyddwch yn cau eich porwr
townhall-cookie-language = Cofio eich iaith
    .expires = Ar ôl 1 flwyddyn
townhall-cookie-choice = Cofio eich gosodiadau cwcis
    .expires = Ar ôl 1 flwyddyn

townhall-feedback = Rhoi adborth ar y gwasanaeth hwn
townhall-feedback-satisfaction = Yn gyffredinol, sut oeddech chi’n teimlo am y gwasanaeth a gawsoch heddiw?
    .option-very-satisfied = Bodlon iawn
    .option-satisfied = Bodlon
    .option-neither = Ddim yn fodlon nac yn anfodlon
    .option-dissatisfied = Anfodlon
    .option-very-dissatisfied = Anfodlon iawn
townhall-feedback-improve = Sut gallem wella’r gwasanaeth hwn?
    .hint = Peidiwch â chynnwys unrhyw wybodaeth bersonol nac ariannol, er enghraifft eich rhif Yswiriant Gwladol neu rif eich cerdyn credyd
    .it = eich ateb
townhall-feedback-send = Anfon adborth
townhall-feedback-thanks = Diolch am eich adborth
    .body = Rydym yn darllen pob adborth, ac yn ei ddefnyddio i wella’r gwasanaeth.

townhall-security-code = Edrychwch ar eich ffôn
    .body = Rydym wedi anfon neges destun atoch gyda chod diogelwch. Gall gymryd ychydig funudau i gyrraedd.
    .message = { $code } yw eich cod diogelwch ar gyfer { $service }
townhall-security-code-code = Cod diogelwch
    .hint = Mae ganddo 5 rhif
    .it = y cod diogelwch

townhall-bank-details = Manylion cyfrif banc neu gymdeithas adeiladu
townhall-bank-details-account_name = Yr enw ar y cyfrif
    .it = yr enw ar y cyfrif
townhall-bank-details-sort_code = Cod didoli
    .hint = Rhaid iddo fod yn 6 digid
    .it = y cod didoli
townhall-bank-details-account_number = Rhif y cyfrif
    .hint = Rhaid iddo fod rhwng 6 ac 8 digid
    .it = eich rhif cyfrif
townhall-bank-details-roll_number = Rhif rôl y gymdeithas adeiladu (os oes gennych un)
    .hint = Mae ar eich cerdyn, eich cyfriflen neu eich llyfr cynilo
    .it = eich rhif rôl

townhall-names = Beth yw eich enw?
townhall-names-first_name = Enw cyntaf
    .it = eich enw cyntaf
townhall-names-middle_names = Enwau canol
    .it = eich enwau canol
townhall-names-last_name = Enw olaf
    .it = eich enw olaf

townhall-contact-phone = Ffôn
    .number = Ffôn:
    .welsh = Ffôn, yn Gymraeg:
    .charges = Gwybodaeth am gost galwadau
townhall-contact-email = E-bost
townhall-contact-form = Ffurflen ar-lein
townhall-contact-post = Post

townhall-accessibility = Datganiad hygyrchedd
    .heading = Datganiad hygyrchedd ar gyfer { $service }
    .scope = Mae’r datganiad hygyrchedd hwn yn berthnasol i’r canlynol: { $scope }.
    .about = { $organisation } sy’n rhedeg y wefan hon. Rydym am i gynifer o bobl â phosibl allu defnyddio’r wefan hon.
    .wants =
        Er enghraifft, mae hynny’n golygu y dylech allu:
        - newid lliwiau, lefelau cyferbyniad a ffontiau drwy osodiadau eich porwr neu’ch dyfais
        - chwyddo hyd at 400% heb i’r testun fynd oddi ar y sgrin
        - defnyddio’r wefan gyda bysellfwrdd, gyda meddalwedd adnabod llais a gyda darllenydd sgrin

        Mae gan [AbilityNet](https://mcmw.abilitynet.org.uk) gyngor ar wneud eich dyfais yn haws ei defnyddio os oes gennych anabledd.
townhall-accessibility-contact = Rhoi gwybod am broblemau hygyrchedd gyda’r wefan hon
townhall-accessibility-enforcement = Gweithdrefn orfodi
    .body = Y Comisiwn Cydraddoldeb a Hawliau Dynol (EHRC) sy’n gyfrifol am orfodi Rheoliadau Hygyrchedd Cyrff y Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) (Rhif 2) 2018 (y ‘rheoliadau hygyrchedd’). Os nad ydych yn fodlon ar y ffordd rydym yn ymateb i’ch cwyn, [cysylltwch â’r Gwasanaeth Cynghori a Chymorth Cydraddoldeb (EASS)](https://www.equalityadvisoryservice.com).
townhall-accessibility-technical = Gwybodaeth dechnegol am hygyrchedd y wefan hon
    .body = Mae { $organisation } wedi ymrwymo i sicrhau bod y wefan hon yn hygyrch, yn unol â Rheoliadau Hygyrchedd Cyrff y Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) (Rhif 2) 2018.
townhall-accessibility-status = Statws cydymffurfio
    .full = Mae’r wefan hon yn cydymffurfio’n llawn â safon AA y [Canllawiau Hygyrchedd Cynnwys Gwe fersiwn 2.2](https://www.w3.org/TR/WCAG22/).
    .partial-non-compliances = Mae’r wefan hon yn cydymffurfio’n rhannol â safon AA y [Canllawiau Hygyrchedd Cynnwys Gwe fersiwn 2.2](https://www.w3.org/TR/WCAG22/), oherwydd yr achosion o ddiffyg cydymffurfio sydd wedi’u rhestru isod.
    .partial-exemptions = Mae’r wefan hon yn cydymffurfio’n rhannol â safon AA y [Canllawiau Hygyrchedd Cynnwys Gwe fersiwn 2.2](https://www.w3.org/TR/WCAG22/), oherwydd yr esemptiadau sydd wedi’u rhestru isod.
    .partial-both = Mae’r wefan hon yn cydymffurfio’n rhannol â safon AA y [Canllawiau Hygyrchedd Cynnwys Gwe fersiwn 2.2](https://www.w3.org/TR/WCAG22/), oherwydd yr achosion o ddiffyg cydymffurfio a’r esemptiadau sydd wedi’u rhestru isod.
    .none-non-compliances = Nid yw’r wefan hon yn cydymffurfio â safon AA y [Canllawiau Hygyrchedd Cynnwys Gwe fersiwn 2.2](https://www.w3.org/TR/WCAG22/). Mae’r achosion o ddiffyg cydymffurfio wedi’u rhestru isod.
    .none-exemptions = Nid yw’r wefan hon yn cydymffurfio â safon AA y [Canllawiau Hygyrchedd Cynnwys Gwe fersiwn 2.2](https://www.w3.org/TR/WCAG22/). Mae’r esemptiadau wedi’u rhestru isod.
    .none-both = Nid yw’r wefan hon yn cydymffurfio â safon AA y [Canllawiau Hygyrchedd Cynnwys Gwe fersiwn 2.2](https://www.w3.org/TR/WCAG22/). Mae’r achosion o ddiffyg cydymffurfio a’r esemptiadau wedi’u rhestru isod.
townhall-accessibility-problems = Cynnwys nad yw’n hygyrch
    .body = Nid yw’r cynnwys sydd wedi’i restru isod yn hygyrch am y rhesymau canlynol.
townhall-accessibility-prepared = Paratoi’r datganiad hygyrchedd hwn
    .on = Cafodd y datganiad hwn ei baratoi ar { $prepared }.
    .reviewed = Cafodd y datganiad hwn ei baratoi ar { $prepared }. Cafodd ei adolygu ddiwethaf ar { $reviewed }.
    .tested = Cafodd y wefan hon ei phrofi ddiwethaf ar { $date } yn erbyn safon AA WCAG 2.2.

townhall-safety = Cadw’n ddiogel ar-lein
    .body =
        Efallai y gall rhywun weld yr hyn rydych yn ei wneud ar-lein, yn enwedig os ydych yn defnyddio cyfrifiadur neu ffôn y gall y person hwnnw ei ddefnyddio hefyd. Gallwch ei gwneud yn anoddach.

        # Gadael tudalen yn gyflym

        I adael tudalen yn gyflym, dewiswch ‘Gadael y dudalen hon’, neu pwyswch y fysell Shift 3 gwaith. Bydd gwefan arall yn agor ar unwaith.

        Nid yw hyn yn dileu eich hanes pori: gall rhywun weld o hyd eich bod wedi bod yma. I ddod yn ôl, chwiliwch am y gwasanaeth hwn, neu dewch o hyd iddo yn eich hanes.
    .history =
        # Defnyddio dyfais fwy diogel

        Os ydych yn meddwl bod rhywun yn monitro’r hyn rydych yn ei wneud, defnyddiwch ddyfais nad oes gan y person hwnnw fynediad ati, ac na fu ganddo fynediad ati erioed, wyneb yn wyneb nac o bell. Gall cyfrifiadur mewn llyfrgell fod yn fwy diogel nag un gartref.

        # Pori’n breifat

        Defnyddiwch fodd preifat neu ‘incognito’ eich porwr. Nid yw’n cadw cofnod o’r tudalennau rydych wedi edrych arnynt.

        # Bod yn ofalus wrth ddileu eich hanes pori

        Gall dileu eich hanes a’ch cwcis guddio’r ffaith eich bod wedi bod yma. Ond:
        - gallai clirio eich hanes wneud i rywun fod yn fwy amheus, felly dilëwch yr hyn rydych am ei gadw’n breifat yn unig
        - gall dileu cwcis hefyd ddileu’r cyfrineiriau sydd wedi’u cadw ar gyfer eich cyfrifon ar-lein

townhall-create-account = Creu cyfrif
townhall-create-account-email = Cyfeiriad e-bost
    .hint = Byddwch yn ei ddefnyddio i fewngofnodi
    .it = eich cyfeiriad e-bost
townhall-create-account-password = Creu cyfrinair
    .hint = O leiaf 8 nod, a all gynnwys bylchau
    .it = eich cyfrinair
townhall-create-password = Creu cyfrinair
townhall-create-password-password = Cyfrinair newydd
    .hint = O leiaf 8 nod, a all gynnwys bylchau
    .it = eich cyfrinair

townhall-resend-code = Gofyn am god diogelwch newydd
    .body = Mae negeseuon testun weithiau’n cymryd ychydig funudau i gyrraedd. Os nad ydych yn cael y neges destun, gallwch ofyn am un newydd. Mae’r cod y gwnaethom ei anfon o’r blaen yn dal i weithio.
    .button = Gofyn am god newydd
    .wait = { $minutes ->
        [zero] Rydych wedi gofyn am ormod o godau diogelwch. Gallwch ofyn am un newydd ymhen { $minutes } munud.
        [one] Rydych wedi gofyn am ormod o godau diogelwch. Gallwch ofyn am un newydd ymhen { $minutes } munud.
        [two] Rydych wedi gofyn am ormod o godau diogelwch. Gallwch ofyn am un newydd ymhen { $minutes } funud.
        [few] Rydych wedi gofyn am ormod o godau diogelwch. Gallwch ofyn am un newydd ymhen { $minutes } munud.
        [many] Rydych wedi gofyn am ormod o godau diogelwch. Gallwch ofyn am un newydd ymhen { $minutes } munud.
       *[other] Rydych wedi gofyn am ormod o godau diogelwch. Gallwch ofyn am un newydd ymhen { $minutes } munud.
    }
    .no-access = Nid oes gennyf fynediad at y ffôn
townhall-confirm-email = Cadarnhewch eich cyfeiriad e-bost
    .sent = Rydym wedi anfon e-bost at:
    .body =
        Dewiswch y ddolen yn yr e-bost i gadarnhau mai eich cyfeiriad chi ydyw. Mae’r ddolen yn gweithio am 24 awr.

        Os nad yw’r e-bost wedi cyrraedd ar ôl ychydig funudau, edrychwch yn eich ffolder post sothach.
    .again = Anfon yr e-bost eto
    .change = Defnyddio cyfeiriad e-bost arall
townhall-email-confirmed = Mae eich cyfeiriad e-bost wedi’i gadarnhau
    .body = Gallwch gau’r dudalen hon, neu fynd ymlaen o’r lle yr oeddech.
townhall-email-already-confirmed = Mae eich cyfeiriad e-bost eisoes wedi’i gadarnhau
    .body = Rydych wedi defnyddio’r ddolen hon o’r blaen. Nid oes angen i chi wneud dim.
townhall-email-link-expired = Mae’r ddolen wedi dod i ben
    .body = Er mwyn cadw eich cyfrif yn ddiogel, mae’r ddolen yn gweithio am 24 awr yn unig. Mewngofnodwch, a byddwn yn anfon un newydd atoch.
townhall-email-link-replaced = Nid yw’r ddolen yn gweithio mwyach
    .body = Rydym wedi anfon dolen fwy newydd atoch ers hynny, neu rydych wedi newid eich cyfeiriad e-bost. Defnyddiwch y ddolen yn ein he-bost diweddaraf.

townhall-payment = Talu
    .amount = Y swm i’w dalu yw { $amount }.
    .button = Talu nawr
townhall-payment-failed = Mae eich taliad wedi methu
    .body = Nid ydym wedi cymryd unrhyw arian. Gallwch roi cynnig arall arni, gyda’r un cerdyn neu gydag un arall.

townhall-find-address = Dod o hyd i’ch cyfeiriad
townhall-find-address-postcode = Cod post
    .it = eich cod post
townhall-find-address-building = Rhif neu enw’r adeilad
    .hint = Er enghraifft, 15 neu Prospect Cottage
    .it = eich ateb
townhall-choose-address = Dewiswch eich cyfeiriad
    .manual = Rhoi’r cyfeiriad â llaw
    .missing = Dewiswch eich cyfeiriad
townhall-no-address = Ni allem ddod o hyd i gyfeiriad
    .search = Chwilio eto

townhall-section-complete-is_complete = Ydych chi wedi cwblhau’r adran hon?
    .option-yes = Ydw, rwyf wedi cwblhau’r adran hon
    .option-no = Nac ydw, byddaf yn dod yn ôl ati yn nes ymlaen
    .summary = Wedi cwblhau
    .error-empty = Dewiswch a ydych wedi cwblhau’r adran hon
    .error-unknown-choice = Dewiswch a ydych wedi cwblhau’r adran hon

townhall-sign-in = Mewngofnodi
townhall-sign-in-email = Cyfeiriad e-bost
    .it = eich cyfeiriad e-bost
townhall-sign-in-password = Cyfrinair
    .it = eich cyfrinair
    .error-empty-password = Rhowch eich cyfrinair
    .error-too-short = Nid yw’r cyfeiriad e-bost neu’r cyfrinair yn gywir. Gwiriwch y ddau, yna rhowch gynnig arall arni
    .error-password-common = Nid yw’r cyfeiriad e-bost neu’r cyfrinair yn gywir. Gwiriwch y ddau, yna rhowch gynnig arall arni

townhall-equality = Rydym wedi cael eich cais
    .body = Cyn i chi orffen defnyddio’r gwasanaeth, hoffem ofyn rhai cwestiynau am gydraddoldeb.
    .question = Ydych chi am ateb y cwestiynau am gydraddoldeb?
    .hint = Nid oes rhaid i chi eu hateb, ac ni fydd eich atebion yn effeithio ar eich cais
    .yes = Ydw, rwyf am ateb y cwestiynau am gydraddoldeb (mae’n cymryd 2 funud)
    .no = Nac ydw, rwyf am hepgor y cwestiynau am gydraddoldeb
    .why = Pam rydym yn gofyn cwestiynau am gydraddoldeb
    .missing = Dewiswch a ydych am ateb y cwestiynau am gydraddoldeb
townhall-equality-skip = Mae’n well gennyf beidio â dweud
townhall-equality-disability = Oes gennych chi gyflwr neu salwch corfforol neu feddyliol sydd wedi para neu sy’n debygol o bara 12 mis neu fwy?
    .yes = Oes
    .no = Nac oes
    .missing = Dewiswch ateb, neu ‘{ $skip }’
townhall-equality-impact = A yw eich cyflyrau neu’ch salwch yn lleihau eich gallu i gyflawni gweithgareddau pob dydd?
    .hint = Er enghraifft bwyta, ymolchi, cerdded neu fynd i siopa
    .lot = Ydyn, llawer
    .little = Ydyn, ychydig
    .no = Ddim o gwbl
    .missing = Dewiswch ateb, neu ‘{ $skip }’
townhall-equality-ethnic-group = Beth yw eich grŵp ethnig?
    .white = Gwyn
    .traveller = Teithiwr Gwyddelig
    .roma = Roma
    .mixed = Grwpiau ethnig cymysg neu amlethnig
    .asian = Asiaidd neu Asiaidd Prydeinig
    .asian-wales = Asiaidd, Asiaidd Cymreig neu Asiaidd Prydeinig
    .asian-scotland = Asiaidd, Asiaidd Albanaidd neu Asiaidd Prydeinig
    .black = Du, Affricanaidd, Caribïaidd neu Ddu Prydeinig
    .black-wales = Du, Du Cymreig, Du Prydeinig, Caribïaidd neu Affricanaidd
    .african-scotland = Affricanaidd, Affricanaidd Albanaidd neu Affricanaidd Prydeinig
    .caribbean-scotland = Caribïaidd neu Ddu
    .other = Grŵp ethnig arall
    .text = Sut byddech chi’n disgrifio eich cefndir? (dewisol)
    .missing = Dewiswch grŵp ethnig, neu ‘{ $skip }’
townhall-equality-religion = Beth yw eich crefydd?
    .none = Dim crefydd
    .christian = Cristion
    .christian-hint = Gan gynnwys Eglwys Loegr, Catholig, Protestannaidd a phob enwad Cristnogol arall
    .christian-wales-hint = Pob enwad
    .buddhist = Bwdhydd
    .hindu = Hindŵ
    .jewish = Iddew
    .muslim = Mwslim
    .sikh = Sikh
    .pagan = Pagan
    .church-of-scotland = Eglwys yr Alban
    .church-of-ireland = Eglwys Iwerddon
    .roman-catholic = Catholig Rhufeinig
    .presbyterian = Presbyteriad
    .methodist = Methodist
    .other-christian = Cristion arall
    .other = Unrhyw grefydd arall
    .text = Beth yw eich crefydd? (dewisol)
    .missing = Dewiswch eich crefydd, neu ‘{ $skip }’
townhall-equality-sex = Beth yw eich rhyw?
    .female = Benyw
    .male = Gwryw
    .missing = Dewiswch eich rhyw, neu ‘{ $skip }’
townhall-equality-gender = A yw’r rhywedd rydych yn uniaethu ag ef yr un peth â’r rhyw a gofrestrwyd pan gawsoch chi eich geni?
    .yes = Ydy
    .other = Nac ydy
    .text = Beth yw eich hunaniaeth o ran rhywedd? (dewisol)
    .missing = Dewiswch ateb, neu ‘{ $skip }’
townhall-equality-orientation = Pa un o’r canlynol sy’n disgrifio orau eich cyfeiriadedd rhywiol?
    .straight = Heterorywiol neu strêt
    .gay = Hoyw neu lesbiaidd
    .bisexual = Deurywiol
    .other = Arall
    .text = Sut byddech chi’n disgrifio eich cyfeiriadedd rhywiol? (dewisol)
    .missing = Dewiswch eich cyfeiriadedd rhywiol, neu ‘{ $skip }’
townhall-equality-marriage = Yn gyfreithiol, beth yw eich statws priodasol neu statws eich partneriaeth sifil gofrestredig?
    .never = Erioed wedi priodi na chofrestru partneriaeth sifil
    .married = Priod
    .partnership = Mewn partneriaeth sifil gofrestredig
    .separated = Wedi gwahanu, ond yn dal yn briod yn gyfreithiol
    .separated-partnership = Wedi gwahanu, ond yn dal mewn partneriaeth sifil yn gyfreithiol
    .divorced = Wedi ysgaru
    .dissolved = Wedi bod mewn partneriaeth sifil sydd bellach wedi’i diddymu’n gyfreithiol
    .widowed = Gweddw
    .surviving = Wedi colli partner sifil drwy farwolaeth
    .missing = Dewiswch eich statws, neu ‘{ $skip }’
